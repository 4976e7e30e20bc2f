// The case that absence opens: a track at the desk, while the youth goes on.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The absence has lasted long enough for a case. Opens one, unless there is a track of the youth
/// at that desk, or the youth's own way is there or leads there next.
void Region::open_case(Youth& youth) {
  const Absence::Case& rules = *scenario_.absence.opens;
  const double share = sampler_.value(rules.share);
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  if (track_at(youth, rules.desk) || youth.visit.node == rules.desk || share <= 0) return;
  if (draws_.at(youth.person, rules.desk, Decision::absence_case, spell) >= share) return;
  open_track(youth, rules.desk, {.kind = TrackLink::Kind::absence_case, .spell = spell}, now());
}

/// The absence is over. A case that no worker has taken up yet lapses; other work is finished.
void Region::lapse_case(Youth& youth) {
  if (!scenario_.absence.opens) return;
  Youth* const track = track_at(youth, scenario_.absence.opens->desk);
  if (track && track->is_absence_case() && track->stage != Stage::in_work)
    end_track(*track, WaitEnd::other, Outcome::lapsed);
}

/// The desk decides on the case. The youth may go back to school, if he or she is absent outside
/// arrangements in the spell in which the case was opened.
void Region::decide_case(Youth& track) {
  const Absence::Case& rules = *scenario_.absence.opens;
  Youth* const youth = youth_of_track(track);
  const std::uint32_t spell = track.link.spell;
  const bool same_spell = youth && youth->schooling.hazard_spells == spell + 1 &&
                          youth->schooling.attendance == Attendance::absent &&
                          youth->stage != Stage::inside && !youth->holds_place();
  const double chance = sampler_.value(rules.back_to_school);
  const bool attends =
      same_spell && chance > 0 &&
      draws_.at(youth->person, rules.desk, Decision::case_in_school, spell) < chance;
  track.visit.back_at_school = attends;
  end_track(track, WaitEnd::entered, Outcome::completed);
  if (attends) attend_again(*youth);
}

}  // namespace doorstroom
