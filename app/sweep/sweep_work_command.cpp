// doorstroom sweep work: does one part of the tasks, so that several machines can share a sweep.

#include <charconv>

#include "app/shared_options.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct SweepWorkArguments {
  explicit SweepWorkArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  std::string part;  ///< "3/200": of all tasks, the third of 200 parts
};

constexpr auto sweep_work_examples = translatable(R"(Examples:
  doorstroom sweep work places --part 3/200
  seq 200 | parallel --joblog places.log --resume doorstroom sweep work places --part {{}}/200

Parts may be done in any order, at once, and on several machines that see the folder.)");

void describe(Options& options, SweepWorkArguments& arguments) {
  add_folder(options, *arguments.sweep);
  add_jobs(options, arguments.sweep->jobs);
  options.option("--part", "I/N", arguments.part, translatable("Which part, and of how many"))
      .required();
}

/// The tasks of a part such as "3/200". Takes every 200th task, so that the parts are of equal
/// size.
/// @throws InputError when the part is not written so
std::vector<Task> part_of(const std::vector<Task>& tasks, const std::string& part) {
  std::size_t which = 0;
  std::size_t of = 0;
  const char* end = part.data() + part.size();
  const auto first = std::from_chars(part.data(), end, which);
  const bool cut = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  const auto second = cut ? std::from_chars(first.ptr + 1, end, of) : first;
  if (!cut || second.ec != std::errc() || second.ptr != end || which < 1 || which > of)
    throw input_error(message(
        "--part {0}: this is no part\n  write the part and how many there are, such as 3/200",
        part));
  std::vector<Task> some;
  for (std::size_t i = which - 1; i < tasks.size(); i += of) some.push_back(tasks[i]);
  return some;
}

int run(const SweepWorkArguments& arguments, Language language) {
  const SweepArguments& sweep = *arguments.sweep;
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  check_program(folder, manifest, language);
  const SweepLock lock(folder, SweepLock::Kind::part);
  const std::vector<Task> part = part_of(manifest.tasks(), arguments.part);
  return do_tasks(folder, manifest, part, sweep.jobs, language) ? 0 : 1;
}

}  // namespace

Command sweep_work_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepWorkArguments>(
      "work", translatable("Compute one part of the tasks"), sweep_work_examples, describe, run,
      std::make_shared<SweepWorkArguments>(sweep));
}

}  // namespace doorstroom
