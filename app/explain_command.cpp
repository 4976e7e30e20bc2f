// doorstroom explain: prints what the effect of a variant consists of.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/attribution/explanation_report.hpp"

namespace doorstroom {
namespace {

struct ExplainArguments {
  std::string base;                ///< scenario, or result
  std::string variant;             ///< likewise
  std::vector<std::string> kpis;   ///< "dropouts_per_year@0..1"
  std::vector<std::string> parts;  ///< "NAME=EFFECT,ROLE"
  std::vector<std::string> break_even;
  bool no_break_even = false;
  std::uint32_t replications = 30;  ///< of each scenario
  ExperimentArguments experiment;
};

constexpr auto explain_examples = translatable(
    "Examples:\n"
    "  doorstroom explain scenarios/holland-rijnland.yaml \\\n"
    "    scenarios/procesregisseur-middle.yaml --kpi dropouts_per_year\n"
    "  doorstroom explain scenarios/holland-rijnland.yaml \\\n"
    "    scenarios/procesregisseur-middle.yaml --kpi absent_13w_mean@2..4 \\\n"
    "    --break-even interventions.procesregisseur.casework.per_case\n"
    "\n"
    "Parts are the effects, the roles and the cost of the interventions that the base does not\n"
    "have; effects that `evidence` marks `together` are one. Each is simulated alone, and all\n"
    "but it; the shares add up to the whole.");

void describe(Options& options, ExplainArguments& arguments) {
  options
      .positional("BASE", arguments.base,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options.positional("VARIANT", arguments.variant, translatable("Likewise, to be taken apart"))
      .required();
  options
      .option("--kpi", "KPI", arguments.kpis,
              translatable("Key figure; may be given more than once. KPI@2..4 is the mean of\n"
                           "years 2 to 4, counted from 0; `doorstroom kpis` lists key figures"))
      .required();
  options.option("--part", "NAME=A,B", arguments.parts,
                 translatable("Take effects or roles as one part; may be given more than once"));
  options.option("--break-even", "PATH", arguments.break_even,
                 translatable("Assumption for whose values the effect may be nil; may be given\n"
                              "more than once. Default: the one that decides most"));
  options.flag("--no-break-even", arguments.no_break_even,
               translatable("Do not look for a break-even"));
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Replications of each scenario. Default: 30"), {2, 10'000});
  add_experiment_options(options, arguments.experiment);
}

int run(const ExplainArguments& arguments, Language language) {
  const ExperimentArguments& experiment = arguments.experiment;
  const ScenarioTree base = plan_of(arguments.base, experiment, language);
  const ScenarioTree variant = plan_of(arguments.variant, experiment, language);
  ExplanationQuestion question{
      explained_figures(arguments.kpis, base.load().scenario, variant.load().scenario),
      arguments.replications, experiment.at_most, arguments.break_even, !arguments.no_break_even};
  std::vector<PartGroup> groups;
  for (const std::string& part : arguments.parts) groups.push_back(PartGroup::parse(part));
  const VariantParts parts(base, variant, groups);
  const Assumptions assumptions = assumptions_of({base, variant});
  ExperimentSession session(experiment, parts.plans(), kpis_of(question.figures), language);
  const ExplanationAnswer answer = session.carry_out([&](Simulations& simulations) {
    return explain(question, parts, assumptions, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give(
      {explanation_format, [&] { return explanation_tables(answer, parts); },
       [&](double seconds) { return explanation_json(answer, parts, simulations, seconds); },
       [&](std::size_t width) {
         return explanation_text(answer, parts, simulations, language, width);
       }});
}

}  // namespace

Command explain_command() {
  return make_reading_command<ExplainArguments>(
      "explain", translatable("Say what the effect of a variant consists of"), explain_examples,
      describe, run);
}

}  // namespace doorstroom
