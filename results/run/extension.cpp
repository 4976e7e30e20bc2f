#include "results/run/extension.hpp"

#include <string>

#include "engine/random.hpp"
#include "models/messages/message.hpp"
#include "results/run/scenario_difference.hpp"

namespace doorstroom {
namespace {

void check_scenario(const std::string& path, const StoredRun& earlier, const Scenario& given) {
  const LocalizedText difference = scenario_difference(earlier.scenario.resolved, given.resolved);
  if (difference.empty()) return;
  throw input_error(
      message("{0} is a result of another scenario than the one given: {1}\n  leave the scenario "
              "out, for the file holds its own; or run this one into another file",
              path, difference));
}

void check_program(const std::string& path, const StoredRun& earlier, const ExtensionOrder& order,
                   const Provenance& here) {
  if (earlier.random_scheme != random_scheme)
    throw input_error(
        message("{0} has random numbers of the scheme {1}, this program draws by {2}\n  what is "
                "added would come from other worlds than what is there; run the scenario again",
                path, earlier.random_scheme, std::string(random_scheme)));
  if (!earlier.read_alike)
    throw input_error(
        message("{0}: this program reads the scenario in the file as another one than the program "
                "that wrote it ({1})\n  run the scenario again",
                path, earlier.made_by.program_version));
  if (earlier.made_by != here && !order.force)
    throw input_error(
        message("{0} was made by doorstroom {1} ({2}), this is {3} ({4})\n  numbers could differ "
                "between them; go on with the program that made it, run the scenario again, or "
                "take the risk with --force",
                path, earlier.made_by.program_version, earlier.made_by.git_commit,
                here.program_version, here.git_commit));
}

}  // namespace

void check_extension(const std::string& path, const StoredRun& earlier, const ExtensionOrder& order,
                     const Provenance& here) {
  if (order.given != nullptr) check_scenario(path, earlier, *order.given);
  const std::uint32_t seed = earlier.scenario.seed;
  if (order.seed.value_or(seed) != seed)
    throw input_error(
        message("{0} was run with seed {1}, not {2}\n  leave --seed out, or run the scenario into "
                "a file of its own",
                path, seed, *order.seed));
  if (order.visits.value_or(earlier.visits) != earlier.visits)
    throw input_error(
        message("{0} keeps youths and visits of the first {1} replications, not {2}\n  leave "
                "--visits out, or run the scenario into a file of its own",
                path, earlier.visits, *order.visits));
  check_program(path, earlier, order, here);
  const std::uint32_t there = earlier.scenario.replications;
  if (order.replications <= there)
    throw input_error(message(
        "{0} has {1} replications already\n  ask for more than those: --replications {2}, say",
        path, there, there + 100));
}

}  // namespace doorstroom
