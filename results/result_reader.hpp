#pragma once
/// Reads a result file, table by table. A table is loaded when it is asked for, and then kept.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "results/h5_file.hpp"
#include "results/result_format.hpp"
#include "results/table.hpp"

namespace doorstroom {

class ResultReader {
 public:
  /// @throws InputError when there is no such file, or it is not of that format in the version that
  ///         is known here
  explicit ResultReader(std::string path, const FileFormat& format = run_format);

  const std::string& path() const { return path_; }

  /// An attribute of the file, or of a group such as "/run".
  /// @throws InputError if it is missing or of another type
  std::string text(const std::string& name, const std::string& object = "/") const;
  std::int64_t integer(const std::string& name, const std::string& object = "/") const;
  double number(const std::string& name, const std::string& object = "/") const;

  /// The scenario as canonical JSON.
  std::string resolved() const;

  bool has_table(const std::string& path) const;
  /// @param path  such as "/waiting"
  /// @throws InputError if the file has no such table or it is damaged
  const Table& table(const std::string& path);

 private:
  H5Content attribute(const std::string& name, const std::string& object) const;

  std::string path_;
  H5File file_;
  std::map<std::string, Table> tables_;
};

}  // namespace doorstroom
