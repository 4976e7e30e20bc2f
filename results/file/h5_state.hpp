#pragma once
/// What an open file holds, and how each call of the HDF5 library on it is checked. Shared by
/// h5_file.cpp, h5_read.cpp and h5_write.cpp.

#include <string>
#include <utility>

#include "engine/error.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/h5_library.hpp"

namespace doorstroom {

struct H5File::State {
  std::string path;
  bool writing = false;
  bool failed = false;  ///< a write failed: from then on ids are dropped, not closed
  H5Handle file;

  State(std::string name, bool write) : path(std::move(name)), writing(write) {}
  ~State() {
    if (failed) file.release();
  }

  /// @throws RunError with the path and the library's last cause
  [[noreturn]] void fail();
  /// @return the result of a call of the library, if it is not negative
  /// @throws RunError if it is
  template <class Result>
  Result check(Result result) {
    if (result < 0) fail();
    return result;
  }
  /// Owns the id that a call of the library returned. @throws RunError if it is negative
  H5Handle own(hid_t id, H5Handle::Close close) { return {check(id), close}; }

  /// A list of properties for creating an object that records no times.
  H5Handle create_plist(hid_t kind);
  /// Of a file whose write failed, drops the id of an open object: closing it would write again.
  void release_if_failed(H5Handle& object) {
    if (failed) object.release();
  }
  /// Calls work(object), then closes the object; drops it if the work failed.
  template <class Work>
  void use(H5Handle object, Work work) {
    try {
      work(object);
    } catch (const RunError&) {
      release_if_failed(object);
      throw;
    }
  }

  /// A dataset for a column, with its units and descriptions.
  H5Handle make_dataset(const std::string& group, const ColumnSpec& spec, hid_t space, hid_t plist,
                        hid_t access = H5P_DEFAULT);
  void set_attribute(hid_t object, const std::string& name, const AttributeValue& value);

 private:
  void put_attribute(hid_t object, const std::string& name, const H5Handle& type,
                     const H5Handle& space, const void* value);
};

struct H5Column::State {
  H5File::State* file;
  ColumnSpec spec;
  H5Handle dataset;
  hsize_t rows = 0;
};

}  // namespace doorstroom
