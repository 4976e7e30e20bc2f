// doorstroom rerun: whether a result can be had again.

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/shared_options.hpp"
#include "app/watch.hpp"
#include "engine/random.hpp"
#include "models/messages/said.hpp"
#include "results/file/compare_files.hpp"
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

constexpr auto rerun_examples = R"(Examples:
  doorstroom rerun minimal.h5
  doorstroom rerun minimal.h5 -o again.h5

It runs the scenario in the file once more, with its seed, and tells in what the two differ, if in
anything. The file itself is not touched. Exit code 0: the same; 1: not.)";

void describe(Options& options, RerunArguments& arguments) {
  options.positional("FILE", arguments.result, "Result file (HDF5)").required();
  options.option("-o,--out", "OUT", arguments.out,
                 "Keep the new result here. Default: it is made in the system's\n"
                 "folder for temporary files, and removed");
  add_jobs(options, arguments.jobs);
}

/// A folder of its own among the system's temporary files; gone with the object, whatever happens.
class TemporaryPlace {
 public:
  TemporaryPlace() {
    std::string name = (fs::temp_directory_path() / "doorstroom-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw run_error(say("cannot make a folder {}: {}", name, std::strerror(errno)));
    path_ = name;
  }
  ~TemporaryPlace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryPlace(const TemporaryPlace&) = delete;
  TemporaryPlace& operator=(const TemporaryPlace&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void run_again(const StoredRun& stored, const std::string& out, int jobs, Language language) {
  const InterruptWatch interrupt;
  const Program program = this_program();
  RunNotes notes(program);
  Progress progress("replications", language);
  run_to_file(stored.scenario, {.out = out, .jobs = jobs, .visits = stored.visits},
              program.provenance, notes, watch_of(interrupt, progress));
}

/// Who made the file, when that was another program: the likely reason why numbers differ.
Text likely_reason(const StoredRun& stored, const std::string& host) {
  const Provenance here = this_program().provenance;
  if (stored.random_scheme != random_scheme)
    return say(
        "Likely reason: its random numbers are of the scheme {}, and this program draws by "
        "{}.\n",
        stored.random_scheme, std::string(random_scheme));
  if (stored.made_by != here)
    return say("Likely reason: it was made by doorstroom {} ({}), and this is {} ({}).\n",
               stored.made_by.program_version, stored.made_by.git_commit, here.program_version,
               here.git_commit);
  return say(
      "It was made by this version of the program, on {}: look at what differs between the "
      "machines, or whether the file was changed.\n",
      host);
}

int run(const RerunArguments& arguments, Language language) {
  const StoredRun stored = stored_run(arguments.result);
  const std::string host = as_input([&] { return facts_of(ResultReader(arguments.result)).host; });
  const TemporaryPlace place;
  const std::string out =
      arguments.out.empty() ? (place.path() / "again.h5").string() : arguments.out;
  run_again(stored, out, arguments.jobs, language);
  const std::vector<Difference> found =
      as_input([&] { return differences(arguments.result, out); });
  if (found.empty()) {
    print(say("The same: {} run again comes to what it holds, {} replications, seed {}.\n",
              arguments.result, stored.scenario.replications, stored.scenario.seed)
              .in(language));
    return 0;
  }
  std::string text = say("Not the same: {} differs from its run of now in {} places.\n",
                         arguments.result, found.size())
                         .in(language);
  for (const Difference& difference : found)
    text += fmt::format("  {}\n", to_text(difference).in(language));
  print(text + likely_reason(stored, host).in(language));
  return 1;
}

}  // namespace

Command rerun_command() {
  return make_command<RerunArguments>(
      "rerun", "Run a result's scenario again, and tell whether it is the same", rerun_examples,
      describe, run);
}

}  // namespace doorstroom
