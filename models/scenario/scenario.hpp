#pragma once
/// A scenario in base units: plain structs that the loader fills, constant during the run.
/// Base units: days, hours, euros, shares of 1; rates per day where not said otherwise.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/distribution.hpp"
#include "models/messages/source_location.hpp"
#include "models/scenario/accounts.hpp"
#include "models/scenario/attribute.hpp"
#include "models/scenario/intervention.hpp"
#include "models/scenario/node.hpp"
#include "models/scenario/parameter.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// A youth whom the records of the start date name.
struct RecordedYouth : KnownPerson {
  enum class State { inside, in_work, waiting };

  State state = State::waiting;
  std::optional<Instant> since;  ///< entered, work began, or asked; none: not known
  bool tells_absence = false;    ///< whether the records say who is absent
  Instant absent_since = never;  ///< if so; never: the youth attends
};

/// Youths who are found at a node: when the run begins (`initial`), or on the start date (`today`).
struct FoundYouths {
  NodeId node = no_node;
  int inside = 0;   ///< how many
  double fill = 0;  ///< or: share of the places that are taken
  int in_work = 0;  ///< cases at a desk
  int waiting = 0;
  /// Whole stays, or hours of work on cases (without limits: `takes`), that are found under way:
  /// length-biased [day, or hour].
  QuantityByYouth under_way;
  std::optional<Distribution> waited;     ///< [day]; none: 0
  std::optional<Distribution> age;        ///< [day]; none: the mix of all sources
  IdVector<SeverityId, double> severity;  ///< weights; empty: the mix of all sources
  AttributeMixes mixes;                   ///< of attributes, likewise
  std::optional<double> absent;           ///< of those not inside; none: the mix of all sources
  std::vector<RecordedYouth> rows;        ///< youth by youth, instead of how many
};

/// Hazards of youths who are absent outside arrangements.
struct Absence {
  struct Leave {
    NodeId to = no_node;
    Number rate;  ///< [per day]
  };
  /// A case that absence opens at a desk, while the youth goes on.
  struct Case {
    NodeId desk = no_node;
    Number after = 0;           ///< since the absence began, read then [day]
    Number share = 1;           ///< of absences that last so long
    Number back_to_school = 0;  ///< share of cases that end in school
  };
  Number back_to_school = 0;  ///< [per day]
  std::vector<Leave> leaves;
  std::optional<Case> opens;
};

/// A legal term: what starts and stops it for a youth, and where the youth asks when it runs out.
struct LegalClock {
  std::string id;
  Label label;
  NodeId starts_asking = no_node;     ///< a request there starts it
  NodeId starts_entering = no_node;   ///< or an entry there
  std::optional<Days> starts_absent;  ///< or absence that has lasted so long
  NodeId stops_decided = no_node;     ///< a decision there stops it
  std::vector<NodeId> stops_entering;
  bool stops_attending = false;
  Days within;
  double extended_share = 0;  ///< share of terms that are extended
  Days extension;
  double paused_share = 0;  ///< share of terms that are paused
  Distribution pause;       ///< [day]
  NodeId then = no_node;    ///< where the youth asks when the term runs out
};

/// Factors by which a level of severity scales what is drawn.
struct SeverityScale {
  Number stay = 1;
  Number work = 1;
  Number patience = 1;  ///< of stays_home_after and leaves_after
};

struct Scenario {
  std::string name;
  Period period{Date{}, 1, CalendarSpan{}};
  std::uint32_t replications = 1;
  std::uint32_t seed = 0;
  IdVector<SeverityId, std::string> severities;  ///< lightest first
  IdVector<SeverityId, SeverityScale> scales;    ///< empty: they scale nothing
  IdVector<AttributeId, Attribute> attributes{Attribute{.id = "subregion"}};  ///< subregions first
  std::vector<AttributeId> draw_order{subregion_attribute};  ///< each after those it depends on
  std::vector<AttributeId> groups;  ///< attributes of which key figures are reported by value
  IdVector<FunderId, std::string> funders;  ///< in order of first mention
  IdVector<FunderId, Label> funder_labels;  ///< of the funders; empty of those without

  IdVector<NodeId, Node> nodes;  ///< sources, desks, arrangements, choices, exits, as declared
  std::vector<Source> sources;
  std::vector<Desk> desks;
  std::vector<Arrangement> arrangements;
  std::vector<Choice> choices;
  std::vector<Exit> exits;
  std::vector<FoundYouths> initial;  ///< at most one of each node, as is `today`
  std::vector<FoundYouths> today;
  Absence absence;
  IdVector<InterventionId, Intervention> interventions;
  IdVector<ClockId, LegalClock> clocks;
  std::vector<Budget> budgets;
  std::vector<Evidence> evidence;
  std::vector<Target> targets;
  std::vector<Headline> headline;

  /// Ages over which absence counts [year].
  double compulsory_from = 5;
  double compulsory_to = 18;
  std::optional<double> leaves_at;  ///< age at which youths leave, from wherever they are [year]
  NodeId leaves_to = no_node;       ///< the exit that they take

  /// Visits everybody who is found at a node, by `initial` and then by `today`.
  template <class Visit>
  void for_each_found(Visit visit) const {
    for (const auto* all : {&initial, &today})
      for (const FoundYouths& found : *all) visit(found);
  }

  std::vector<Document> documents;  ///< every file it was read from, the named one first
  std::string resolved;             ///< canonical JSON, all defaults filled in
};

}  // namespace doorstroom
