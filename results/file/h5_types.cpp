#include "results/file/h5_types.hpp"

#include <type_traits>
#include <variant>

namespace doorstroom {
namespace {

H5Handle enum_type(const std::vector<std::string>& names) {
  H5Handle type(H5Tenum_create(H5T_STD_I32LE), H5Tclose);
  std::int32_t code = none_code;
  H5Tenum_insert(type, "none", &code);
  for (const std::string& name : names) {
    ++code;
    if (H5Tenum_insert(type, name.c_str(), &code) < 0) return {};
  }
  return type;
}

}  // namespace

H5Handle string_type() {
  H5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type, H5T_VARIABLE);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

H5Handle file_type(const ColumnSpec& spec) {
  switch (spec.type) {
    case ColumnType::float64:
      return {H5Tcopy(H5T_IEEE_F64LE), H5Tclose};
    case ColumnType::int32:
      return {H5Tcopy(H5T_STD_I32LE), H5Tclose};
    case ColumnType::int64:
      return {H5Tcopy(H5T_STD_I64LE), H5Tclose};
    case ColumnType::category:
      return enum_type(spec.names);
    case ColumnType::text:
      break;
  }
  return string_type();
}

MemoryValues::MemoryValues(const ColumnSpec& spec, const H5Handle& file_type,
                           const ColumnValues& values, std::size_t first) {
  DOORSTROOM_EXPECT(values.index() == empty_values(spec.type).index());
  std::visit(
      [&](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::string>>) {
          for (const std::string& text : held) pointers_.push_back(text.c_str());
          data_ = pointers_.data() + first;
        } else {
          data_ = held.data() + first;
        }
      },
      values);
  type_ = H5Handle(spec.type == ColumnType::text ? H5Tcopy(file_type)
                                                 : H5Tget_native_type(file_type, H5T_DIR_ASCEND),
                   H5Tclose);
}

}  // namespace doorstroom
