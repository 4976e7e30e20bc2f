// doorstroom rerun: runs the scenario in a result file again, and compares the two results.

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/shared_options.hpp"
#include "engine/random.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/lockable_file.hpp"
#include "results/file/unfinished.hpp"
#include "results/run/scenario_run.hpp"
#include "results/run/stored_run.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

struct RerunArguments {
  std::string result;  ///< file
  std::string out;     ///< where the new result goes, and stays; empty: nowhere
  int jobs = 0;        ///< worker processes; 0: one for each core
};

constexpr auto rerun_examples = translatable(R"(Examples:
  doorstroom rerun minimal.h5
  doorstroom rerun minimal.h5 -o again.h5

It runs the scenario in the file once more, with its seed, and tells in what the two differ, if in
anything. The file itself is not touched. Exit code 0: the same; 1: not.)");

void describe(Options& options, RerunArguments& arguments) {
  options.positional("FILE", arguments.result, translatable("Result file (HDF5)")).required();
  options
      .option("-o,--out", "OUT", arguments.out,
              translatable("Keep the new result here. Default: it is made in the "
                           "system's\nfolder for temporary files, and removed"))
      .names_output();
  add_jobs(options, arguments.jobs);
}

/// A new folder among the system's temporary files; removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code trouble;
    const fs::path above = fs::temp_directory_path(trouble);
    if (trouble)
      throw input_error(
          message("there is no folder for temporary files\n  name one that exists in the "
                  "environment variable TMPDIR, or say with -o where the new result is kept"));
    std::string name = (above / "doorstroom-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw run_error(message("cannot make a folder {0}: {1}", name, system_error(errno)));
    path_ = name;
    itself_ = open_folder_of(name + "/.");
    above_ = open_folder_of(name);
    const std::string only_name = path_.filename().string();
    unfinished_.emplace(above_, only_name, itself_, ToldUnfinished(above_, only_name, true));
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }
  /// A signal that ends the program removes this file as well.
  void keep_until_end(const std::string& name) {
    const FolderEntry entry{itself_, name, name};
    if (const auto file = open_file(entry))
      file_.emplace(itself_, name, *file, ToldUnfinished(itself_, name, false));
  }

 private:
  fs::path path_;
  FileDescriptor above_;
  FileDescriptor itself_;
  std::optional<Unfinished> unfinished_;
  std::optional<Unfinished> file_;
};

void run_again(const StoredRun& stored, const std::string& out, int jobs, Language language) {
  const InterruptHandler interrupt;
  const Program program = this_program();
  RunNotes notes(program);
  Progress progress(message("replications"), language);
  run_to_file(stored.scenario, {.out = out, .jobs = jobs, .visits = stored.visits},
              program.provenance, notes, run_callbacks(interrupt, progress));
}

/// Why the numbers probably differ: another random scheme or version of the program, else the
/// machine.
LocalizedText likely_reason(const StoredRun& stored, const std::string& host) {
  const Provenance here = this_program().provenance;
  if (stored.random_scheme != random_scheme)
    return message(
        "Likely reason: its random numbers are of the scheme {0}, and this program draws by {1}.\n",
        stored.random_scheme, std::string(random_scheme));
  if (stored.made_by != here)
    return message("Likely reason: it was made by doorstroom {0} ({1}), and this is {2} ({3}).\n",
                   stored.made_by.program_version, stored.made_by.git_commit, here.program_version,
                   here.git_commit);
  return message(
      "It was made by this version of the program, on {0}: look at what differs between the "
      "machines, or whether the file was changed.\n",
      host);
}

int run(const RerunArguments& arguments, Language language) {
  const StoredRun stored = stored_run(arguments.result);
  const std::string host = as_input([&] { return facts_of(ResultReader(arguments.result)).host; });
  std::optional<TemporaryFolder> folder;
  if (arguments.out.empty()) folder.emplace();
  const std::string out = folder ? (folder->path() / "again.h5").string() : arguments.out;
  run_again(stored, out, arguments.jobs, language);
  if (folder) folder->keep_until_end("again.h5");
  const std::vector<Difference> found =
      as_input([&] { return differences(arguments.result, out); });
  if (found.empty()) {
    print(message("The same: {0} run again comes to what it holds, {1} replications, seed {2}.\n",
                  arguments.result, stored.scenario.replications, stored.scenario.seed)
              .in(language));
    return 0;
  }
  std::string text = message("Not the same: {0} differs from its run of now in {1} places.\n",
                             arguments.result, found.size())
                         .in(language);
  for (const Difference& difference : found)
    text += fmt::format("  {}\n", to_text(difference).in(language));
  print(text + likely_reason(stored, host).in(language));
  return 1;
}

}  // namespace

Command rerun_command() {
  return make_reading_command<RerunArguments>(
      "rerun", translatable("Run a result's scenario again, and check that the result is the same"),
      rerun_examples, describe, run);
}

}  // namespace doorstroom
