#include "results/file/h5_type_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace doorstroom {
namespace {

std::string order_text(hid_t type) {
  return H5Tget_size(type) == 1               ? ""
         : H5Tget_order(type) == H5T_ORDER_LE ? ", little-endian"
         : H5Tget_order(type) == H5T_ORDER_BE ? ", big-endian"
                                              : ", of odd order";
}

std::string integer_text(hid_t type) {
  return fmt::format("{}int{}{}", H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "",
                     8 * H5Tget_size(type), order_text(type));
}

/// The library's encoding of a type, in hexadecimal: for types that we do not use.
std::string encoded_text(hid_t type) {
  std::size_t size = 0;
  H5Tencode(type, nullptr, &size);
  std::vector<unsigned char> code(size);
  H5Tencode(type, code.data(), &size);
  return fmt::format("class {} of {} bytes, {:02x}", static_cast<int>(H5Tget_class(type)),
                     H5Tget_size(type), fmt::join(code, ""));
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> enum_names(hid_t type) {
  std::vector<std::pair<std::string, std::int64_t>> names;
  for (int i = 0; i < H5Tget_nmembers(type); ++i) {
    const std::unique_ptr<char, herr_t (*)(void*)> name(
        H5Tget_member_name(type, static_cast<unsigned>(i)), H5free_memory);
    std::int64_t value = 0;
    std::byte raw[16] = {};
    const bool is_read = name != nullptr && H5Tget_size(type) <= 8 &&
                         H5Tget_member_value(type, static_cast<unsigned>(i), raw) >= 0;
    const H5Handle base = is_read ? H5Handle(H5Tget_super(type), H5Tclose) : H5Handle();
    if (!is_read || H5Tget_size(base) != H5Tget_size(type) ||
        H5Tconvert(base, H5T_NATIVE_INT64, 1, raw, nullptr, H5P_DEFAULT) < 0) {
      if (hdf5_lacks_memory()) throw std::bad_alloc();
      continue;
    }
    std::memcpy(&value, raw, sizeof value);
    names.emplace_back(name.get(), value);
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  return names;
}

std::string type_text(hid_t type) {
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return integer_text(type);
    case H5T_FLOAT: {
      std::size_t sign = 0, exponent = 0, exponent_size = 0, mantissa = 0, mantissa_size = 0;
      H5Tget_fields(type, &sign, &exponent, &exponent_size, &mantissa, &mantissa_size);
      return fmt::format("float{} ({} + {} bits){}", 8 * H5Tget_size(type), exponent_size,
                         mantissa_size, order_text(type));
    }
    case H5T_STRING:
      return fmt::format("string of {}, {}, {}",
                         H5Tis_variable_str(type) > 0 ? std::string("any length")
                                                      : fmt::format("{} bytes", H5Tget_size(type)),
                         H5Tget_cset(type) == H5T_CSET_UTF8 ? "UTF-8" : "ASCII",
                         H5Tget_strpad(type) == H5T_STR_NULLTERM  ? "null-terminated"
                         : H5Tget_strpad(type) == H5T_STR_NULLPAD ? "null-padded"
                                                                  : "space-padded");
    case H5T_ENUM: {
      const H5Handle base(H5Tget_super(type), H5Tclose);
      std::string text = fmt::format("enum of {} {{", integer_text(base));
      for (const auto& [name, value] : enum_names(type))
        text += fmt::format("{}{}: {}", text.back() == '{' ? "" : ", ", name, value);
      return text + "}";
    }
    default:
      return encoded_text(type);
  }
}

std::string shape_text(hid_t space) {
  switch (H5Sget_simple_extent_type(space)) {
    case H5S_SCALAR:
      return "scalar";
    case H5S_NULL:
      return "null";
    default:
      break;
  }
  std::vector<hsize_t> sizes(H5Sget_simple_extent_ndims(space));
  H5Sget_simple_extent_dims(space, sizes.data(), nullptr);
  return fmt::format("{}", fmt::join(sizes, " x "));
}

}  // namespace doorstroom
