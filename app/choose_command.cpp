// doorstroom choose: prints which plan holds up over the ranges of what is assumed.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "app/shared_options.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/choice_of_plans.hpp"
#include "results/decisions/choice_report.hpp"

namespace doorstroom {
namespace {

struct ChooseArguments {
  std::string base;
  std::vector<std::string> variants;
  std::vector<std::string> kpis;  ///< "KPI", or "KPI <= AMOUNT"
  std::string over;
  std::uint32_t states = ChoiceQuestion{}.states;
  std::uint32_t replications = ChoiceQuestion{}.replications;
  ExperimentArguments experiment;
};

constexpr auto choose_examples = translatable(
    "Examples:\n"
    "  doorstroom choose scenarios/holland-rijnland.yaml scenarios/regiegroep-plus-10.yaml \\\n"
    "    scenarios/regiegroep-plus-20.yaml --over evidence --kpi \"absent_13w_mean <= 300\" -o "
    "choice\n"
    "\n"
    "Each plan, the base included, is simulated in many states of the world: values for all that\n"
    "`evidence` gives a range, or sets of values that `calibrate` found to agree with what is\n"
    "known. A target behind a key figure tells in how many states it is met, and under which\n"
    "assumptions a plan fails.");

void describe(Options& options, ChooseArguments& arguments) {
  options
      .positional("BASE", arguments.base,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options
      .positional("VARIANT", arguments.variants,
                  translatable("Other plans: scenarios or results, one or more"))
      .required();
  options
      .option("--kpi", "\"KPI [<= AMOUNT]\"", arguments.kpis,
              translatable("Key figure to judge by, with a target or without; may be given\n"
                           "more than once"))
      .required();
  options.option("--over", "evidence|DIR", arguments.over, over_help);
  options.whole_number("--states", "N", arguments.states,
                       translatable("States of the world, at most. Default: 200"), {20, 100'000});
  options.whole_number("--inner", "N", arguments.replications,
                       translatable("Replications of each plan in each state, an even number.\n"
                                    "Default: 4"),
                       {2, 10'000});
  add_experiment_options(options, arguments.experiment);
}

ChoiceQuestion question_of(const ChooseArguments& arguments, const Scenario& scenario) {
  ChoiceQuestion question;
  for (const std::string& kpi : arguments.kpis)
    question.criteria.push_back(Criterion::parse(kpi, scenario));
  question.states = arguments.states;
  question.replications = arguments.replications + arguments.replications % 2;
  question.at_most = arguments.experiment.at_most;
  question.sets = sets_to_vary_over(arguments.over, arguments.experiment.save);
  return question;
}

int run(const ChooseArguments& arguments, Language language) {
  const ExperimentArguments& experiment = arguments.experiment;
  std::vector<ScenarioTree> plans{plan_of(arguments.base, experiment, language)};
  for (const std::string& variant : arguments.variants)
    plans.push_back(plan_of(variant, experiment, language));
  const ChoiceQuestion question = question_of(arguments, plans.front().load().scenario);
  ExperimentSession session(experiment, std::move(plans), question.kpis(), language);
  const PlansCompared compared = session.carry_out([&](Simulations& simulations) {
    return compare_plans(question, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give(
      {choice_format, [&] { return std::vector{choice_table(question, compared, simulations)}; },
       [&](double seconds) { return choice_json(question, compared, simulations, seconds); },
       [&](std::size_t width) {
         return choice_text(question, compared, simulations, language, width);
       }});
}

}  // namespace

Command choose_command() {
  return make_reading_command<ChooseArguments>(
      "choose", translatable("Compare plans over the ranges of what is assumed"), choose_examples,
      describe, run);
}

}  // namespace doorstroom
