#include "results/file/h5_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

template <class Value>
Value at(const H5Content& content, std::size_t index) {
  Value value;
  std::memcpy(&value, content.bytes.data() + index * sizeof(Value), sizeof(Value));
  return value;
}

template <class Value>
std::vector<Value> all(const H5Content& content) {
  std::vector<Value> values(content.count);
  if (content.count > 0) std::memcpy(values.data(), content.bytes.data(), content.bytes.size());
  return values;
}

}  // namespace

std::int64_t H5Content::integer(std::size_t index) const {
  switch (value_size) {
    case 1:
      return is_signed ? at<std::int8_t>(*this, index) : at<std::uint8_t>(*this, index);
    case 2:
      return is_signed ? at<std::int16_t>(*this, index) : at<std::uint16_t>(*this, index);
    case 4:
      return is_signed ? std::int64_t{at<std::int32_t>(*this, index)}
                       : std::int64_t{at<std::uint32_t>(*this, index)};
    case 8:
      return at<std::int64_t>(*this, index);
    default:
      contract_broken("an integer has 1, 2, 4 or 8 bytes", __FILE__, __LINE__);
  }
}

double H5Content::real(std::size_t index) const {
  return value_size == sizeof(float) ? at<float>(*this, index) : at<double>(*this, index);
}

bool H5Content::same_value(const H5Content& other, std::size_t index) const {
  if (kind == Kind::text) return texts[index] == other.texts[index];
  if (value_size != other.value_size) return false;  // of an enum, made up: its base says another
  if (std::memcmp(bytes.data() + index * value_size, other.bytes.data() + index * value_size,
                  value_size) == 0)
    return true;
  const bool can_be_nan =
      kind == Kind::real && (value_size == sizeof(float) || value_size == sizeof(double));
  return can_be_nan && std::isnan(real(index)) && std::isnan(other.real(index));
}

std::string H5Content::value_text(std::size_t index) const {
  constexpr std::size_t longest = 60;
  switch (kind) {
    case Kind::text:
      return texts[index].size() <= longest
                 ? fmt::format("\"{}\"", texts[index])
                 : fmt::format("\"{}...\"", texts[index].substr(0, longest));
    case Kind::integer:
      return fmt::format("{}", integer(index));
    case Kind::category: {
      const std::int64_t code = integer(index);
      const auto named = std::find_if(names.begin(), names.end(),
                                      [code](const auto& name) { return name.second == code; });
      return named == names.end() ? fmt::format("{}", code)
                                  : fmt::format("{} ({})", named->first, code);
    }
    case Kind::real:
      if (value_size == sizeof(float) || value_size == sizeof(double))
        return fmt::format("{}", real(index));
      break;
    case Kind::other:
      break;
  }
  std::string digits = "0x";
  for (std::size_t i = 0; i < std::min<std::size_t>(value_size, 16); ++i)
    digits += fmt::format("{:02x}", std::to_integer<unsigned>(bytes[index * value_size + i]));
  return digits;
}

ColumnSpec H5Content::column_spec(const std::string& path) const {
  ColumnSpec spec;
  spec.name = path.substr(path.rfind('/') + 1);
  if (kind == Kind::text) {
    spec.type = ColumnType::text;
  } else if (kind == Kind::real && value_size == sizeof(double)) {
    spec.type = ColumnType::float64;
  } else if (kind == Kind::integer && is_signed && value_size == 4) {
    spec.type = ColumnType::int32;
  } else if (kind == Kind::integer && is_signed && value_size == 8) {
    spec.type = ColumnType::int64;
  } else if (kind == Kind::category && value_size == 4) {
    spec.type = ColumnType::category;
    for (const auto& [name, code] : names) {
      if (code == none_code) continue;
      if (code != static_cast<std::int64_t>(spec.names.size()))
        throw input_error(message("{0}: the codes of its names are not 0, 1, 2, ...", path));
      spec.names.push_back(name);
    }
  } else {
    throw input_error(message("{0}: a column is not of type {1}", path, type));
  }
  return spec;
}

ColumnValues H5Content::column_values(const std::string& path) const {
  const ColumnSpec spec = column_spec(path);
  switch (spec.type) {
    case ColumnType::float64:
      return all<double>(*this);
    case ColumnType::int64:
      return all<std::int64_t>(*this);
    case ColumnType::text:
      return texts;
    case ColumnType::int32:
    case ColumnType::category:
      break;
  }
  auto codes = all<std::int32_t>(*this);
  if (kind == Kind::category)
    for (const std::int32_t code : codes)
      if (code < none_code || code >= static_cast<std::int64_t>(spec.names.size()))
        throw input_error(
            message("{0} holds {1}, which stands for nothing\n  the file is damaged", path, code));
  return codes;
}

}  // namespace doorstroom
