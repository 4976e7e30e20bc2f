#include "results/file/result_reader.hpp"

#include <algorithm>
#include <set>

#include "models/messages/message.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {

ResultReader::ResultReader(std::string path, const FileFormat& format)
    : path_(std::move(path)), file_(H5File::open(path_)) {
  if (!file_.has_attribute("/", "format"))
    throw input_error(
        message("{0}: this is HDF5, but not a result file: it has no attribute `format`\n  "
                "expected `{1}`, as `{2}` writes",
                path_, format.name, format.writer));
  if (const std::string found = text("format"); !is_of_format(found, format))
    throw input_error(message("{0}: the format is `{1}`\n  expected `{2}`, as `{3}` writes", path_,
                              found, format.name, format.writer));
  const std::int64_t version = integer("format_version");
  if (version != format.version)
    throw input_error(
        message("{0}: the format version is {1}\n  expected {2}; read it with the program that "
                "wrote it ({3})",
                path_, version, format.version, writer()));
}

LocalizedText ResultReader::writer() const {
  if (!file_.has_attribute("/", "program_version")) return translatable("unknown");
  return "doorstroom " + text("program_version");
}

H5Content ResultReader::attribute(const std::string& name, const std::string& object) const {
  if (!file_.has_attribute(object, name))
    throw input_error(message("{0}: {1} has no attribute `{2}`", path_, object, name));
  H5Content content = file_.attribute(object, name);
  if (content.count != 1)
    throw input_error(
        message("{0}: attribute `{1}` of {2} is not a single value", path_, name, object));
  return content;
}

std::string ResultReader::text(const std::string& name, const std::string& object) const {
  const H5Content content = attribute(name, object);
  if (content.kind != H5Content::Kind::text)
    throw input_error(message("{0}: attribute `{1}` of {2} is not text", path_, name, object));
  return content.texts.front();
}

std::int64_t ResultReader::integer(const std::string& name, const std::string& object) const {
  const H5Content content = attribute(name, object);
  if (content.kind != H5Content::Kind::integer)
    throw input_error(
        message("{0}: attribute `{1}` of {2} is not a whole number", path_, name, object));
  return content.integer(0);
}

double ResultReader::number(const std::string& name, const std::string& object) const {
  const H5Content content = attribute(name, object);
  if (content.kind != H5Content::Kind::real || content.value_size > sizeof(double))
    throw input_error(message("{0}: attribute `{1}` of {2} is not a number", path_, name, object));
  return content.real(0);
}

std::vector<std::string> ResultReader::texts(const std::string& dataset) const {
  return file_.has(dataset) ? file_.dataset(dataset).texts : std::vector<std::string>{};
}

std::string ResultReader::resolved() const {
  const std::vector<std::string> found = texts("/scenario/resolved");
  if (found.size() != 1)
    throw input_error(message("{0}: /scenario/resolved is not a single text", path_));
  if (sha256(found.front()) != text("scenario_sha256"))
    throw input_error(
        message("{0} is damaged: {1}\n  run the scenario again", path_,
                message("its scenario is not the one that `scenario_sha256` stands for")));
  return found.front();
}

std::vector<Document> ResultReader::documents() const {
  const std::vector<std::string> paths = texts("/scenario/path");
  const std::vector<std::string> sources = texts("/scenario/source");
  if (paths.size() != sources.size())
    throw input_error(message("{0}: /scenario names {1} files and holds {2}", path_, paths.size(),
                              sources.size()));
  std::vector<Document> documents;
  for (std::size_t i = 0; i < paths.size(); ++i) documents.push_back({paths[i], sources[i]});
  return documents;
}

std::vector<std::string> ResultReader::tables() const {
  std::vector<std::string> paths;
  for (const H5Link& link : file_.links("/"))
    if (link.kind == H5Link::Kind::group && has_table("/" + link.name))
      paths.push_back("/" + link.name);
  return paths;
}

bool ResultReader::has_table(const std::string& path) const {
  return file_.has_attribute(path, "columns");
}

Description ResultReader::description(const std::string& column) const {
  Description::Texts texts;
  for (const std::string& name : file_.attribute_names(column))
    if (name.starts_with(description_attribute))
      texts.emplace(name.substr(description_attribute.size()), text(name, column));
  return Description(std::move(texts));
}

TableSpec ResultReader::spec(const std::string& path) const {
  if (!has_table(path)) throw input_error(message("{0}: there is no table {1}", path_, path));
  TableSpec table{path, {}};
  const H5Content columns = file_.attribute(path, "columns");
  std::set<std::string> known;
  for (const std::string& name : columns.texts) {
    if (name.empty() || name.find('/') != std::string::npos || !known.insert(name).second)
      throw input_error(
          message("{0}: {1} names a column `{2}`, which cannot be", path_, path, name));
    const std::string column = path + "/" + name;
    if (!file_.has(column)) throw input_error(message("{0}: {1} is missing", path_, column));
    ColumnSpec spec = file_.part(column, 0, 0).column_spec(column);
    const auto note = [&](const char* key) {
      const bool there = file_.has_attribute(column, key);
      return there ? text(key, column) : std::string();
    };
    spec.units = note("units");
    spec.description = description(column);
    table.columns.push_back(std::move(spec));
  }
  if (table.columns.empty()) throw input_error(message("{0}: {1} has no columns", path_, path));
  return table;
}

std::size_t ResultReader::rows(const TableSpec& spec) const {
  std::size_t rows = 0;
  for (const ColumnSpec& each : spec.columns) {
    const std::string column = spec.path + "/" + each.name;
    const std::size_t length = file_.size(column);
    if (&each == &spec.columns.front()) rows = length;
    if (length != rows)
      throw input_error(message("{0}: {1} has {2} rows, not {3} as the columns before it", path_,
                                column, length, rows));
  }
  return rows;
}

TableData ResultReader::block(const TableSpec& spec, std::size_t first, std::size_t count) const {
  const std::size_t rows = this->rows(spec);
  const std::size_t end = std::min(rows, first + std::min(count, rows));
  TableData block;
  for (const ColumnSpec& each : spec.columns) {
    const std::string column = spec.path + "/" + each.name;
    block.columns.push_back(
        file_.part(column, first, end - first).column_values(path_ + ": " + column));
  }
  return block;
}

const Table& ResultReader::table(const std::string& path) {
  if (const auto loaded = tables_.find(path); loaded != tables_.end()) return loaded->second;
  Table table{spec(path), {}};
  table.data = block(table.spec, 0, rows(table.spec));
  return tables_.emplace(path, std::move(table)).first->second;
}

}  // namespace doorstroom
