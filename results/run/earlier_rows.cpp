#include "results/run/earlier_rows.hpp"

#include <algorithm>

#include "models/messages/message.hpp"
#include "results/file/result_format.hpp"

namespace doorstroom {
namespace {

bool same_column(const ColumnSpec& a, const ColumnSpec& b) {
  return a.name == b.name && a.type == b.type && a.units == b.units && a.names == b.names;
}

void check_columns(const ResultReader& file, const TableSpec& there, const TableSpec& here) {
  const bool same = std::ranges::equal(there.columns, here.columns, same_column);
  if (!same)
    throw input_error(message(
        "{0}: the columns of {1} are not those that this program writes\n  run the scenario again",
        file.path(), here.path));
}

}  // namespace

EarlierRows::EarlierRows(const ResultReader& file, const TableSpec& spec)
    : file_(file), spec_(spec), replications_(file.integer("replications")) {
  as_input([&] {
    check_columns(file, file.spec(spec.path), spec);
    rows_ = file.rows(spec);
  });
}

TableData EarlierRows::next() {
  TableData rows = as_input([&] { return file_.block(spec_, first_, chunk_rows); });
  check_replications(rows);
  first_ += rows.rows();
  return rows;
}

void EarlierRows::check_replications(const TableData& rows) {
  for (const std::int32_t each : std::get<std::vector<std::int32_t>>(rows.columns.front())) {
    if (each < last_ || each >= replications_)
      throw input_error(
          message("{0}: {1} is damaged: a row of replication {2} among {3} stands behind one of "
                  "{4}\n  run the scenario again",
                  file_.path(), spec_.path, each, replications_, last_));
    last_ = each;
  }
}

}  // namespace doorstroom
