#pragma once
/// The nodes of the network that youths go through (sources, desks, arrangements, choices, exits)
/// and the routes between them, in base units.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/distribution.hpp"
#include "models/messages/source_location.hpp"
#include "models/scenario/attribute.hpp"
#include "models/scenario/closures.hpp"
#include "models/scenario/ids.hpp"
#include "models/scenario/label.hpp"
#include "models/scenario/parameter.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// Help beside the way of a youth, at one node: going on, or until when.
struct HelpBeside {
  NodeId node = no_node;
  Instant left = never;  ///< never: the youth is inside
};

/// Which youths may take a route or enter an arrangement. Age is the age on the last 1 August
/// [year].
struct Condition {
  /// Values of one attribute.
  struct Among {
    AttributeId attribute;
    std::vector<ValueId> values;
  };
  double age_from = 0;
  double age_to = 1e9;                 ///< from <= age < to
  std::vector<SeverityId> severities;  ///< empty: all
  std::vector<Among> attributes;       ///< the youth has one of the values of each
  std::vector<NodeId> beside;          ///< the youth is inside one of them; empty: whoever
  std::vector<NodeId> had;             ///< is inside one of them, or left it within the span
  Days within;

  bool asks_for_help() const { return !beside.empty() || !had.empty(); }
  /// Of help beside the way. @param help  of the youth, each node once
  bool is_met_by(std::span<const HelpBeside> help, Instant now) const;
  /// Of all the rest.
  bool admits(double age_years, SeverityId severity, const AttributeValues& values) const;
};

struct Divert;

/// Help beside their way that youths ask for: on arrival from a source, on entry to a desk or an
/// arrangement, or on entry by a route.
struct Also {
  NodeId to = no_node;
  std::uint32_t address = 0;  ///< first word of addresses of its draws
  Number share = 1;           ///< of the youths
  Quantity delay;             ///< before the request [day]
};

/// Leads youths from a node to the next.
struct Route {
  NodeId to = no_node;
  bool rest = false;    ///< takes what the others leave
  Number share;         ///< 0 .. 1; of a rest: unused
  Quantity delay;       ///< handover before the youth asks at the target [day]
  Number bounce;        ///< chance that the target's intake sends the case back
  Number rework = 0.5;  ///< share of the first work that is then done again
  std::optional<Condition> only_if;
  std::vector<Also> also;       ///< asked for on entry to the target; in order of nodes
  std::vector<Divert> diverts;  ///< in declared order
};

/// An effect that sends a share of the youths on a route to another node.
struct Divert {
  std::uint32_t address = 0;  ///< first word of addresses of its draws
  double share = 0;           ///< at full level
  InterventionProfile profile;
  Route way;  ///< a copy of the route that leads to the other node, without its `also`
};

/// Factors by which help beside the way scales what is drawn for the youth while it goes on.
struct Helps {
  Number worsens = 1;   ///< of the hazard
  Number patience = 1;  ///< of stays_home_after and leaves_after
  Number stay = 1;
};

/// Routes under a condition; the first branch that applies is used.
struct Branch {
  std::optional<Condition> only_if;
  std::vector<Route> routes;
};
using Routing = std::vector<Branch>;

/// What may happen to youths who wait.
struct Waiting {
  Number at_home = 0;                        ///< share of attending youths who stay home at once
  std::optional<Quantity> stays_home_after;  ///< [day]
  std::optional<Quantity> leaves_after;      ///< [day]
  NodeId leaves_to = no_node;
  Number worsens = 0;  ///< hazard of one step up in severity [per day]

  bool nothing_happens() const {
    const auto is_zero = [](const Number& number) {
      return number.is_constant() && number.value == 0;
    };
    return is_zero(at_home) && !stays_home_after && !leaves_after && is_zero(worsens);
  }
};

/// Who pays which share.
struct Payer {
  FunderId funder;
  double share = 1;
};

/// What something costs [EUR]; forms that are not given are 0.
struct Cost {
  double per_place_year = 0;  ///< a place a year, used or empty
  double per_day_used = 0;
  double per_stay = 0;      ///< an entry
  double per_fte_year = 0;  ///< an fte a year at a desk, at work or idle
  double per_hour = 0;      ///< an hour worked at a desk
  double per_case = 0;      ///< a case begun at a desk
  double per_year = 0;      ///< an intervention, while it holds
  std::vector<Payer> paid_by;

  bool free() const {
    return per_place_year == 0 && per_day_used == 0 && per_stay == 0 && per_fte_year == 0 &&
           per_hour == 0 && per_case == 0 && per_year == 0;
  }
};

/// How youths take part in school inside an arrangement, or after leaving by an exit.
enum class Education { share, none, exempt, unchanged };
/// Which side leads an arrangement.
enum class Leads { none, education, care };
enum class ListOrder { first_come, severity, longest_absent };
enum class NodeKind { source, desk, arrangement, choice, exit };

/// Sites of an arrangement or teams of a desk, each with a list of its own, among which the
/// capacity of the node is split as evenly as possible.
struct Units {
  struct Run {
    int first = 0;
    int count = 0;  ///< 0: the value has none of its own
  };
  /// Youths who have waited long at their own unit and take a free place at another, if nobody
  /// waits there: one of their own value, where units are by an attribute.
  struct Elsewhere {
    Number share = 0;
    Days after;  ///< since asking
  };
  int count = 1;
  AttributeId by = subregion_attribute;
  IdVector<ValueId, Run> of_value;     ///< by value of that attribute; empty: every unit serves all
  std::optional<Elsewhere> elsewhere;  ///< none: youths wait for their own unit only
};

/// A day of the year on which youths may enter.
struct StartDay {
  DayOfYear on;
  std::optional<std::int64_t> at_most;  ///< none: as many as there are free places
};

/// What a table says of a person. The rest is drawn.
struct KnownPerson {
  std::optional<double> age;  ///< [day]
  std::optional<SeverityId> severity;
  AttributeValues values;  ///< none: not known
};

/// A youth whose day of arrival a table gives. What the table leaves out is drawn as the source
/// says.
struct Arrival : KnownPerson {
  Date day;
};

struct Source {
  Number per_year;                  ///< youths a 365.25 days, read at the first day of a month
  double growth = 0;                ///< a year, compounding continuously from month to month
  std::array<double, 12> months{};  ///< factors, January first, mean 1
  std::uint32_t batch = 1;          ///< youths who arrive together
  std::vector<Arrival> arrivals;    ///< instead of a rate; ascending by day
  Distribution age;                 ///< at arrival [day]
  IdVector<SeverityId, double> severity;  ///< weights, sum 1
  AttributeMixes mixes;                   ///< of attributes
  Number absent = 0;                      ///< share absent on arrival
};

/// A quantity that is alike for all youths, or differs by severity or by the value of an attribute.
struct QuantityByYouth {
  Quantity of_all;           ///< also of who has no value of the attribute
  AttributeId by;            ///< none: severity
  std::vector<Quantity> of;  ///< by level, or by value; empty: alike for all
  bool has_rest = false;     ///< they differ, and `of_all` is said of who is not named

  const Quantity& of_youth(SeverityId severity, const AttributeValues& values) const {
    if (of.empty()) return of_all;
    if (!by) return of[severity.index()];
    const ValueId value = values[by];
    return value ? of[value.index()] : of_all;
  }
};

struct Desk {
  bool unlimited = false;          ///< a pure delay of `takes`
  Number staff;                    ///< [fte]
  Number hours = 0;                ///< that an fte gives [hour a year]
  Quantity work;                   ///< of a case [hour]
  Quantity takes;                  ///< at least from begin to decision [day]
  std::vector<PartOfYear> closed;  ///< without work, in which the year's hours do not fall
};

struct Arrangement {
  bool unlimited = false;
  Number places;
  QuantityByYouth stay;  ///< [day]
  std::optional<Condition> admits;
  std::optional<double> until_age;  ///< the stay ends on a 1 August at this age [year]
  std::optional<double> leaves_at;  ///< instead of Scenario::leaves_at [year]
  std::vector<StartDay> starts;     ///< empty: any day
  std::vector<PartOfYear> closed;   ///< nobody enters then; stays go on
  bool holds_place = false;         ///< youths stay inside until the next arrangement has room
};

/// Youths who return after leaving by an exit.
struct Returns {
  Number share = 0;
  Quantity after;  ///< how long they stay away [day]
  NodeId to = no_node;
};

struct Exit {
  std::optional<Returns> returns;
};

/// Lets youths ask for one of several nodes.
struct Choice {
  enum class Rule { first_free, shortest_list };

  Rule rule = Rule::first_free;
  std::vector<NodeId> among;  ///< as declared
};

/// A source, desk, arrangement, choice or exit. Holds what the kinds share; Scenario::sources,
/// desks, arrangements, choices and exits hold the rest.
struct Node {
  std::string id;
  NodeKind kind = NodeKind::exit;
  Label label;
  int index = 0;                               ///< among its kind: Scenario::desks[index], ...
  Leads leads = Leads::none;                   ///< arrangements
  Education education = Education::unchanged;  ///< arrangements and exits
  double education_share = 0;                  ///< with Education::share: of the school hours
  ListOrder order = ListOrder::first_come;
  Units units;                        ///< desks and arrangements
  std::optional<std::int64_t> limit;  ///< of the list of each unit of a desk or an arrangement
  NodeId when_full = no_node;         ///< where youths go when the list is full
  Waiting waiting;
  Cost cost;
  Routing routes;               ///< of an exit, and beside the way: empty
  std::vector<Also> also;       ///< in order of nodes
  bool beside = false;          ///< desks and arrangements: help beside the way of a youth
  bool ends_with_main = false;  ///< beside: it ends when the youth leaves the node that asked
  Helps helps;                  ///< beside
  SourceLocation location;      ///< where it is declared
};

}  // namespace doorstroom
