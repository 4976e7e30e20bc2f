#pragma once
/// Random scenarios as RapidCheck makes them, and what came of one replication. RapidCheck makes
/// the choices that a scenario is written by: when a property fails, it takes choices away and
/// makes them smaller, which leaves the plainest scenario that it still fails for.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {

/// Choices one after the other; when they are used up, the plainest.
struct Tape {
  std::vector<std::uint32_t> choices;
  std::size_t next = 0;

  std::uint64_t operator()() { return next < choices.size() ? choices[next++] : 0; }
};

/// Plainer tapes, those first that leave out most: in the place of a run of choices the plainest,
/// and single choices halved. The other choices go on to be about the same.
inline std::vector<Tape> plainer(const Tape& tape) {
  std::vector<Tape> all;
  const auto count = static_cast<std::ptrdiff_t>(tape.choices.size());
  const auto is_made = [](std::uint32_t choice) { return choice > 0; };
  for (std::ptrdiff_t run = count; run > 0; run /= 2)
    for (std::ptrdiff_t from = 0; from < count; from += run) {
      Tape other = tape;
      const auto first = other.choices.begin() + from;
      const auto last = other.choices.begin() + std::min(from + run, count);
      if (std::none_of(first, last, is_made)) continue;
      std::fill(first, last, 0);
      all.push_back(std::move(other));
    }
  for (std::size_t i = 0; i < tape.choices.size(); ++i) {
    if (tape.choices[i] < 2) continue;
    all.push_back(tape);
    all.back().choices[i] /= 2;
  }
  return all;
}

inline void showValue(const Tape& tape, std::ostream& out) {
  rc::show(tape.choices, out);
}

/// As RapidCheck tells a scenario for which a property fails.
inline void showValue(const RandomScenario& random, std::ostream& out) {
  out << '\n' << random.text;
}

inline Scenario loaded(const std::string& text) {
  const ScenarioFiles files;
  return files.load(text).scenario;
}

/// A scenario, and one replication of it with all its rows.
struct World {
  Scenario scenario;
  Records records;

  explicit World(Scenario told) : scenario(std::move(told)), records(simulate(scenario, 0, true)) {}
  explicit World(const RandomScenario& random) : World(loaded(random.text)) {}

  const std::string& id(NodeId node) const { return scenario.nodes.at(node).id; }
  const YouthRow& youth(const Visit& visit) const { return records.youths.at(visit.youth); }
  /// Whether it is a stay, or work, that was found under way: the first of who was found so.
  bool was_found_inside(const Visit& visit) const {
    const YouthRow& who = youth(visit);
    if (who.month >= 0 || who.ordinal % 2 != 0) return false;
    const auto first = std::ranges::find(records.visits, visit.youth, &Visit::youth);
    return visit.node == who.source && visit.asked == first->asked && visit.left == first->left &&
           visit.entered == first->entered;
  }
  /// From when on the youth was there: who was found somewhere was not there before.
  Instant listed_since(const Visit& visit) const {
    return std::max(visit.asked, youth(visit).arrived);
  }
  Instant inside_since(const Visit& visit) const {
    return std::max(visit.entered, youth(visit).arrived);
  }

  bool is_source(NodeId node) const { return scenario.nodes.at(node).kind == NodeKind::source; }
  /// Desks and arrangements.
  std::vector<NodeId> stations() const {
    std::vector<NodeId> ids;
    for (const NodeId node : scenario.nodes.ids())
      if (scenario.nodes[node].kind == NodeKind::desk ||
          scenario.nodes[node].kind == NodeKind::arrangement)
        ids.push_back(node);
    return ids;
  }
  /// Visits to a node, in order of ending.
  std::vector<Visit> visits_to(NodeId node) const {
    std::vector<Visit> visits;
    for (const Visit& visit : records.visits)
      if (visit.node == node) visits.push_back(visit);
    return visits;
  }
  /// Visits of every youth, in order of ending.
  std::vector<std::vector<Visit>> lives() const {
    std::vector<std::vector<Visit>> lives(records.youths.size());
    for (const Visit& visit : records.visits) lives.at(visit.youth).push_back(visit);
    return lives;
  }
};

/// Who a youth is in every run of a scenario and of its neighbours: source, month, ordinal.
using Person = std::tuple<NodeId, std::int32_t, std::uint32_t>;
inline Person person(const YouthRow& youth) {
  return {youth.source, youth.month, youth.ordinal};
}

/// The moment at which the wait was over, or would have been at the horizon.
inline Instant end_of_wait(const Visit& visit) {
  return std::min(visit.entered, visit.left);
}

}  // namespace doorstroom

namespace rc {

template <>
struct Arbitrary<doorstroom::Tape> {
  static Gen<doorstroom::Tape> arbitrary() {
    // A scenario takes some hundreds of choices, more than RapidCheck makes a vector long.
    const auto choices =
        gen::scale(6, gen::container<std::vector<std::uint32_t>>(gen::inRange(0u, 10'000u)));
    const auto tape = gen::map(gen::noShrink(choices), [](std::vector<std::uint32_t> made) {
      return doorstroom::Tape{std::move(made)};
    });
    return gen::shrink(tape, [](const doorstroom::Tape& made) {
      return seq::fromContainer(doorstroom::plainer(made));
    });
  }
};

template <>
struct Arbitrary<doorstroom::RandomScenario> {
  static Gen<doorstroom::RandomScenario> arbitrary() {
    return gen::map(gen::arbitrary<doorstroom::Tape>(), [](const doorstroom::Tape& tape) {
      return random_scenario(tape, doorstroom::AtStart::some);
    });
  }
};

}  // namespace rc
