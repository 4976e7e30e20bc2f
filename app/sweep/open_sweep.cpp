#include "app/sweep/open_sweep.hpp"

#include <algorithm>
#include <ranges>

#include "app/about.hpp"
#include "app/console/output.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// How the plan has changed since the sweep was begun; empty when it is the same.
LocalizedText difference(const Manifest& begun, const Manifest& now) {
  if (begun.base_sha256 != now.base_sha256) return message("the scenario is another");
  if (begun.seed != now.seed) return message("the seed is another");
  if (!std::ranges::equal(begun.points | std::views::take(now.points.size()), now.points, {},
                          &SweepPoint::sha256, &SweepPoint::sha256))
    return message("the points are others");
  if (begun.keep != now.keep) return message("other key figures are kept");
  if (begun.until != now.until ||
      begun.batches.front().replications.count != now.batches.front().replications.count)
    return message("the replications are others (more of them: `doorstroom sweep extend`)");
  return {};
}

}  // namespace

SweepFolder existing_sweep(const std::string& path) {
  SweepFolder folder(path);
  if (!folder.has_manifest()) folder.manifest();  // throws, and explains what is wrong
  return folder;
}

Manifest open_plan(const SweepFolder& folder, const SweepArguments& sweep) {
  const LoadedSweep loaded = load_sweep(sweep.plan);
  const Manifest now = make_manifest(loaded, this_version(), sweep.block);
  if (!folder.has_manifest()) {
    folder.add(now);
    return now;
  }
  Manifest begun = folder.manifest();
  if (const LocalizedText what = difference(begun, now); !what.empty())
    throw input_error(
        message("{0}: holds a sweep that was begun with another plan: {1}\n  give this one a "
                "folder of its own, with -o",
                folder.path(), what));
  return begun;
}

void check_program(const SweepFolder& folder, const Manifest& manifest, Language language) {
  const ProgramVersion ours = this_version();
  if (manifest.program.version != ours.version ||
      manifest.program.random_scheme != ours.random_scheme)
    throw input_error(
        message("{0}: this sweep was begun with doorstroom {1} ({2}), and this is {3} ({4})\n  "
                "results of different programs do not go together; go on with that one, or begin "
                "anew in another folder",
                folder.path(), manifest.program.version, manifest.program.random_scheme,
                ours.version, ours.random_scheme));
  if (manifest.program.git_commit != ours.git_commit)
    print_message(message("{0}: this sweep was begun with a doorstroom of commit {1}, and this one "
                          "is of {2}; their results may differ",
                          folder.path(), manifest.program.git_commit, ours.git_commit)
                      .in(language));
}

}  // namespace doorstroom
