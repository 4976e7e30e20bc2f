#pragma once
/// A file system that is soon full. Mounting one takes root.

#include <sys/mount.h>

#include <filesystem>
#include <string>

namespace doorstroom::testing {

/// A file system of that size; gone with the object.
class SmallDisk {
 public:
  SmallDisk(std::filesystem::path path, const std::string& size) : path_(std::move(path)) {
    std::filesystem::create_directory(path_);
    mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  bool is_empty() const { return std::filesystem::is_empty(path_); }
  void grow(const std::string& size) const {
    mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str());
  }
  void make_read_only() const {
    mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "");
  }

 private:
  std::filesystem::path path_;
  bool mounted_ = false;
};

}  // namespace doorstroom::testing
