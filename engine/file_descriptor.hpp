#pragma once
/// An open file of the operating system, closed with the object.

#include <unistd.h>

#include <utility>

namespace doorstroom {

class FileDescriptor {
 public:
  FileDescriptor() = default;
  /// @param number  as open() returned it; negative: none
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

}  // namespace doorstroom
