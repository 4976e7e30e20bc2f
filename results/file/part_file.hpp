#pragma once
/// A file that is being written as PATH.part, and is renamed to PATH when it is complete. The
/// destructor removes it unless it was published.

#include <string>

namespace doorstroom {

class PartFile {
 public:
  /// Creates and locks an empty PATH.part; the destructor unlocks it.
  /// @param replace  whether an existing PATH may be replaced
  /// @throws InputError when PATH exists and may not be replaced, is a folder, its folder does not
  ///         exist, or another process is writing it
  /// @throws RunError when the operating system refuses
  PartFile(std::string path, bool replace);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::string& part_path() const { return part_; }

  /// Syncs the file to disk and renames it: even after a power cut there is a complete file, or
  /// none. @throws RunError
  void publish();
  /// As publish(), but a power cut soon after may remove the file. Takes half the time; for files
  /// that are computed again when they are missing. @throws RunError
  void publish_soon();

 private:
  std::string path_;
  std::string part_;
  int descriptor_ = -1;
  int owner_ = 0;  ///< process that created it; forks of it do not remove it
  bool published_ = false;
};

}  // namespace doorstroom
