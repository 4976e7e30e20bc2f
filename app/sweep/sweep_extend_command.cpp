// doorstroom sweep extend: adds replications or points; what is done is not done again.

#include <optional>

#include "app/shared_options.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/sweep_result.hpp"

namespace doorstroom {
namespace {

struct SweepExtendArguments {
  explicit SweepExtendArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  std::optional<std::uint32_t> replications;  ///< of each point, in all
  std::optional<std::uint32_t> points;        ///< in all
};

constexpr auto sweep_extend_examples = translatable(R"(Examples:
  doorstroom sweep extend places --replications 40
  doorstroom sweep extend places --points 512

The same command goes on when it was stopped.)");

void describe(Options& options, SweepExtendArguments& arguments) {
  add_folder(options, *arguments.sweep);
  add_jobs(options, arguments.sweep->jobs);
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("So many of each point, in all"), {1, 1'000'000});
  options.whole_number("--points", "N", arguments.points, translatable("So many points, in all"),
                       {1, 1'000'000});
}

int run(const SweepExtendArguments& arguments, Language language) {
  const SweepArguments& sweep = *arguments.sweep;
  const SweepFolder folder = existing_sweep(sweep.folder);
  if (arguments.replications.has_value() == arguments.points.has_value())
    throw input_error(message(
        "sweep extend: say what there should be more of\n  either --replications or --points"));
  const SweepLock lock(folder, SweepLock::Kind::whole);
  const Manifest before = folder.manifest();
  check_program(folder, before, language);
  const bool is_asked_again =
      arguments.points ? before.points.size() == *arguments.points
                       : before.until.empty() && before.replications() == *arguments.replications;
  if (is_asked_again && !is_merged(folder, before))
    return do_and_merge(folder, before, sweep.jobs, language);
  const Manifest manifest = arguments.points ? with_points(before, *arguments.points)
                                             : with_replications(before, *arguments.replications);
  folder.add(manifest);
  return do_and_merge(folder, manifest, sweep.jobs, language);
}

}  // namespace

Command sweep_extend_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepExtendArguments>(
      "extend", translatable("Add replications or points, without computing any again"),
      sweep_extend_examples, describe, run, std::make_shared<SweepExtendArguments>(sweep));
}

}  // namespace doorstroom
