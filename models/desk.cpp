// A desk: staff who work on cases, one at a time per worker.

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/region.hpp"

namespace doorstroom {

/// A worker (or, at a desk without limits, nobody in particular) takes up the case.
void Region::begin_work(Youth& youth, Station& here) {
  const Desk& desk = *here.desk;
  leave_list(youth, here, WaitEnd::entered);
  youth.stage = Stage::in_work;
  youth.entered = now_;
  ++here.inside;
  count_entry(here);
  here.places.take();
  here.occupied.add(now_, 1);
  youth.worker_busy = true;

  Instant work_ends = now_;
  youth.work_rate = 0;
  if (!desk.unlimited) {
    if (!youth.returned)
      youth.work_hours = draw(desk.work, youth, youth.node, Decision::work, youth.visit);
    youth.work_rate = here.worker_rate;
    here.worked.add(now_, youth.work_rate);
    const double hours = youth.returned ? youth.rework_hours : youth.work_hours;
    work_ends = now_ + Days{hours / here.worker_rate};
  }
  Instant decided = work_ends;
  if (!youth.returned) {
    const Days takes{draw(desk.takes, youth, youth.node, Decision::takes, youth.visit)};
    decided = std::max(decided, now_ + takes);
  }
  if (!desk.unlimited && work_ends < decided)
    youth.work = schedule(youth, work_ends, Phase::endings, Happening::work_ends);
  youth.next = schedule(youth, decided, Phase::endings, Happening::decided);
}

/// The worker is free for the next case.
void Region::end_work(Youth& youth) {
  Station& here = station(youth.node);
  youth.worker_busy = false;
  here.places.release();
  here.occupied.add(now_, -1);
  here.worked.add(now_, -youth.work_rate);
  note_offer(here);
}

void Region::decide(Youth& youth) {
  leave_desk(youth);
  youth.sender_waiting_draws = youth.waiting_draws;
  if (!youth.returned) {
    draw_way(youth, youth.node, youth.visit);
  } else {
    youth.returned = false;  // on the same way as before, after the same handover
  }
  close_visit(youth, Outcome::completed, youth.route->to);
  set_out(youth);
}

/// The case leaves the desk, whether it was decided or dropped.
void Region::leave_desk(Youth& youth) {
  Station& here = station(youth.node);
  calendar_.cancel(youth.work);
  calendar_.cancel(youth.next);
  if (youth.worker_busy) end_work(youth);
  DOORSTROOM_EXPECT(here.inside > 0);
  --here.inside;
  ++here.record.left;
}

void Region::review_desk(Station& here) {
  const Desk& desk = *here.desk;
  const double hours_a_day = value(desk.hours) / days_per_year;
  const double fte = value(desk.staff);
  const double workers = std::ceil(fte - 1e-9);
  const double speed = workers > 0 ? fte / workers : 0;
  here.worker_rate = hours_a_day * speed;
  here.places.set_capacity(static_cast<std::int64_t>(workers));
  here.capacity.set(now_, workers);
  here.available.set(now_, fte * hours_a_day);
}

}  // namespace doorstroom
