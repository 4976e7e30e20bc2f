#include "results/file/table_stream.hpp"

#include <algorithm>
#include <type_traits>

#include "results/file/result_format.hpp"

namespace doorstroom {

ColumnStream::ColumnStream(H5File& file, std::string group, ColumnSpec spec)
    : file_(file),
      group_(std::move(group)),
      spec_(std::move(spec)),
      held_(empty_values(spec_.type)) {}

void ColumnStream::append(const ColumnValues& values) {
  std::visit(
      [&](auto& held) {
        using Values = std::decay_t<decltype(held)>;
        const auto& added = std::get<Values>(values);
        auto next = added.begin();
        while (next != added.end()) {
          const auto room = static_cast<std::ptrdiff_t>(chunk_rows - held.size());
          const auto end = next + std::min(room, added.end() - next);
          held.insert(held.end(), next, end);
          next = end;
          if (held.size() == chunk_rows) write_chunk();
        }
      },
      held_);
}

void ColumnStream::write_rest() {
  if (!column_) {
    file_.write_column(group_, spec_, held_);
  } else if (length(held_) > 0) {
    write_chunk();
  }
  held_ = empty_values(spec_.type);
}

void ColumnStream::close() {
  if (column_) column_->finish();
  column_.reset();
}

void ColumnStream::write_chunk() {
  if (!column_) column_.emplace(file_.make_column(group_, spec_, chunk_rows));
  column_->append(held_, 0, length(held_));
  std::visit([](auto& held) { held.clear(); }, held_);
}

TableStream::TableStream(H5File& file, const TableSpec& spec) {
  file.make_group(spec.path);
  std::vector<std::string> names;
  columns_.reserve(spec.columns.size());
  for (const ColumnSpec& column : spec.columns) {
    names.push_back(column.name);
    columns_.emplace_back(file, spec.path, column);
  }
  file.set_attribute(spec.path, "columns", names);
}

void TableStream::append(const TableData& rows) {
  DOORSTROOM_EXPECT(rows.columns.size() == columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    DOORSTROOM_EXPECT(length(rows.columns[i]) == rows.rows());
    columns_[i].append(rows.columns[i]);
  }
}

void TableStream::finish() {
  for (ColumnStream& column : columns_) column.write_rest();
  for (ColumnStream& column : columns_) column.close();
}

void write_table(H5File& file, const Table& table) {
  TableStream stream(file, table.spec);
  stream.append(table.data);
  stream.finish();
}

}  // namespace doorstroom
