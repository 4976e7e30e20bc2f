#pragma once
/// A file that the program makes: every result, table, picture, page, manifest and script. It is
/// written aside as PATH.part and gets its name when it is complete and on disk, so whoever finds
/// PATH finds a whole file. Unless it is published, the destructor removes what was written, and so
/// does a signal that ends the program.
///
///     OutputFile out(path, replace);
///     out.write(text);                      or  H5File file = H5File::create(out);
///                                               ... file.close();
///     out.publish();
///
/// A library that opens files by name is given path_for_library(), which is the open file whatever
/// becomes of its name. Whoever adds something to what a library wrote does so on descriptor(),
/// after the library has closed the file and before publish().
///
/// PATH.part is locked while it is written. One that nobody has locked was left by a program that
/// was killed; it is removed and made anew, so that the file has our owner, and the rights that the
/// umask leaves. A link in its place is refused (results/file/lockable_file.hpp).

#include <memory>
#include <string>
#include <string_view>

#include "engine/file_descriptor.hpp"
#include "results/file/unfinished.hpp"

namespace doorstroom {

/// What a file is called behind its name while it is written.
inline constexpr std::string_view part_ending = ".part";

class OutputFile {
 public:
  /// Creates and locks an empty PATH.part; the destructor unlocks it.
  /// @param replace  whether an existing PATH may be replaced
  /// @throws InputError when PATH exists and may not be replaced, is a folder, its folder does not
  ///         exist, PATH.part is a link, or another process is writing it
  /// @throws RunError when the operating system refuses
  OutputFile(std::string path, bool replace);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  const std::string& path() const { return path_; }
  /// The name in messages while it is written.
  const std::string& part_path() const { return part_; }
  std::string path_for_library() const;
  const FileDescriptor& descriptor() const { return file_; }

  /// Adds bytes at the end. @throws RunError
  void write(std::string_view bytes);

  /// Syncs the file to disk and renames it: even after a power cut there is a complete file, or
  /// none. @throws InputError when PATH has come to exist meanwhile and may not be replaced
  /// @throws RunError
  void publish();
  /// As publish(), but a power cut soon after may remove the file. Takes half the time; for files
  /// that are computed again when they are missing, or whose folder is synced later.
  void publish_soon();

  /// Removes what a process that was killed has left of a file, if nobody is writing it.
  static void remove_left(const std::string& path) noexcept;

 private:
  void open_part();
  void check_target() const;

  std::string path_;
  std::string part_;
  std::string name_;       ///< of path_ in the folder
  std::string part_name_;  ///< of part_ in the folder
  bool replace_;
  FileDescriptor folder_;
  FileDescriptor file_;
  std::unique_ptr<Unfinished> unfinished_;  ///< null once published
  int owner_ = 0;  ///< process that created it; forks of it do not remove it
};

/// Syncs an open folder, so that the names in it outlive a power cut. @throws RunError
void sync_folder(const FileDescriptor& folder, const std::string& path);

}  // namespace doorstroom
