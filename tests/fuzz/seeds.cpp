// Makes small result files of a result: for each reader the smallest that it still reads, without
// the tables and columns that it does not want, and one with a column of each kind.
//
//     fuzz_seeds RESULT FOLDER

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "engine/error.hpp"
#include "results/file/result_reader.hpp"
#include "results/file/table_stream.hpp"
#include "results/table/column.hpp"
#include "tests/fuzz/read_results.hpp"

namespace doorstroom::fuzz {
namespace {

/// What is kept of a result.
struct Content {
  std::vector<Table> tables;
  std::vector<std::pair<std::string, AttributeValue>> attributes;
};

std::vector<std::pair<std::string, AttributeValue>> attributes_of(const H5File& file,
                                                                  const std::string& object) {
  std::vector<std::pair<std::string, AttributeValue>> found;
  for (const std::string& name : file.attribute_names(object)) {
    const H5Content content = file.attribute(object, name);
    if (name == "columns" || content.count != 1) continue;
    if (content.kind == H5Content::Kind::text) found.emplace_back(name, content.texts.front());
    if (content.kind == H5Content::Kind::real) found.emplace_back(name, content.real(0));
    if (content.kind == H5Content::Kind::integer && content.value_size == 4)
      found.emplace_back(name, static_cast<std::int32_t>(content.integer(0)));
    if (content.kind == H5Content::Kind::integer && content.value_size == 8)
      found.emplace_back(name, content.integer(0));
  }
  return found;
}

void write(const std::string& path, const Content& content, const std::string& result) {
  const H5File from = H5File::open(result);
  H5File file = H5File::create(path);
  for (const auto& [name, value] : content.attributes) file.set_attribute("/", name, value);
  file.make_group("/scenario");
  file.write_text("/scenario/resolved", from.dataset("/scenario/resolved").texts.front());
  file.make_group("/run");
  for (const auto& [name, value] : attributes_of(from, "/run"))
    file.set_attribute("/run", name, value);
  for (const Table& table : content.tables) write_table(file, table);
  file.close();
}

/// Takes tables out, then columns, as long as the file is read.
void write_smallest(const Reader& reader, Content content, const std::string& result,
                    const std::string& path) {
  const auto is_enough = [&](const Content& less) {
    try {
      write(path, less, result);
      reader.read(path, result);
      return true;
    } catch (const InputError&) {
      return false;
    }
  };
  for (std::size_t i = content.tables.size(); i-- > 0;) {
    Content less = content;
    less.tables.erase(less.tables.begin() + static_cast<std::ptrdiff_t>(i));
    if (is_enough(less)) content = std::move(less);
  }
  for (std::size_t table = 0; table < content.tables.size(); ++table)
    for (std::size_t i = content.tables[table].spec.columns.size(); i-- > 0;) {
      if (content.tables[table].spec.columns.size() == 1) break;  // a table has one at least
      Content less = content;
      auto& [spec, data] = less.tables[table];
      spec.columns.erase(spec.columns.begin() + static_cast<std::ptrdiff_t>(i));
      data.columns.erase(data.columns.begin() + static_cast<std::ptrdiff_t>(i));
      if (is_enough(less)) content = std::move(less);
    }
  write(path, content, result);
}

/// A column of each kind, short, and long enough for chunks.
Content of_all_kinds(std::size_t rows) {
  TableSpec spec{"/kinds",
                 {{"number", ColumnType::float64, "day", {}, {}},
                  {"code", ColumnType::int32, "1", {}, {}},
                  {"count", ColumnType::int64, "youth", {}, {}},
                  {"node", ColumnType::category, "1", {}, {"oza", "zoa"}},
                  {"name", ColumnType::text, "1", {}, {}}}};
  if (rows > 10) spec.columns.pop_back();
  TableData data(spec);
  for (std::size_t row = 0; row < rows; ++row) {
    data.add_value(0, 0.5);
    data.add_value(1, static_cast<std::int32_t>(row % 3));
    data.add_value(2, static_cast<std::int64_t>(row));
    data.add_value(3, static_cast<std::int32_t>(row % 2));
    if (rows <= 10) data.add_value(4, std::string("name"));
  }
  return {{Table{spec, data}}, {}};
}

void make(const std::string& result, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  ResultReader file(result);
  Content whole{{}, attributes_of(H5File::open(result), "/")};
  for (const std::string& path : file.tables()) whole.tables.push_back(file.table(path));
  for (const Reader& reader : readers()) {
    const std::string path = folder / (reader.name + ".h5");
    write_smallest(reader, whole, result, path);
    std::cout << path << ": " << std::filesystem::file_size(path) << " bytes\n";
  }
  for (const std::size_t rows : {std::size_t{3}, chunk_rows + 1}) {
    Content kinds = of_all_kinds(rows);
    kinds.attributes = whole.attributes;
    write(folder / ("kinds_" + std::to_string(rows) + ".h5"), kinds, result);
  }
}

}  // namespace
}  // namespace doorstroom::fuzz

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    doorstroom::fuzz::make(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
