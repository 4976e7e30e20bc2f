#pragma once
/// A folder of files that belong together, such as the tables of an export. A new folder is made
/// aside and gets its name when everything in it is complete: it is there whole or not at all. In a
/// folder that is there already each file is made aside; they get their names together, once all
/// are complete, and the last one last of all, whose older version is removed before: while it is
/// missing, the others are of two makings.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "results/file/output_file.hpp"

namespace doorstroom {

class OutputFolder {
 public:
  /// @param path  made, and what it lies in too, if it does not exist
  /// @param replace  whether files that are there may be replaced
  /// @throws InputError when it is no folder; RunError when it cannot be made
  OutputFolder(std::string path, bool replace);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// Adds an empty file; it lives as long as the folder.
  /// @throws InputError when there is such a file, and it may not be replaced
  OutputFile& add(const std::string& name);

  /// Gives everything its name. @return the paths of the files
  /// @throws InputError when the folder has come to exist meanwhile; RunError
  std::vector<std::string> publish();

 private:
  std::string path_;
  bool replace_;
  std::string aside_;      ///< where files are made; path_ itself when that is there already
  FileDescriptor parent_;  ///< open when the folder is new
  FileDescriptor folder_;
  std::unique_ptr<Unfinished> unfinished_;  ///< null when nothing is to be removed
  std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace doorstroom
