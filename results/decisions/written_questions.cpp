#include "results/decisions/written_questions.hpp"

#include "models/messages/message.hpp"
#include "models/reading/quantity.hpp"
#include "results/experiment/constraint.hpp"
#include "results/figures/kpi_amount.hpp"

namespace doorstroom {
namespace {

double chance_of(const std::string& text) {
  const ParseResult<double> share = read_quantity(QuantityKind::share, text);
  if (share.value && 0 < *share.value && *share.value < 1) return *share.value;
  throw input_error(
      message("--with-chance {0}: this is no share of the futures between 0% and 100%\n  write "
              "it such as --with-chance 80%",
              text));
}

void set_indifference(std::vector<Constraint>& constraints, const WrittenSeek& written) {
  if (written.indifference.empty()) return;
  if (written.indifference.size() != constraints.size())
    throw input_error(
        message("--indifference is given {0} times, for {1} targets\n  give one for each "
                "--so-that, in their order",
                written.indifference.size(), constraints.size()));
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    const ParseResult<double> amount =
        read_amount_of(constraints[i].kpi, written.indifference[i], above_zero);
    if (!amount.value)
      throw input_error(message("--indifference {0}: {1}\n  write it such as {2}",
                                written.indifference[i], amount.why,
                                example_of_amount(constraints[i].kpi)));
    constraints[i].indifference = *amount.value;
  }
}

}  // namespace

SeekQuestion read_seek_question(const WrittenSeek& written, const ScenarioTree& base) {
  constexpr std::size_t most_knobs = 3;
  if (written.vary.size() > most_knobs)
    throw input_error(
        message("seek: --vary is given {0} times, and three capacities are the most\n  leave the "
                "others as they are, or run a sweep",
                written.vary.size()));
  const Scenario scenario = base.load().scenario;
  SeekQuestion question;
  for (const std::string& vary : written.vary) question.knobs.push_back(Knob::parse(vary, base));
  for (const std::string& target : written.so_that)
    question.constraints.push_back(Constraint::parse("--so-that", target, scenario));
  set_indifference(question.constraints, written);
  if (!written.chance.empty()) question.chance = chance_of(written.chance);
  question.minimise = kpi_of(
      "--minimise", written.minimise.empty() ? "cost_euro_per_year" : written.minimise, scenario);
  question.at_most = written.at_most;
  question.one_pool = !written.no_pool;
  return question;
}

BottleneckQuestion read_bottleneck_question(const WrittenBottlenecks& written,
                                            const Scenario& scenario) {
  BottleneckQuestion question;
  const std::string customary =
      scenario.headline.empty() ? "dropouts_per_year" : scenario.headline.front().kpi;
  question.kpi = kpi_of("--kpi", written.kpi.empty() ? customary : written.kpi, scenario);
  if (question.kpi.definition().preferred == PreferredDirection::neither)
    throw input_error(
        message("--kpi {0}: more of it is neither better nor worse\n  name a key figure that can "
                "improve, such as dropouts_per_year or placed_within_10w",
                question.kpi.text()));
  question.fresh = written.replications.value_or(question.fresh);
  question.at_most = written.at_most;
  return question;
}

}  // namespace doorstroom
