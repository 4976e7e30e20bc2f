#include "app/sweep_command.hpp"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ranges>

#include "app/about.hpp"
#include "app/output.hpp"
#include "app/watch.hpp"
#include "engine/random.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/sweep_folder.hpp"
#include "results/experiment/sweep_result.hpp"
#include "results/experiment/task_runner.hpp"
#include "results/file/run_facts.hpp"

namespace doorstroom {
namespace {

ProgramVersion this_version() {
  const Provenance about = this_program().provenance;
  return {about.program_version, about.git_commit, std::string(random_scheme)};
}

/// Another program may count otherwise, so it does not go on with the work of this one.
void check_program(const SweepFolder& folder, const Manifest& manifest, Language language) {
  const ProgramVersion ours = this_version();
  if (manifest.program.version != ours.version ||
      manifest.program.random_scheme != ours.random_scheme)
    throw input_error(
        say("{}: this sweep was begun with doorstroom {} ({}), and this is {} ({})\n"
            "  results of different programs do not go together; go on with that "
            "one, or begin anew in another folder",
            folder.path(), manifest.program.version, manifest.program.random_scheme, ours.version,
            ours.random_scheme));
  if (manifest.program.git_commit != ours.git_commit)
    tell(say("{}: this sweep was begun with a doorstroom of commit {}, and this one is of {}; "
             "their results may differ",
             folder.path(), manifest.program.git_commit, ours.git_commit)
             .in(language));
}

/// In what another plan differs from the one that a folder was begun with; empty: in nothing.
Text difference(const Manifest& begun, const Manifest& now) {
  if (begun.base_sha256 != now.base_sha256) return "the scenario is another";
  if (begun.seed != now.seed) return "the seed is another";
  if (!std::ranges::equal(begun.points | std::views::take(now.points.size()), now.points, {},
                          &SweepPoint::sha256, &SweepPoint::sha256))
    return "the points are others";
  if (begun.keep != now.keep) return "other key figures are kept";
  if (begun.until != now.until ||
      begun.batches.front().replications.count != now.batches.front().replications.count)
    return "the replications are others (more of them: `doorstroom sweep extend`)";
  return {};
}

/// The manifest of a folder: the one that is there if it is of this plan, else a new one.
Manifest open_folder(const SweepFolder& folder, const SweepArguments& arguments) {
  const LoadedSweep sweep = load_sweep(arguments.plan);
  const Manifest now = make_manifest(sweep, this_version(), arguments.block);
  if (!folder.has_manifest()) {
    folder.add(now);
    return now;
  }
  Manifest begun = folder.manifest();
  if (const Text what = difference(begun, now); !what.empty())
    throw input_error(
        say("{}: holds a sweep that was begun with another plan: {}\n  give this one "
            "a folder of its own, with -o",
            folder.path(), what));
  return begun;
}

/// Every n-th task, so that parts are alike in size.
std::vector<Task> part_of(const std::vector<Task>& tasks, const std::string& part) {
  std::size_t which = 0;
  std::size_t of = 0;
  const char* end = part.data() + part.size();
  const auto first = std::from_chars(part.data(), end, which);
  const bool cut = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  const auto second = cut ? std::from_chars(first.ptr + 1, end, of) : first;
  if (!cut || second.ec != std::errc() || second.ptr != end || which < 1 || which > of)
    throw input_error(
        say("--part {}: this is no part\n  write the part and how many there are, such as 3/200",
            part));
  std::vector<Task> some;
  for (std::size_t i = which - 1; i < tasks.size(); i += of) some.push_back(tasks[i]);
  return some;
}

std::string join(const std::vector<Text>& lines, std::size_t most, Language language) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i)
    text += "  " + lines[i].in(language) + "\n";
  if (lines.size() > most) text += say("  ... and {} more\n", lines.size() - most).in(language);
  return text;
}

/// Does tasks with progress; tells what failed. @return whether all are done
bool do_tasks(const SweepFolder& folder, const Manifest& manifest, const std::vector<Task>& tasks,
              const SweepArguments& arguments) {
  const InterruptWatch interrupt;
  Progress progress("tasks", arguments.language);
  TasksDone done;
  try {
    done = run_tasks(folder, manifest, tasks, pool_of(arguments.jobs, interrupt, progress));
  } catch (const Interrupted&) {
    throw Stopped{say("Stopped. What is done is kept; go on with `doorstroom sweep retry {}`.",
                      folder.path())};
  }
  if (done.failures.empty()) return true;
  constexpr std::size_t most = 10;
  progress.say(
      say("{} of {} tasks failed:\n{}The others are done. `doorstroom sweep retry {}` "
          "does these once more.",
          done.failures.size(), tasks.size(), join(done.failures, most, arguments.language),
          folder.path()));
  return false;
}

int merge_all(const SweepFolder& folder, const Manifest& manifest, Language language) {
  Progress progress("tasks", language);
  merge(folder, manifest, utc_now(),
        [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); });
  print(say("{} points, {}\nResult file: {}\n", manifest.points.size(), replications_text(manifest),
            folder.result_path())
            .in(language));
  return 0;
}

int do_and_merge(const SweepFolder& folder, const Manifest& manifest,
                 const SweepArguments& arguments) {
  if (!do_tasks(folder, manifest, manifest.tasks(), arguments)) return 1;
  return merge_all(folder, manifest, arguments.language);
}

int run_plan(const SweepArguments& arguments) {
  const std::string path = arguments.folder.empty()
                               ? std::filesystem::path(arguments.plan).stem().string()
                               : arguments.folder;
  const SweepFolder folder(path);
  const SweepLock lock(folder, SweepLock::Kind::whole);
  const Manifest manifest = open_folder(folder, arguments);
  check_program(folder, manifest, arguments.language);
  if (!arguments.no_run) return do_and_merge(folder, manifest, arguments);
  print(say("{}: {} tasks to do\n", folder.path(), manifest.tasks().size()).in(arguments.language));
  return 0;
}

/// To a cluster; the tasks are done there, and nothing here.
int submit_plan(const SweepArguments& arguments) {
  const SweepFolder folder(arguments.folder);
  Manifest manifest;
  {
    const SweepLock lock(folder, SweepLock::Kind::whole);
    manifest = open_folder(folder, arguments);
    check_program(folder, manifest, arguments.language);
  }
  constexpr std::size_t most_jobs = 200;
  SlurmOrder order = arguments.slurm;
  const std::size_t tasks = manifest.tasks().size();
  order.blocks = std::min(order.blocks > 0 ? order.blocks : most_jobs, tasks);
  const SlurmJobs jobs = submit(folder, order);
  print(say("{} tasks in {} jobs: {}\nThen put together by job {}.\n`doorstroom sweep status {}` "
            "tells how far it is; logs are in {}/slurm\n",
            tasks, order.blocks, boost::join(jobs.arrays, ", "), jobs.merge, folder.path(),
            folder.path())
            .in(arguments.language));
  return 0;
}

int status(const SweepFolder& folder, Language language) {
  const Manifest manifest = folder.manifest();
  const std::vector<Task> tasks = manifest.tasks();
  std::size_t done = 0;
  std::vector<Text> failures;
  for (const Task& task : tasks) {
    const std::string id = manifest.task_id(task);
    if (folder.is_done(id))
      ++done;
    else if (const Text why = folder.failure(id); !why.empty())
      failures.push_back(say("{}: {}", in_words(manifest, task), why));
  }
  print(say("{}: {} points, {}, in {} tasks\n{} done, {} failed, {} to do\n", manifest.name,
            manifest.points.size(), replications_text(manifest), tasks.size(), done,
            failures.size(), tasks.size() - done - failures.size())
            .in(language));
  print(join(failures, 10, language));
  if (const Text who = SweepLock::holder(folder); !who.empty())
    print(say("{} works on it\n", who).in(language));
  if (const std::string state = slurm_state(folder); !state.empty())
    print(say("Slurm: {}\n", state).in(language));
  return 0;
}

/// A folder that is there, for the commands that need one.
SweepFolder known_folder(const SweepArguments& arguments) {
  SweepFolder folder(arguments.folder);
  if (!folder.has_manifest()) folder.manifest();  // says what is the matter
  return folder;
}

int extend(const SweepFolder& folder, const SweepArguments& arguments) {
  if (arguments.replications.has_value() == arguments.points.has_value())
    throw input_error(
        "sweep extend: say what there should be more of\n  either --replications or --points");
  const SweepLock lock(folder, SweepLock::Kind::whole);
  const Manifest before = folder.manifest();
  check_program(folder, before, arguments.language);
  const Manifest manifest = arguments.points ? with_points(before, *arguments.points)
                                             : with_replications(before, *arguments.replications);
  folder.add(manifest);
  return do_and_merge(folder, manifest, arguments);
}

}  // namespace

int sweep_command(const SweepArguments& arguments) {
  const std::string& command = arguments.command;
  if (command.empty()) {
    if (arguments.plan.empty())
      throw input_error(
          "sweep: there is no plan\n  name one, such as `doorstroom sweep "
          "places.yaml -o places`; `doorstroom sweep --help` says how it is "
          "written");
    return run_plan(arguments);
  }
  if (command == "submit") return submit_plan(arguments);
  const SweepFolder folder = known_folder(arguments);
  if (command == "status") return status(folder, arguments.language);
  if (command == "show") return sweep_show(arguments);
  if (command == "extend") return extend(folder, arguments);
  const Manifest manifest = folder.manifest();
  check_program(folder, manifest, arguments.language);
  if (command == "merge") return merge_all(folder, manifest, arguments.language);
  if (command == "work") {
    const SweepLock lock(folder, SweepLock::Kind::part);
    const std::vector<Task> part = part_of(manifest.tasks(), arguments.part);
    return do_tasks(folder, manifest, part, arguments) ? 0 : 1;
  }
  const SweepLock lock(folder, SweepLock::Kind::whole);
  return do_and_merge(folder, manifest, arguments);
}

}  // namespace doorstroom
