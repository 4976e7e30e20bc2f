#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <tuple>

#include "models/loading/scenario_check.hpp"
#include "models/reading/load_context.hpp"

/// Whether attributes are said of every youth of whom they are asked.

namespace doorstroom {
namespace {

/// More combinations are not looked at.
constexpr std::size_t enough = 4096;

/// Adds those on which the wanted ones depend.
std::set<AttributeId> with_dependencies(const Scenario& scenario, const AttributeMixes& own,
                                        const AttributeMixes& otherwise,
                                        std::set<AttributeId> wanted) {
  for (std::size_t before = 0; before < wanted.size();) {
    before = wanted.size();
    for (const AttributeId id : scenario.attributes.ids())
      if (wanted.contains(id))
        for (const AttributeMixes* mixes : {&own, &otherwise})
          if ((*mixes)[id].by) wanted.insert((*mixes)[id].by);
  }
  return wanted;
}

class Check {
 public:
  Check(const Loaded& loaded, Issues& issues)
      : loaded_(loaded), scenario_(loaded.scenario), issues_(issues) {}

  void check() {
    for (const Node& node : scenario_.nodes) {
      if (node.kind != NodeKind::source || !loaded_.valid[scenario_.nodes.id_of(node)]) continue;
      const Source& source = scenario_.sources[node.index];
      rows_are_exhaustive({}, source.mixes, known_values(source), path_of(node));
      const auto check_found = [&](const std::vector<FoundYouths>& groups, const char* where) {
        for (const FoundYouths& found : groups)
          rows_are_exhaustive(found.mixes, source.mixes, known_values(found),
                              where + scenario_.nodes[found.node].id);
      };
      check_found(scenario_.initial, "initial.");
      check_found(scenario_.today, "today.");
    }
    if (issues_.has_errors()) return;
    stays_are_said_of_all();
    youths_have_what_is_asked();
  }

 private:
  /// A value that may occur has its shares. @param path  where the mixes stand that are told first
  void rows_are_exhaustive(const AttributeMixes& own, const AttributeMixes& otherwise,
                           const std::set<AttributeValues>& known, const std::string& path) {
    for (const AttributeId id : scenario_.attributes.ids()) {
      const bool is_own = !own[id].empty() || own[id].by;
      const AttributeMix& mix = is_own ? own[id] : otherwise[id];
      const auto place = std::tuple(mix.location.file, mix.location.line, mix.location.column);
      if (!mix.by || scenario_.attributes[id].values.empty()) continue;  // which was told
      if (!told_.insert(place).second) continue;
      const Attribute& by = scenario_.attributes[mix.by];
      std::vector<std::string> missing;
      bool some_without = false;
      std::set<AttributeValues> open;
      for (const AttributeValues& one : known)
        if (!one[id]) open.insert(one);
      for (const AttributeValues& one :
           possible_values(scenario_, own, otherwise, open, {mix.by})) {
        const ValueId value = one[mix.by];
        some_without |= !value;
        if (value && mix.of[value].empty()) missing.push_back(by.values[value]);
      }
      const std::string& name = scenario_.attributes[id].id;
      if (some_without)
        issues_.error(
            mix.location,
            message("{0}.{1} depends on {2}, which not all its youths have", path, name, by.id),
            message("give the shares of {0} there, too", by.id));
      else if (!missing.empty())
        issues_.error(mix.location,
                      message("{0}.{1} says nothing of {2} {3}", path, name, by.id,
                              boost::join(missing, ", ")),
                      message("each value that youths may have needs its shares, such as `{0}: "
                              "{{{1}: 100%}}`",
                              missing.front(), scenario_.attributes[id].values.front()));
      if (!some_without && missing.empty()) told_.erase(place);
    }
  }

  /// Stays that differ by an attribute are said of who has no value of it, too, if somebody may.
  void stays_are_said_of_all() {
    for (const Node& node : scenario_.nodes) {
      if (node.kind != NodeKind::arrangement) continue;
      const QuantityByYouth& stay = scenario_.arrangements[node.index].stay;
      if (!stay.by || stay.has_rest || !may_lack(stay.by)) continue;
      const std::string& id = scenario_.attributes[stay.by].id;
      issues_.error(node.location,
                    message("{0}.stay has no rest, and some youths have no {1}", path_of(node), id),
                    message("add `rest` for them, or give every source the shares of {0}", id));
    }
  }

  /// Whether a youth may have no value of the attribute.
  bool may_lack(AttributeId id) const {
    const auto lacked = [&](const AttributeMixes& own, const AttributeMixes& otherwise,
                            const std::set<AttributeValues>& known) {
      return std::ranges::any_of(possible_values(scenario_, own, otherwise, known, {id}),
                                 [&](const AttributeValues& one) { return !one[id]; });
    };
    const auto lacked_by_found = [&](const AttributeMixes& otherwise) {
      bool some = false;
      scenario_.for_each_found([&](const FoundYouths& found) {
        some = some || lacked(found.mixes, otherwise, known_values(found));
      });
      return some;
    };
    if (scenario_.sources.empty()) return lacked_by_found({});
    return std::ranges::any_of(scenario_.sources, [&](const Source& source) {
      return lacked({}, source.mixes, known_values(source)) || lacked_by_found(source.mixes);
    });
  }

  void add_asked(const std::optional<Condition>& condition) {
    if (!condition) return;
    for (const Condition::Among& among : condition->attributes) asked_.insert(among.attribute);
  }

  /// Where youths have no value, an `if`, an `admits` or the units of a value do not apply to them.
  void youths_have_what_is_asked() {
    for (const Node& node : scenario_.nodes) {
      if (!node.units.of_value.empty()) asked_.insert(node.units.by);
      for (const Branch& branch : node.routes) {
        add_asked(branch.only_if);
        for (const Route& route : branch.routes) add_asked(route.only_if);
      }
    }
    for (const Arrangement& arrangement : scenario_.arrangements) add_asked(arrangement.admits);
    asked_.insert(scenario_.groups.begin(), scenario_.groups.end());
    for (const AttributeId id : asked_) {
      std::vector<std::string> without;
      for (const Node& node : scenario_.nodes)
        if (node.kind == NodeKind::source && lacks(scenario_.sources[node.index], id))
          without.push_back(path_of(node));
      if (without.empty()) continue;
      const Attribute& attribute = scenario_.attributes[id];
      issues_.warning(
          attribute.location,
          message("youths of {0} have no {1}", boost::join(without, ", "), attribute.id),
          message("what asks for one does not apply to them, and no group counts them; "
                  "give the shares there, such as `{0}: {{{1}: 100%}}`",
                  attribute.id, attribute.values.front()));
    }
  }

  static bool lacks(const Source& source, AttributeId id) {
    return source.mixes[id].empty() &&
           (source.arrivals.empty() ||
            std::ranges::any_of(source.arrivals,
                                [&](const Arrival& one) { return !one.values[id]; }));
  }

  const Loaded& loaded_;
  const Scenario& scenario_;
  Issues& issues_;
  std::set<AttributeId> asked_;
  std::set<std::tuple<int, int, int>> told_;  ///< places of mixes about which something was told
};

}  // namespace

std::set<AttributeValues> known_values(const Source& source) {
  std::set<AttributeValues> known;
  if (source.arrivals.empty()) known.insert(AttributeValues());
  for (const Arrival& one : source.arrivals) known.insert(one.values);
  return known;
}

std::set<AttributeValues> known_values(const FoundYouths& found) {
  std::set<AttributeValues> known;
  if (found.rows.empty()) known.insert(AttributeValues());
  for (const RecordedYouth& one : found.rows) known.insert(one.values);
  return known;
}

std::set<AttributeValues> possible_values(const Scenario& scenario, const AttributeMixes& own,
                                          const AttributeMixes& otherwise,
                                          const std::set<AttributeValues>& known,
                                          const std::set<AttributeId>& wanted) {
  const std::set<AttributeId> needed = with_dependencies(scenario, own, otherwise, wanted);
  const auto only = [&](const AttributeValues& all, const std::set<AttributeId>& some) {
    AttributeValues kept;
    for (const AttributeId id : some) kept.set(id, all[id]);
    return kept;
  };
  std::set<AttributeValues> found;
  for (const AttributeValues& one : known) found.insert(only(one, needed));
  for (const AttributeId id : scenario.draw_order) {
    if (!needed.contains(id)) continue;
    const AttributeMix& mix = own[id].empty() ? otherwise[id] : own[id];
    std::set<AttributeValues> more;
    for (AttributeValues one : found) {
      const AttributeMix::Weights& weights = mix.for_youth(one);
      if (one[id] || weights.empty()) more.insert(one);
      if (one[id] || more.size() > enough) continue;
      for (const ValueId value : weights.ids()) {
        if (weights[value] <= 0) continue;
        one.set(id, value);
        more.insert(one);
      }
    }
    found = std::move(more);
  }
  std::set<AttributeValues> kept;
  for (const AttributeValues& one : found) kept.insert(only(one, wanted));
  return kept;
}

void check_attributes(const Loaded& loaded, Issues& issues) {
  Check(loaded, issues).check();
}

}  // namespace doorstroom
