#pragma once
/// Reads a result file, table by table. A table is loaded when it is first asked for, and stays in
/// memory.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/value.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/result_format.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

class ResultReader {
 public:
  /// @throws InputError when there is no such file, or its format or version is another
  explicit ResultReader(std::string path, const FileFormat& format = run_format);

  const std::string& path() const { return path_; }

  /// An attribute of the file, or of a group such as "/run".
  /// @throws InputError if it is missing or of another type
  std::string text(const std::string& name, const std::string& object = "/") const;
  std::int64_t integer(const std::string& name, const std::string& object = "/") const;
  double number(const std::string& name, const std::string& object = "/") const;
  bool has_attribute(const std::string& name, const std::string& object = "/") const {
    return file_.has_attribute(object, name);
  }

  /// The scenario as canonical JSON.
  std::string resolved() const;

  /// The files that the scenario was read from, unchanged; the scenario itself first.
  std::vector<Document> documents() const;

  /// Paths of all tables, by name.
  std::vector<std::string> tables() const;
  bool has_table(const std::string& path) const;
  /// @param path  such as "/waiting"
  /// @throws InputError if the file has no such table or it is damaged
  const Table& table(const std::string& path);

  // For tables that should not be in memory as a whole.
  /// The columns of a table, without their values.
  TableSpec spec(const std::string& path) const;
  /// How many rows a table has. @throws InputError if its columns are not equally long
  std::size_t rows(const TableSpec& spec) const;
  /// Rows [first, first + count), or up to the last. @param spec  as spec() gave it
  TableData block(const TableSpec& spec, std::size_t first, std::size_t count) const;

 private:
  LocalizedText writer() const;  ///< program and version that wrote the file, if it names them
  H5Content attribute(const std::string& name, const std::string& object) const;
  std::vector<std::string> texts(const std::string& dataset) const;
  Description description(const std::string& column) const;

  std::string path_;
  H5File file_;
  std::map<std::string, Table> tables_;
};

/// Calls read() and returns its result. Turns RunError into InputError: for a command that reads a
/// file, a damaged file is wrong input.
template <class Read>
auto as_input(Read read) {
  try {
    return read();
  } catch (const RunError& error) {
    throw input_error(error);
  }
}

}  // namespace doorstroom
