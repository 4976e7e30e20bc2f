// An arrangement: places for youths who stay.

#include <cmath>
#include <set>

#include "engine/error.hpp"
#include "models/region.hpp"

namespace doorstroom {

void Region::enter(Youth& youth, Station& here) {
  leave_list(youth, here, WaitEnd::entered);
  youth.entered = now_;
  count_entry(here);

  if (!youth.placed && !here.unlimited && !youth.of_today) {
    youth.placed = true;
    if (youth.year >= 0)
      records_.years[static_cast<std::size_t>(youth.year)].placement_days.push_back(
          (now_ - youth.arrived).count);
  }
  const bool in_full = here.node->education == Education::share && here.node->education_share >= 1;
  if (here.node->leads == Leads::care) {
    youth.left_care = never;
    if (here.node->education == Education::none) ++this_year_->full_youth_care;
  }
  if (youth.left_care != never && in_full) {
    this_year_->care_to_education_days.push_back((now_ - youth.left_care).count);
    youth.left_care = never;
  }
  take_place(youth, here,
             Days{draw(here.arrangement->stay, youth, youth.node, Decision::stay, youth.visit)});
}

/// Is inside from now on, for that long.
void Region::take_place(Youth& youth, Station& here, Days stay) {
  youth.stage = Stage::inside;
  youth.route = nullptr;
  youth.accepted = youth.returned = false;
  ++here.inside;
  here.places.take();
  here.occupied.add(now_, 1);
  calendar_.cancel(youth.absence);
  take_up_education(youth, *here.node);
  youth.next = schedule(youth, now_ + stay, Phase::endings, Happening::stay_ends);
}

void Region::take_up_education(Youth& youth, const Node& here) {
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

void Region::end_stay(Youth& youth) {
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
  if (youth.attendance == Attendance::absent) begin_hazards(youth);
  set_out(youth);
}

void Region::review_capacity(NodeId id) {
  Station& here = station(id);
  if (here.unlimited) {
    here.places.set_capacity(Places::unlimited);
  } else if (here.desk) {
    review_desk(here);
  } else {
    const double places = std::floor(value(here.arrangement->places) + 1e-9);
    here.places.set_capacity(static_cast<std::int64_t>(places));
    here.capacity.set(now_, places);
  }
  note_offer(here);
}

std::map<std::int64_t, std::vector<NodeId>> Region::reviews() const {
  const Period& period = scenario_.period;
  std::map<std::int64_t, std::vector<NodeId>> reviews;
  for (const Station& here : stations_) {
    if (here.unlimited) continue;
    std::set<std::int64_t> days;
    for (const Number* number : here.capacity_parameters()) {
      const std::vector<std::int64_t> of_number = days_of_change(*number, period);
      days.insert(of_number.begin(), of_number.end());
    }
    for (const std::int64_t day : days)
      if (day > period.first_day()) reviews[day].push_back(here.id);  // that is how it begins
  }
  return reviews;
}

}  // namespace doorstroom
