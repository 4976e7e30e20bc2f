#pragma once
/// A folder for what jobs need for a moment, of this server alone. Whoever ends the server tidily
/// removes it; what servers left that were killed is removed by the next one.

#include <string>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

class ScratchFolder {
 public:
  /// Makes it, in the folder of temporary files, after removing those there that belong to this
  /// user and to no process that lives. @throws RunError when it cannot be made
  ScratchFolder();

  const std::string& path() const { return path_; }
  /// What jobs have left there that were killed.
  void empty() const;
  /// The folder itself.
  void remove() const;

 private:
  std::string path_;
  FileDescriptor held_;  ///< locked; also by processes that are forked from this one
};

}  // namespace doorstroom
