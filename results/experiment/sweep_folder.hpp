#pragma once
/// The folder of a sweep, which any machine may see:
///
///     manifest.json        what is to be done; manifest.2.json, ... after each extension
///     tasks/ab/abcd....h5  the result of a task, by its name
///     failed/abcd....json  why a task failed, until it is done
///     result.h5            all of it together, once merged
///     lock                 held by whoever works on the folder, and free when that process is gone

#include <memory>
#include <string>
#include <vector>

#include "models/messages/said.hpp"
#include "results/experiment/manifest.hpp"

namespace doorstroom {

class SweepFolder {
 public:
  /// @param path  of the folder, which need not be there
  explicit SweepFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  bool has_manifest() const;
  /// The latest. @throws InputError when there is none that can be read
  Manifest manifest() const;
  /// Adds one, the first or a later one. @throws RunError when it cannot be written
  void add(const Manifest& manifest) const;

  std::string result_path() const { return path_ + "/result.h5"; }
  std::string task_path(const std::string& id) const;
  bool is_done(const std::string& id) const;

  /// Why a task failed; empty if it did not.
  Text failure(const std::string& id) const;
  void note_failure(const std::string& id, const Text& why) const;
  void forget_failure(const std::string& id) const;

  /// Where other files of the sweep go: "slurm". Made if need be.
  std::string subfolder(const std::string& name) const;

 private:
  int manifests() const;
  std::string manifest_path(int number) const;
  std::string failure_path(const std::string& id) const;

  std::string path_;
};

/// The right to work on a folder, kept as long as the object lives. A process that dies lets go.
class SweepLock {
 public:
  enum class Kind : std::uint8_t {
    whole,  ///< nobody else works on it
    part,   ///< others may do other parts
  };

  /// @throws InputError that names who holds it
  SweepLock(const SweepFolder& folder, Kind kind);
  ~SweepLock();
  SweepLock(const SweepLock&) = delete;
  SweepLock& operator=(const SweepLock&) = delete;

  /// Who works on the folder as a whole: "process 123 on host"; empty if nobody does.
  static Text holder(const SweepFolder& folder);

 private:
  int descriptor_ = -1;
};

}  // namespace doorstroom
