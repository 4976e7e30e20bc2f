#pragma once
/// The school register of a run: who was absent for how long, per year and per weekly census.
///
/// Absence counts at compulsory school age (5 to 18) only, from the start date to the end of the
/// counted period. "Over 4 weeks" means strictly longer than 28 days. A youth drops out once: at
/// the moment a spell of absence that began in the continuum first exceeds 4 weeks.
///
/// The register follows every youth who arrives in the counted period, below 18 and not absent,
/// from the first signal to what comes first: dropping out, a limited place, or leaving. A youth
/// who turns 18 can drop out no more, which counts as leaving. At a tie a place or leaving comes
/// first, as absence must last longer than 4 weeks.

#include <optional>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// How youths take part in school at a node.
struct SchoolAt {
  Attendance attendance = Attendance::attending;
  double education = 0;  ///< share of the school hours
};
/// None where the node leaves it as it was.
std::optional<SchoolAt> school_at(const Node& node);

class AttendanceBook {
 public:
  /// Both must outlive the book; figures are added to the years and groups of `records`.
  AttendanceBook(const Scenario& scenario, Records& records);

  /// From now on the youth attends for a share of the hours, is absent or is exempt.
  void note(Youth& youth, Instant now, Attendance attendance, double education);
  /// Ends the youth's last span: on leaving the continuum, and at the horizon.
  void close(Youth& youth, Instant now);

  /// Follows a youth who has just arrived, if he or she is one of those described above.
  void follow(Youth& youth, Instant now) const;
  /// The youth is placed or leaves, or the run ends. @pre called before note() or close() of the
  /// same event
  void end_following(Youth& youth, Instant now, SignalEnd end);

  /// Fills the census columns of absence. @pre close() was called for every youth
  void fill(CensusRecord& census) const;

 private:
  /// A count per week, kept as its changes: a spell takes two additions, however long it is.
  class WeeklyCount {
   public:
    WeeklyCount(std::int64_t first_week, std::size_t weeks)
        : first_week_(first_week), changes_(weeks + 1) {}
    void add(Instant from, Instant to);
    std::vector<std::int32_t> counts() const;

   private:
    std::int64_t first_week_;
    std::vector<std::int32_t> changes_;
  };

  std::optional<Instant> dropout_in_spell(const Youth& youth, Instant now) const;
  void note_first(Youth& youth, Instant at, SignalEnd end);
  void end_spell(Youth& youth, Instant now);
  void lose_education(const Youth& youth, Instant from, Instant to, double missing);
  void add_days(const Youth& youth, Instant from, Instant to, double YearRecord::*sum,
                double weight);

  const Scenario& scenario_;
  Records& records_;
  WeeklyCount absent_;
  WeeklyCount absent_4w_;
  WeeklyCount absent_13w_;
};

/// Weeks since the start date at which a census falls: every 7 days both ways, in [begin, end).
struct CensusWeeks {
  std::int64_t first = 0;
  std::int64_t end = 0;

  explicit CensusWeeks(const Period& period);
  std::size_t count() const { return static_cast<std::size_t>(end - first); }
};

}  // namespace doorstroom
