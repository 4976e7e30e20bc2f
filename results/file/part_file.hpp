#pragma once
/// A file under way to its name: NAME.part, removed again unless it is published.

#include <string>

namespace doorstroom {

class PartFile {
 public:
  /// Makes and locks an empty PATH.part. The lock goes with the object.
  /// @throws InputError when PATH exists and may not be replaced, is a folder, lies in no folder,
  /// or
  ///         is being written by another process
  /// @throws RunError when the operating system refuses
  PartFile(std::string path, bool replace);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::string& part_path() const { return part_; }

  /// To disk, then under its own name: the file is there whole, or not at all, also after a power
  /// cut. @throws RunError
  void publish();
  /// As publish(), but a power cut soon after may take the file away again, whole: it takes half
  /// the time, for what is made again when it is missing. @throws RunError
  void publish_soon();

 private:
  std::string path_;
  std::string part_;
  int descriptor_ = -1;
  int owner_ = 0;  ///< process that made it; a fork of it removes nothing
  bool published_ = false;
};

}  // namespace doorstroom
