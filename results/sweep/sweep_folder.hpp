#pragma once
/// The folder of a sweep, which several machines may share:
///
///     manifest.json        the work; manifest.2.json, ... after each extension
///     tasks/ab/abcd....h5  the result of a task, by its name
///     failed/abcd....json  why a task failed; removed when it succeeds
///     result.h5            all results, once merged
///     lock                 locked by the process that works on the folder

#include <string>
#include <vector>

#include "engine/file_descriptor.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/manifest.hpp"

namespace doorstroom {

class SweepFolder {
 public:
  /// @param path  of the folder, which need not exist
  explicit SweepFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  bool has_manifest() const;
  /// The latest manifest. @throws InputError when there is none, or it cannot be read
  Manifest manifest() const;
  /// Adds a manifest. @throws RunError when it cannot be written
  void add(const Manifest& manifest) const;

  std::string result_path() const { return path_ + "/result.h5"; }
  std::string task_path(const std::string& id) const;

  /// Why a task failed; empty if it did not fail.
  LocalizedText failure(const std::string& id) const;
  void note_failure(const std::string& id, const LocalizedText& why) const;
  void forget_failure(const std::string& id) const;

  /// A folder for other files of the sweep, such as "slurm"; created if it does not exist.
  std::string subfolder(const std::string& name) const;

 private:
  int manifests() const;
  std::string manifest_path(int number) const;
  std::string failure_path(const std::string& id) const;

  std::string path_;
};

/// A lock on a folder, held until it is destroyed or the process dies.
class SweepLock {
 public:
  enum class Kind : std::uint8_t {
    whole,  ///< no other process may work on it
    part,   ///< others may compute other tasks
  };

  /// @throws InputError that names the process that holds the lock
  SweepLock(const SweepFolder& folder, Kind kind);
  /// The process that holds the whole folder: "process 123 on host"; empty if none does.
  static LocalizedText holder(const SweepFolder& folder);

 private:
  FileDescriptor file_;
};

}  // namespace doorstroom
