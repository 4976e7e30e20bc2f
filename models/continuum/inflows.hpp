#pragma once
/// The streams of arrivals: which youth of which source arrives next, and when.
///
/// Arrivals of a source are a Poisson process with a rate that is constant within a calendar month,
/// or those listed in a table. Each has an ordinal in its month, from which its draws are
/// addressed, so that a longer warm-up renumbers nobody. An effect on the inflow above 1 adds
/// streams: one for each whole or part above 1, whose arrivals have ordinals from far above. An
/// effect below 1 takes away each arrival whose own uniform lies above the factor. Youths of a
/// batch arrive at the same instant with consecutive ordinals; a new month begins a new batch.

#include <cstdint>
#include <vector>

#include "engine/calendar.hpp"
#include "models/continuum/draws.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// One stream of arrivals: a source as declared (layer 0), or what an effect above 1 adds to it.
struct Inflow {
  std::uint32_t index = 0;  ///< among all inflows
  NodeId source = no_node;
  const Source* rules = nullptr;  ///< of that source
  std::uint32_t layer = 0;
  std::uint32_t source_word = 0;  ///< of addresses, in the present block of ordinals
  std::int32_t month = 0;         ///< of the next arrival: year x 12 + month - 1
  std::uint32_t ordinal = 0;      ///< of the next arrival, in its month and stream
  Instant month_begins;
  Instant until;           ///< the month's end, or the horizon
  double rate = 0;         ///< arrivals a day in that month
  double elapsed = 0;      ///< days from the month's begin to the last arrival
  std::size_t listed = 0;  ///< arrivals of the table that have been scheduled

  bool from_table() const { return listed > 0; }
  /// What the table says of the next arrival; nothing for other sources.
  Arrival known() const { return from_table() ? rules->arrivals[listed - 1] : Arrival{}; }
  std::uint32_t person_word() const {
    return doorstroom::person_word(static_cast<std::uint32_t>(month), ordinal);
  }
  /// Number among all arrivals of the source in that month.
  std::uint32_t ordinal_in_month() const { return (layer << 27) + ordinal; }
  /// Standing order of the next arrival: youths of `today`, then of `initial`, come before all
  /// others, by node and ordinal; then by source in declared order, month, ordinal.
  std::uint64_t standing_order() const {
    return (std::uint64_t{1} << 63) | (std::uint64_t{source.index()} << 49) |
           (static_cast<std::uint64_t>(month) << 31) | ordinal_in_month();
  }
};

/// How many youths arrive in a replication, as a mean: from its first day to the horizon, with what
/// effects change of the inflow at the begin of each month. Those of `today` and `initial` are not
/// among them.
double expected_arrivals(const Scenario& scenario);

class Inflows {
 public:
  /// All three must outlive it.
  Inflows(const Scenario& scenario, const Draws& draws, Calendar& calendar)
      : scenario_(scenario), draws_(draws), calendar_(calendar) {}

  /// Schedules the first arrival of every stream.
  void open();
  /// The stream whose arrival is due, by the subject of the event.
  Inflow& operator[](std::uint32_t index) { return inflows_[index]; }
  /// Whether the arrival that is due takes place, or an effect on the inflow takes it away.
  bool keeps(const Inflow& inflow, EvaluationTime when) const;
  /// Schedules the arrival after the one that is due.
  void schedule_next(Inflow& inflow);

 private:
  void enter_month(Inflow& inflow, std::int32_t month);
  Instant next_in_month(Inflow& inflow) const;
  void schedule_drawn(Inflow& inflow);
  void schedule_listed(Inflow& inflow);
  void schedule_at(const Inflow& inflow, Instant at);

  const Scenario& scenario_;
  const Draws& draws_;
  Calendar& calendar_;
  std::vector<Inflow> inflows_;
};

}  // namespace doorstroom
