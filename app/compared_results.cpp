#include "app/compared_results.hpp"

#include <algorithm>
#include <filesystem>

#include "app/about.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/output.hpp"
#include "app/console/progress.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/scenario_input.hpp"
#include "engine/random.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/result_reader.hpp"
#include "results/run/extension.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t enough_replications = 50;

std::uint32_t replications_in(const std::string& path) {
  return static_cast<std::uint32_t>(ResultReader(path).integer("replications"));
}

/// Whether a file holds the result of this scenario, seed and program, with at least so many
/// replications.
bool holds_run(const std::string& path, const Scenario& scenario, std::uint32_t replications) {
  try {
    const ResultReader file(path);
    return file.text("scenario_sha256") == sha256(scenario.resolved) &&
           file.integer("seed") == scenario.seed && file.text("random_scheme") == random_scheme &&
           Provenance{file.text("program_version"), file.text("git_commit")} ==
               this_program().provenance &&
           file.integer("replications") >= replications;
  } catch (const InputError&) {
    return false;
  }
}

/// @throws InputError that explains how to add more
[[noreturn]] void refuse_fewer(const std::string& path, std::uint32_t wanted) {
  const std::uint32_t there = replications_in(path);
  throw input_error(message(
      "{0} holds {1} replications of this run, and {2} are wanted\n  add them: doorstroom run "
      "--extend {3} --replications {4}; or compare with --replications {5}",
      path, there, wanted, path, wanted, there));
}

}  // namespace

bool is_scenario(const std::string& path) {
  const fs::path extension = fs::path(path).extension();
  return extension == ".yaml" || extension == ".yml";
}

ComparedResults::ComparedResults(const ComparedOrder& order, Language language)
    : order_(order), language_(language), kept_(order.variants) {
  kept_.push_back(order.base);
}

std::string ComparedResults::base() {
  if (!is_scenario(order_.base)) {
    seed_ = static_cast<std::uint32_t>(ResultReader(order_.base).integer("seed"));
    replications_ = order_.replications.value_or(replications_in(order_.base));
    return named(order_.base);
  }
  const Scenario scenario = load_and_warn(order_.base, {}, language_);
  seed_ = scenario.seed;
  replications_ =
      order_.replications.value_or(std::max(scenario.replications, enough_replications));
  return run(order_.base, scenario);
}

std::string ComparedResults::variant(const std::string& path) {
  return is_scenario(path) ? run(path, load_and_warn(path, {}, language_)) : named(path);
}

std::string ComparedResults::named(const std::string& path) const {
  const std::uint32_t there = replications_in(path);
  if (order_.replications.value_or(there) > there) refuse_fewer(path, *order_.replications);
  tell_used(path);
  return path;
}

/// Says which replications of a result are compared, where these are not all.
void ComparedResults::tell_used(const std::string& out) const {
  const std::uint32_t there = replications_in(out);
  if (order_.replications && *order_.replications < there)
    print_message(message("{0} holds {1} replications; the first {2} of them are compared", out,
                          there, *order_.replications)
                      .in(language_));
}

std::string ComparedResults::run(const std::string& path, Scenario scenario) {
  scenario.seed = seed_;
  scenario.replications = replications_;
  const std::string name = default_result_path(path);
  const std::string out = (fs::path(order_.folder) / name).string();
  for (const std::string& document : paths_of(scenario.documents)) kept_.push_back(document);
  refuse_to_replace(order_.save, kept_);
  if (holds_run(out, scenario, replications_)) {
    print_message(message("{0} is there already, and used", out).in(language_));
    tell_used(out);
    kept_.push_back(out);
    return out;
  }
  const bool holds_fewer = holds_run(out, scenario, 1);
  if (holds_fewer && !order_.replications && !order_.force) refuse_fewer(out, replications_);
  refuse_to_replace(out, kept_);
  const InterruptHandler interrupt;
  const Program program = this_program();
  RunNotes notes(program);
  Progress progress(message("replications of {0}", fs::path(name).stem().string()), language_);
  RunOrder run{.out = out, .force = order_.force, .jobs = order_.jobs};
  if (holds_fewer && order_.replications) {
    scenario = extended(out, run);
    scenario.replications = replications_;
  }
  run_to_file(scenario, run, program.provenance, notes, run_callbacks(interrupt, progress));
  kept_.push_back(out);
  return out;
}

/// Makes a run one that adds replications to the result of this scenario.
/// @return the scenario as that result holds it
Scenario ComparedResults::extended(const std::string& out, RunOrder& run) const {
  StoredRun earlier = stored_run(out);
  check_extension(out, earlier, {.replications = replications_}, this_program().provenance);
  print_message(message("{0} holds {1} replications; {2} are added to them", out,
                        earlier.scenario.replications,
                        replications_ - earlier.scenario.replications)
                    .in(language_));
  run.force = true;
  run.visits = earlier.visits;
  run.extend = out;
  return std::move(earlier.scenario);
}

}  // namespace doorstroom
