#include "results/choices/option_assumptions.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <nlohmann/json.hpp>

#include "models/loading/evidence.hpp"
#include "models/reading/quantity.hpp"
#include "results/choices/scenario_differences.hpp"
#include "results/report/figure_cells.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/json_label.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

using Tree = nlohmann::ordered_json;

class OptionAssumptions {
 public:
  OptionAssumptions(ReportSources& sources, const AssumptionNames& assumptions, std::size_t variant)
      : sources_(sources),
        assumptions_(assumptions),
        labels_(sources.comparison()->variants[variant].labels),
        name_(variant_name(sources, variant)),
        base_(Tree::parse(sources.base().resolved())),
        tree_(Tree::parse(sources.results()[variant + 1].resolved())) {}

  /// The two numbers that differ most; empty: none can be told from what it was.
  LocalizedText in_short() const {
    const std::vector<ScenarioDifference> differences = scenario_differences(base_, tree_);
    std::vector<LocalizedText> told;
    for (const ScenarioDifference* each : largest_differences(differences, base_, tree_)) {
      const std::string now = value(*each, *each->variant);
      told.push_back(
          each->base ? message("{0} ({1}, now {2})", header(*each), now, value(*each, *each->base))
                     : message("{0} ({1})", header(*each), now));
    }
    return told.empty() ? LocalizedText() : between_semicolons(told);
  }

  std::vector<ReportBlock> blocks(const std::string& id) {
    const std::vector<ScenarioDifference> differences = scenario_differences(base_, tree_);
    if (differences.empty()) return {};
    ReportTable table{
        .id = id,
        .caption = localized(message("{0}: what it assumes", name_)),
        .corner = localized(message("What")),
        .columns = {},
        .rows = {},
        .note = localized(
            message("A dash under Unchanged: there it is not. A dash under the basis: the scenario "
                    "does not say where the value comes from.")),
        .folded = true};
    for (const LocalizedText& column : {message("Unchanged"), message("This option"),
                                        message("basis"), message("may lie between")})
      table.columns.push_back({.label = localized(column), .units = {}, .numeric = false});
    for (const ScenarioDifference& difference : differences) table.rows.push_back(row(difference));
    return {ReportText{.text = localized(how_sure(differences))}, std::move(table)};
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }

  /// The entry of `evidence` about a path; null: there is none.
  const Tree* evidence_of(const ScenarioDifference& difference) const {
    if (!tree_.contains("evidence")) return nullptr;
    for (const auto& [pattern, entry] : tree_["evidence"].items())
      if (is_about(pattern, difference.path())) return &entry;
    return nullptr;
  }

  static bool is(const Tree* evidence, const char* basis) {
    return evidence != nullptr && evidence->value("basis", "") == basis;
  }

  LocalizedText how_sure(const std::vector<ScenarioDifference>& differences) const {
    const auto measured =
        std::ranges::count_if(differences, [this](const ScenarioDifference& difference) {
          return is(evidence_of(difference), "measured");
        });
    const LocalizedText text =
        message("The verdicts hold under what this option assumes: see the table.");
    if (measured == static_cast<std::ptrdiff_t>(differences.size())) return text;
    return text + std::string(" ") +
           (measured == 0 ? message("None of its values was measured.")
                          : message("Some of its values were not measured."));
  }

  ReportRow row(const ScenarioDifference& difference) const {
    const Tree* const evidence = evidence_of(difference);
    return {.header = header(difference),
            .cells = {{difference.base ? value(difference, *difference.base) : "-", {}},
                      {value(difference, *difference.variant), {}},
                      {evidence ? localized(basis(*evidence)) : "-", {}},
                      {evidence ? range(difference, *evidence) : "-", {}}}};
  }

  static LocalizedText basis(const Tree& evidence) {
    if (is(&evidence, "measured")) return basis_words(Basis::measured);
    return basis_words(is(&evidence, "derived") ? Basis::derived : Basis::assumed);
  }

  const Tree& effect_of(const ScenarioDifference& difference) const {
    return tree_["interventions"][difference.keys[1]]["effects"][difference.keys[3]];
  }
  /// What an effect does, not when.
  static bool is_size_of_effect(const ScenarioDifference& difference) {
    constexpr std::array sizes{"factor", "add", "set", "divert"};
    return difference.is_of_effect() &&
           std::ranges::find(sizes, difference.keys.back()) != sizes.end();
  }

  std::string header(const ScenarioDifference& difference) const {
    if (!difference.is_of_effect()) return assumptions_.of(difference.path());
    const Tree& effect = effect_of(difference);
    std::string name;
    if (effect.contains("label"))
      name = name_in(sources_.language(), label_of(nlohmann::json(effect["label"])), "");
    if (name.empty() && effect.contains("change")) name = assumptions_.of(effect["change"]);
    if (name.empty()) return assumptions_.of(difference.path());
    if (is_size_of_effect(difference)) return with_capital(name);
    return localized(
        message("{0}: {1}", with_capital(name), assumptions_.about(difference.path())));
  }

  std::string value(const ScenarioDifference& difference, const Tree& tree) const {
    if (tree.is_array()) {
      std::vector<LocalizedText> items;
      for (const Tree& item : tree) items.emplace_back(scalar(difference.path(), item));
      return items.empty() ? "-" : localized(all_of(items));
    }
    if (!is_size_of_effect(difference)) return scalar(difference.path(), tree);
    const std::string& kind = difference.keys.back();
    if (kind == "factor") return localized(message("times {0}", scalar(difference.path(), tree)));
    const Tree& effect = effect_of(difference);
    const std::string number =
        scalar(effect.contains("change") ? std::string(effect["change"]) : difference.path(), tree);
    return kind == "add" && !number.starts_with("-") ? "+" + number : number;
  }

  std::string scalar(const std::string& path, const Tree& tree) const {
    const std::string text = tree.is_string() ? std::string(tree) : tree.dump();
    if (tree.is_boolean()) return localized(tree ? message("yes") : message("no"));
    if (const ParseResult<Date> date = read_date(text); date.value)
      return localized(date_in_words(*date.value));
    if (tree.is_string() && labels_.of_node(text, sources_.language()) != text)
      return labels_.of_node(text, sources_.language());
    return tree.is_string() ? boost::replace_all_copy(assumptions_.value_of(path, text), "_", " ")
                            : assumptions_.value_of(path, text);
  }

  std::string range(const ScenarioDifference& difference, const Tree& evidence) const {
    if (!evidence.contains("range")) return "-";
    std::vector<std::string> written;
    for (const Tree& value : evidence["range"])
      written.push_back(value.is_string() ? std::string(value) : value.dump());
    return localized(assumptions_.range_of(difference.path(), written));
  }

  ReportSources& sources_;
  const AssumptionNames& assumptions_;
  const KpiLabels& labels_;
  std::string name_;
  Tree base_;
  Tree tree_;
};

}  // namespace

std::string assumptions_id(std::size_t variant) {
  return "change-" + std::to_string(variant + 1) + "-assumes";
}

LocalizedText largest_assumptions(ReportSources& sources, const AssumptionNames& assumptions,
                                  std::size_t variant) {
  return OptionAssumptions(sources, assumptions, variant).in_short();
}

std::vector<ReportBlock> option_assumptions(ReportSources& sources,
                                            const AssumptionNames& assumptions, std::size_t variant,
                                            const std::string& id) {
  return OptionAssumptions(sources, assumptions, variant).blocks(id);
}

}  // namespace doorstroom
