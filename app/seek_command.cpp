// doorstroom seek: prints the smallest capacity that meets a target.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/seek.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/decisions/written_questions.hpp"

namespace doorstroom {
namespace {

struct SeekArguments {
  std::string scenario;                   ///< file, or result
  std::vector<std::string> vary;          ///< "PATH=LOWEST..HIGHEST:STEP"
  std::vector<std::string> so_that;       ///< "KPI >= AMOUNT"
  std::vector<std::string> indifference;  ///< amounts, one for each target
  std::string chance;                     ///< "80%"; empty: the mean must meet the target
  std::string minimise;                   ///< key figure
  bool no_pool = false;
  std::string over;  ///< "evidence", or a folder; empty: all is as the scenario has it
  ExperimentArguments experiment;
};

constexpr auto seek_examples = translatable(
    "Examples:\n"
    "  doorstroom seek scenarios/holland-rijnland.yaml --vary arrangements.oza.places=150..300 \\\n"
    "    --so-that \"oza.entered_within_6w@3 >= 90%\"\n"
    "  doorstroom seek scenarios/minimal.yaml --vary arrangements.oza.places=20..40 \\\n"
    "    --vary desks.youth_team.staff=3..5:0.2 --so-that \"oza.entered_within_10w >= 80%\" \\\n"
    "    --so-that \"youth_team.entered_within_6w >= 80%\" --minimise cost_euro_per_year\n"
    "\n"
    "A mean that meets a target leaves many single futures below it: --with-chance 80% asks for\n"
    "a capacity with which 8 in 10 futures meet every target.");

void describe(Options& options, SeekArguments& arguments) {
  options
      .positional("FILE", arguments.scenario,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options
      .option("--vary", "PATH=A..B[:STEP]", arguments.vary,
              translatable("A capacity, from its lowest value to its highest. May be given\n"
                           "up to three times"))
      .required();
  options
      .option("--so-that", "\"KPI >= AMOUNT\"", arguments.so_that,
              translatable("A target, with >= or <=; may be given more than once. KPI@3 is\n"
                           "of year 3, counted from 0; `doorstroom kpis` lists key figures"))
      .required();
  options.option("--with-chance", "SHARE", arguments.chance,
                 translatable("Ask that this share of single futures meets every target,\n"
                              "instead of the mean over futures"));
  options.option("--indifference", "AMOUNT", arguments.indifference,
                 translatable("So little short of a target counts as meeting it; once for\n"
                              "each --so-that. Default: the smallest relevant difference of\n"
                              "the headline, else 1% of the target"));
  options.option("--minimise", "KPI", arguments.minimise,
                 translatable("Of several --vary: take the combination with the least of\n"
                              "this. Default: cost_euro_per_year"));
  options.flag("--no-pool", arguments.no_pool,
               translatable("Do not look what one site with one list would need"));
  options.option("--over", "evidence|DIR", arguments.over,
                 translatable("Spread the replications over states of the world: the ranges of\n"
                              "`evidence`, or the sets of inputs that `calibrate -o DIR`\n"
                              "found to agree with what is known"));
  add_experiment_options(options, arguments.experiment);
}

SeekQuestion question_of(const SeekArguments& arguments, const ScenarioTree& base) {
  SeekQuestion question = read_seek_question({.vary = arguments.vary,
                                              .so_that = arguments.so_that,
                                              .indifference = arguments.indifference,
                                              .chance = arguments.chance,
                                              .minimise = arguments.minimise,
                                              .no_pool = arguments.no_pool,
                                              .at_most = arguments.experiment.at_most},
                                             base);
  if (!arguments.over.empty())
    question.states = SeekStates::of(base, question.knobs,
                                     sets_to_vary_over(arguments.over, arguments.experiment.save));
  return question;
}

int run(const SeekArguments& arguments, Language language) {
  const ScenarioTree base = plan_of(arguments.scenario, arguments.experiment, language);
  const SeekQuestion question = question_of(arguments, base);
  ExperimentSession session(arguments.experiment, {base}, question.kpis(base.load().scenario),
                            language);
  const SeekAnswer answer = session.carry_out([&](Simulations& simulations) {
    return seek(question, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give(
      {seek_format, [&] { return seek_tables(question, answer); },
       [&](double seconds) { return seek_json(question, answer, simulations, seconds); },
       [&](std::size_t width) {
         return seek_text(question, answer, simulations, language, width);
       }});
}

}  // namespace

Command seek_command() {
  return make_reading_command<SeekArguments>(
      "seek", translatable("Find the smallest capacity that meets a target"), seek_examples,
      describe, run);
}

}  // namespace doorstroom
