#include "models/continuum/roles/casework.hpp"

#include <algorithm>
#include <map>

#include "engine/clock.hpp"
#include "engine/random.hpp"
#include "models/continuum/region.hpp"
#include "models/continuum/roles/rhythm.hpp"
#include "models/reading/read_values.hpp"

namespace doorstroom {
namespace {

constexpr Field makes[] = {{.key = "*",
                            .kind = QuantityKind::youths_per_year,
                            .about = translatable("how many extra places may be made in a year")}};
constinit const Section makes_section{translatable("makes"), makes};

constexpr Field casework_keys[] = {
    {.key = "fte",
     .kind = QuantityKind::number,
     .range = {0, 1e6},
     .required = true,
     .about = translatable("the staff, in fte")},
    {.key = "hours",
     .kind = QuantityKind::hours_per_year,
     .required = true,
     .about = translatable("the hours that an fte gives in a year")},
    {.key = "per_case",
     .kind = QuantityKind::hours,
     .range = above_zero,
     .required = true,
     .about = translatable("the hours that a youth takes")},
    {.key = "every",
     .kind = QuantityKind::span,
     .required = true,
     .about = translatable("the rhythm")},
    {.key = "picks",
     .kind = QuantityKind::word,
     .words = "longest_waiting | absent_first | most_severe",
     .standard = "longest_waiting",
     .about = translatable("who is picked first")},
    {.key = "may_place_in",
     .kind = QuantityKind::id,
     .list = true,
     .about = translatable("the arrangements that it may place in")},
    {.key = "makes", .map = &makes_section, .about = translatable("the places that it may make")},
    {.key = "else_back_at_school",
     .kind = QuantityKind::share,
     .about =
         translatable("the share of the absent that goes back to school when no place is found")},
};

class Director {
 public:
  Director(Region& region, const Scenario& scenario, InterventionId role)
      : region_(region),
        period_(scenario.period),
        role_(role),
        profile_(scenario.interventions[role].profile),
        rules_(*scenario.interventions[role].casework),
        address_(hash32("interventions." + scenario.interventions[role].id)) {}

  void run(Clock& clock) {
    const std::vector<std::int64_t> days = days_of_rhythm(profile_, rules_.every, period_);
    for (const std::int64_t day : days) {
      clock.sleep_until(day);
      meet(day);
    }
  }

 private:
  void meet(std::int64_t day) {
    const Date today = period_.date_at(day);
    const auto length = static_cast<double>(((today + rules_.every) - today).count());
    const double level = profile_.level({period_.at(today)});
    double fresh = rules_.fte * rules_.hours * length / days_per_year * level;
    // So that ten cases of 10 hours fit into 100.
    constexpr double rounding = 1e-9;
    while (left_over_ + fresh >= rules_.per_case - rounding) {
      auto action =
          region_.mediate(rules_, address_, [&](NodeId node) { return may_make(node, today); });
      if (!action) break;
      const double first = std::min(left_over_, rules_.per_case);
      left_over_ -= first;
      fresh -= rules_.per_case - first;
      action->role = role_;
      action->hours = rules_.per_case;
      region_.report(*action);
    }
    left_over_ = std::max(0.0, fresh);
  }

  /// Whether the number of extra places in a year is not used up yet. Years count from the
  /// beginning of the intervention.
  bool may_make(NodeId node, Date today) {
    const auto making = std::ranges::find(rules_.makes, node, &Casework::Making::in);
    const Date begun = period_.date_of(profile_.from);
    int year = 0;
    while (begun + CalendarSpan{12 * (year + 1), 0} <= today) ++year;
    int& made = made_[{node, year}];
    if (made + 1 > making->per_year + 1e-9) return false;
    ++made;
    return true;
  }

  Region& region_;
  const Period& period_;
  InterventionId role_;
  const InterventionProfile& profile_;
  const Casework& rules_;
  std::uint32_t address_;
  double left_over_ = 0;  ///< of the meeting before [hour]
  std::map<std::pair<NodeId, int>, int> made_;
};

}  // namespace

constinit const Section casework_section{translatable("casework"), casework_keys};

void read_casework(const NodeRef& at, Intervention& intervention, LoadContext& context) {
  Casework& casework = intervention.casework.emplace();
  casework.fte = read_number(at["fte"], QuantityKind::number).value_or(0);
  casework.hours = read_number(at["hours"], QuantityKind::hours_per_year).value_or(0);
  casework.per_case = read_number(at["per_case"], QuantityKind::hours).value_or(1);
  casework.every = read_span(at["every"]).value_or(CalendarSpan{0, 7});
  if (at["picks"].says("absent_first")) casework.picks = Casework::Picks::absent_first;
  if (at["picks"].says("most_severe")) casework.picks = Casework::Picks::most_severe;
  casework.may_place_in = read_limited_nodes(at["may_place_in"], NodeKind::arrangement, context);
  for (const auto& [id, rate] : at["makes"].entries())
    if (const NodeId in =
            limited_node_of_key(id, rate, at["makes"].path, NodeKind::arrangement, context);
        in != no_node)
      casework.makes.push_back({in, read_number(rate, QuantityKind::youths_per_year).value_or(0)});
  const auto refuse_help = [&](NodeId id, const NodeRef& named) {
    if (context.scenario.nodes[id].beside)
      context.error(
          named.location(),
          message("{0} names {1}, which is beside", named.path, context.scenario.nodes[id].id),
          message("a process director brings a youth along his or her own way; name an "
                  "arrangement that is not beside"));
  };
  for (const NodeId id : casework.may_place_in) refuse_help(id, at["may_place_in"]);
  for (const Casework::Making& making : casework.makes) refuse_help(making.in, at["makes"]);
  casework.else_back_at_school =
      read_number(at["else_back_at_school"], QuantityKind::share).value_or(0);
  if (casework.every == CalendarSpan{})
    context.error(at["every"].location(), message("{0} is no time", at["every"].path),
                  message("it is the time from one meeting to the next; use 1 day or more"));
}

void add_casework_targets(const Intervention& intervention, std::set<NodeId>& targets) {
  const Casework& casework = *intervention.casework;
  targets.insert(casework.may_place_in.begin(), casework.may_place_in.end());
  for (const Casework::Making& making : casework.makes) targets.insert(making.in);
}

void add_casework(Clock& clock, Region& region, const Scenario& scenario,
                  InterventionId intervention) {
  clock.add_process("casework", Phase::roles, [&region, &scenario, intervention](Clock& its) {
    Director(region, scenario, intervention).run(its);
  });
}

}  // namespace doorstroom
