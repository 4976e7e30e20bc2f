#include "results/decisions/written_questions.hpp"

#include "models/messages/message.hpp"
#include "models/reading/quantity.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/experiment/constraint.hpp"
#include "results/figures/kpi_amount.hpp"
#include "results/text/kpi_labels.hpp"

namespace doorstroom {
namespace {

/// What the parts of a question are called where one is wrong: as options that somebody typed, or
/// by what they are about.
class PartNames {
 public:
  PartNames(const Scenario& scenario, std::optional<Language> form)
      : scenario_(scenario), labels_(scenario), form_(form) {}

  bool is_form() const { return form_.has_value(); }
  /// A range of a capacity; empty for the option.
  std::string range(const std::string& written) const {
    if (!form_) return "";
    return capacity_label(written.substr(0, written.find('=')), scenario_, *form_);
  }
  std::string target(const std::string& written) const {
    if (!form_) return "--so-that \"" + written + "\"";
    return figure("", written.substr(0, written.find_first_of(" <>")));
  }
  std::string tolerance(const KpiName& kpi, const std::string& written) const {
    if (!form_) return "--indifference " + written;
    return message("how much of {0} makes no difference", labels_.of(kpi, *form_)).in(*form_);
  }
  std::string chance(const std::string& written) const {
    return form_ ? message("the share of futures").in(*form_) : "--with-chance " + written;
  }
  std::string figure(const std::string& option, const std::string& kpi) const {
    return form_ ? labels_.of(KpiName::parse(kpi), *form_) : option;
  }

 private:
  const Scenario& scenario_;
  KpiLabels labels_;
  std::optional<Language> form_;
};

double chance_of(const std::string& text, const PartNames& names) {
  const ParseResult<double> share = read_quantity(QuantityKind::share, text);
  if (share.value && 0 < *share.value && *share.value < 1) return *share.value;
  throw input_error(
      message("{0}: this is no share of the futures between 0% and 100%\n  write it such as 80%",
              names.chance(text)));
}

[[noreturn]] void refuse_number_of_tolerances(std::size_t given, std::size_t targets,
                                              const PartNames& names) {
  throw input_error(
      names.is_form()
          ? message("of {0} targets, {1} say how much makes no difference\n  say it of each of "
                    "them, or of none",
                    targets, given)
          : message("--indifference is given {0} times, for {1} targets\n  give one for each "
                    "--so-that, in their order",
                    given, targets));
}

void set_indifference(std::vector<Constraint>& constraints, const WrittenSeek& written,
                      const PartNames& names) {
  if (written.indifference.empty()) return;
  if (written.indifference.size() != constraints.size())
    refuse_number_of_tolerances(written.indifference.size(), constraints.size(), names);
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    const std::string& text = written.indifference[i];
    const ParseResult<double> amount = read_amount_of(constraints[i].kpi, text, above_zero);
    if (!amount.value)
      throw input_error(message("{0}: {1}\n  write it such as {2}",
                                names.tolerance(constraints[i].kpi, text), amount.why,
                                example_of_amount(constraints[i].kpi)));
    constraints[i].indifference = *amount.value;
  }
}

}  // namespace

SeekQuestion read_seek_question(const WrittenSeek& written, const ScenarioTree& base,
                                std::optional<Language> form) {
  constexpr std::size_t most_knobs = 3;
  if (written.vary.size() > most_knobs)
    throw input_error(
        message("seek: --vary is given {0} times, and three capacities are the most\n  leave the "
                "others as they are, or run a sweep",
                written.vary.size()));
  const Scenario scenario = base.load().scenario;
  const PartNames names(scenario, form);
  SeekQuestion question;
  for (const std::string& vary : written.vary)
    question.knobs.push_back(Knob::parse(vary, base, names.range(vary)));
  for (const std::string& target : written.so_that)
    question.constraints.push_back(Constraint::parse(names.target(target), target, scenario));
  set_indifference(question.constraints, written, names);
  if (!written.chance.empty()) question.chance = chance_of(written.chance, names);
  const std::string minimise = written.minimise.empty() ? "cost_euro_per_year" : written.minimise;
  question.minimise = kpi_of(names.figure("--minimise", minimise), minimise, scenario);
  question.at_most = written.at_most;
  question.one_pool = !written.no_pool;
  return question;
}

BottleneckQuestion read_bottleneck_question(const WrittenBottlenecks& written,
                                            const Scenario& scenario,
                                            std::optional<Language> form) {
  const std::string customary =
      scenario.headline.empty() ? "dropouts_per_year" : scenario.headline.front().kpi;
  const std::string kpi = written.kpi.empty() ? customary : written.kpi;
  const PartNames names(scenario, form);
  BottleneckQuestion question;
  question.kpi = kpi_of(names.figure("--kpi", kpi), kpi, scenario);
  if (question.kpi.definition().preferred == PreferredDirection::neither)
    throw input_error(
        message("{0}: more of it is neither better nor worse\n  name a key figure that can "
                "improve, such as dropouts_per_year or placed_within_10w",
                names.figure("--kpi " + kpi, kpi)));
  question.fresh = written.replications.value_or(question.fresh);
  question.at_most = written.at_most;
  return question;
}

}  // namespace doorstroom
