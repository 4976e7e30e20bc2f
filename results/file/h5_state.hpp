#pragma once
/// What an open file holds, and how each call of the HDF5 library on it is checked. Shared by
/// h5_file.cpp, h5_read.cpp and h5_write.cpp.

#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/file/chunk_packers.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/h5_library.hpp"
#include "results/file/reading.hpp"

namespace doorstroom {

struct H5File::State {
  std::string path;
  bool writing = false;
  bool failed = false;       ///< a write failed: from then on ids are dropped, not closed
  std::uint64_t length = 0;  ///< of a file that is read [byte]
  int out = -1;              ///< of an OutputFile: where it is open for writing
  int descriptor = -1;       ///< by which the library writes
  H5Handle file;
  ChunkPackers packers{chunks_at_a_time()};

  State(std::string name, bool write) : path(std::move(name)), writing(write) {}
  ~State() {
    if (failed) file.release();
    if (writing) return;
    const Reading closing(path);  // the library may go round then, too
    file = H5Handle();
  }

  /// By which the library has the file open. @throws what fail() does
  int descriptor_of_library();
  /// @throws RunError, or InputError of a file that is read, with the path and the library's last
  ///         cause
  [[noreturn]] void fail();
  /// @return the result of a call of the library, if it is not negative
  /// @throws what fail() does if it is, or if the system has refused any write to the file
  template <class Result>
  Result check(Result result) {
    if (result < 0 || (writing && refused_write(descriptor) != 0)) fail();
    return result;
  }
  /// Owns the id that a call of the library returned. @throws what fail() does if it is negative
  H5Handle own(hid_t id, H5Handle::Close close) { return {check(id), close}; }

  // Reading.
  /// @throws InputError of a file that is not what we write
  [[noreturn]] void refuse(const LocalizedText& what) const;
  /// Refuses a path of which a part is a soft or external link: it could lead to any other file.
  void check_own(const std::string& object);
  H5Handle open_dataset(const std::string& path_in_file);
  /// Refuses what claims more values than fit in the file.
  /// @param stored      bytes that it claims to take in the file
  /// @param compressed  how many times more its values may take in memory
  void check_room(const std::string& what, hid_t type, hid_t space, std::uint64_t stored,
                  std::uint64_t compressed);
  /// The same for a dataset, which also must be in this file.
  void check_room(const std::string& path_in_file, hid_t dataset);
  /// What read() returns. @throws InputError when there is no memory for it
  template <class Read>
  H5Content with_memory_for(const std::string& what, Read read) const {
    try {
      return read();
    } catch (const std::bad_alloc&) {
      throw input_error(
          message("cannot read {0}: there is not enough memory for {1}\n  end other programs, or "
                  "copy the file again: it may be damaged",
                  path, what));
    }
  }

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
  hsize_t chunk_rows = 0;
  hsize_t rows = 0;  ///< with those of chunks that are still being packed

  /// Whether so many values begin a chunk and end within it, and the file holds them as memory
  /// does.
  bool are_one_chunk(std::size_t count) const;
  /// Has the values packed beside, to be placed past the filters of the library.
  /// @pre are_one_chunk(count)
  void append_chunk(const ColumnValues& values, std::size_t first, std::size_t count);
  void place(hsize_t start, hsize_t end, std::span<const std::byte> packed);
};

}  // namespace doorstroom
