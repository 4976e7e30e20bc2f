#include "results/table/code_name.hpp"

#include "models/messages/message.hpp"

namespace doorstroom {

const std::string& name_of_code(const Table& table, std::string_view column, std::int32_t code) {
  if (code == none_code)
    throw input_error(
        message("{0}: `{1}` is `none` in a row", table.spec.path, std::string(column)));
  return table.spec.columns[table.spec.index_of(column)].names[static_cast<std::size_t>(code)];
}

}  // namespace doorstroom
