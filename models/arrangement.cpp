// An arrangement: places for youths who stay.

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/error.hpp"
#include "models/region.hpp"

namespace doorstroom {

void Region::enter(YouthId id) {
  Youth& youth = youths_[id];
  Station& here = station(youth.node);
  const Arrangement& arrangement = scenario_.arrangements[here.node->index];
  leave_list(id, WaitEnd::entered);
  youth.entered = now_;
  count_entry(here);

  YearRecord& year = this_year();
  if (!arrangement.unlimited && !youth.placed && !youth.of_today) {
    youth.placed = true;
    const int year_of_arrival = scenario_.period.year_of(youth.arrived);
    if (year_of_arrival >= 0)
      records_.years[static_cast<std::size_t>(year_of_arrival)].placement_days.push_back(
          (now_ - youth.arrived).count);
  }
  if (here.node->leads == Leads::care) {
    youth.left_care = never;
    if (here.node->education == Education::none) ++year.full_youth_care;
  }
  const bool in_full = here.node->education == Education::share && here.node->education_share >= 1;
  if (in_full && youth.left_care != never) {
    year.care_to_education_days.push_back((now_ - youth.left_care).count);
    youth.left_care = never;
  }
  take_place(id, Days{draw(arrangement.stay, youth, youth.node, Decision::stay, youth.visit)});
}

/// Is inside from now on, for that long.
void Region::take_place(YouthId id, Days stay) {
  Youth& youth = youths_[id];
  Station& here = station(youth.node);
  youth.stage = Stage::inside;
  youth.route = nullptr;
  youth.accepted = youth.returned = false;
  ++here.inside;
  here.places.take();
  here.occupied.add(now_, 1);
  calendar_.cancel(youth.absence);
  take_up_education(youth);
  youth.next = schedule(youth, id, now_ + stay, Phase::endings, Happening::stay_ends);
}

void Region::take_up_education(Youth& youth) {
  const Node& here = node(youth.node);
  switch (here.education) {
    case Education::share:
      return attendance_.note(youth, now_, Attendance::attending, here.education_share);
    case Education::none:
      return attendance_.note(youth, now_, Attendance::absent, 0);
    case Education::exempt:
      return attendance_.note(youth, now_, Attendance::exempt, 0);
    case Education::unchanged:
      return;
  }
}

void Region::end_stay(YouthId id) {
  Youth& youth = youths_[id];
  Station& here = station(youth.node);
  DOORSTROOM_EXPECT(here.inside > 0);
  --here.inside;
  ++here.record.left;
  here.places.release();
  here.occupied.add(now_, -1);
  note_offer(here);

  if (here.node->leads == Leads::care) youth.left_care = now_;
  draw_way(youth, youth.node, youth.visit);
  close_visit(youth, Outcome::completed, youth.route->to);
  if (youth.attendance == Attendance::absent) begin_hazards(id);
  set_out(id);
}

void Region::count_entry(Station& here) {
  ++here.record.entered;
  if (year_ < 0) return;
  ++here.record.entries[static_cast<std::size_t>(year_)];
  ++here.record.parts[static_cast<std::size_t>(part_)].entries;
}

void Region::review_capacity(NodeId id) {
  Station& here = station(id);
  const bool desk = here.node->kind == NodeKind::desk;
  const bool unlimited = desk ? scenario_.desks[here.node->index].unlimited
                              : scenario_.arrangements[here.node->index].unlimited;
  if (unlimited) {
    here.places.set_capacity(Places::unlimited);
  } else if (desk) {
    review_desk(here);
  } else {
    const double places = std::floor(value(scenario_.arrangements[here.node->index].places) + 1e-9);
    here.places.set_capacity(static_cast<std::int64_t>(places));
    here.capacity.set(now_, places);
  }
  note_offer(here);
}

std::vector<std::int64_t> Region::days_of_review(NodeId id) const {
  const Period& period = scenario_.period;
  if (node(id).kind == NodeKind::arrangement) {
    const Arrangement& arrangement = scenario_.arrangements[node(id).index];
    return arrangement.unlimited ? std::vector<std::int64_t>{}
                                 : days_of_change(arrangement.places, period);
  }
  const Desk& desk = scenario_.desks[node(id).index];
  if (desk.unlimited) return {};
  const std::vector<std::int64_t> staff = days_of_change(desk.staff, period);
  const std::vector<std::int64_t> hours = days_of_change(desk.hours, period);
  std::vector<std::int64_t> days;
  std::set_union(staff.begin(), staff.end(), hours.begin(), hours.end(), std::back_inserter(days));
  return days;
}

}  // namespace doorstroom
