#pragma once
/// The HDF5 library: how it is started, what it says of a failure, and the ids that it gives out.
/// Only files of this folder whose names begin with h5_ include this header.

#include <hdf5.h>

#include <string>
#include <utility>

#include "models/messages/message.hpp"

namespace doorstroom {

/// Starts the library; every later call does nothing. Call it before any other use of the library.
/// The library then closes no file at exit (a file whose write failed must not be closed) and
/// prints no messages of its own.
void start_hdf5();

/// The innermost cause of the library's last failure, in words: what the operating system said, or
/// else the library's own description. Clears the library's error stack.
LocalizedText hdf5_error();

/// Whether it failed for want of memory. Asked at once: the next call forgets.
bool hdf5_lacks_memory();
/// Whether it failed as the system refused to read. Asked at once.
bool hdf5_was_refused_a_read();

/// What the system said when it refused to write to an open file of the library; 0 when it never
/// did. The library may go on as if all were well: what it writes when an object is closed is told
/// only by the call that closes.
int refused_write(int descriptor);
/// The number stands for a new file from now on.
void forget_refused_writes(int descriptor);

/// Owns an id of the library: closes it when destroyed.
class H5Handle {
 public:
  using Close = herr_t (*)(hid_t);
  H5Handle() = default;
  H5Handle(hid_t id, Close close) : id_(id), close_(close) {}
  H5Handle(H5Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  H5Handle& operator=(H5Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~H5Handle() {
    if (id_ >= 0) close_(id_);
  }
  operator hid_t() const { return id_; }  // NOLINT: it stands for the id
  hid_t release() { return std::exchange(id_, -1); }

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

}  // namespace doorstroom
