#include "results/file/h5_types.hpp"

#include <new>
#include <type_traits>
#include <variant>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// Types are made in memory: there is nothing else that can be missing.
void expect_memory(bool made) {
  if (!made && hdf5_lacks_memory()) throw std::bad_alloc();
  DOORSTROOM_EXPECT(made);
}

H5Handle enum_type(const std::vector<std::string>& names) {
  H5Handle type(H5Tenum_create(H5T_STD_I32LE), H5Tclose);
  expect_memory(type >= 0);
  std::int32_t code = none_code;
  expect_memory(H5Tenum_insert(type, "none", &code) >= 0);
  for (const std::string& name : names) {
    ++code;
    expect_memory(H5Tenum_insert(type, name.c_str(), &code) >= 0);
  }
  return type;
}

H5Handle copy_of(hid_t type) {
  H5Handle copy(H5Tcopy(type), H5Tclose);
  expect_memory(copy >= 0);
  return copy;
}

}  // namespace

H5Handle string_type() {
  H5Handle type = copy_of(H5T_C_S1);
  expect_memory(H5Tset_size(type, H5T_VARIABLE) >= 0 && H5Tset_cset(type, H5T_CSET_UTF8) >= 0);
  return type;
}

H5Handle string_type_for(hid_t in_file) {
  H5Handle type = string_type();
  if (H5Tget_cset(in_file) == H5T_CSET_ASCII) expect_memory(H5Tset_cset(type, H5T_CSET_ASCII) >= 0);
  return type;
}

H5Handle file_type(const ColumnSpec& spec) {
  switch (spec.type) {
    case ColumnType::float64:
      return copy_of(H5T_IEEE_F64LE);
    case ColumnType::int32:
      return copy_of(H5T_STD_I32LE);
    case ColumnType::int64:
      return copy_of(H5T_STD_I64LE);
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
  expect_memory(type_ >= 0);
}

}  // namespace doorstroom
