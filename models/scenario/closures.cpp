#include "models/scenario/closures.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

using std::chrono::year;
using std::chrono::years;

/// A part of the year that begins in that year.
std::pair<Date, Date> in_year(const PartOfYear& part, year when) {
  const Date from = when / part.from;
  return {from, (part.to > part.from ? when : when + years(1)) / part.to};
}

}  // namespace

Closures::Closures(const std::vector<PartOfYear>& parts, const Period& period) {
  if (parts.empty()) return;
  const auto year_of = [](Date date) { return std::chrono::year_month_day{date}.year(); };
  const year first = year_of(period.date_at(period.first_day())) - years(1);
  const year last = year_of(period.date_at(period.horizon_day())) + years(1);
  for (year when = first; when <= last; ++when)
    for (const PartOfYear& part : parts) {
      const auto [from, to] = in_year(part, when);
      spans_.push_back({period.at(from), period.at(to)});
    }
  std::ranges::sort(spans_, {}, &Span::from);
  std::vector<Span> apart;
  for (const Span& span : spans_) {
    if (!apart.empty() && span.from <= apart.back().to)
      apart.back().to = std::max(apart.back().to, span.to);
    else
      apart.push_back(span);
  }
  spans_ = std::move(apart);

  for (const PartOfYear& part : parts) {
    const auto [from, to] = in_year(part, year(2026));  // no 29 February near
    days_a_year_ += static_cast<int>((to - from).count());
  }
}

bool Closures::closed_at(Instant at) const {
  const auto next = std::ranges::upper_bound(spans_, at, {}, &Span::from);
  return next != spans_.begin() && at < std::prev(next)->to;
}

Instant Closures::after(Instant begin, Days work) const {
  Instant end = begin + work;
  for (auto span = std::ranges::upper_bound(spans_, begin, {}, &Span::to);
       span != spans_.end() && span->from < end; ++span)
    end.ticks += span->to.ticks - std::max(span->from, begin).ticks;
  return end;
}

Instant Closures::before(Instant end, Days work) const {
  Instant begin = end + Days{-work.count};
  for (auto span = spans_.rbegin(); span != spans_.rend() && span->to > begin; ++span)
    if (span->from < end) begin.ticks -= std::min(span->to, end).ticks - span->from.ticks;
  return begin;
}

Days Closures::open_between(Instant from, Instant to) const {
  std::int64_t closed = 0;
  for (const Span& span : spans_)
    if (span.from < to && span.to > from)
      closed += std::min(span.to, to).ticks - std::max(span.from, from).ticks;
  return Instant{to.ticks - closed} - from;
}

void Closures::add_turns(std::set<std::int64_t>& days) const {
  for (const Span& span : spans_)
    for (const Instant turn : {span.from, span.to})
      days.insert(turn.ticks / Instant::ticks_per_day);
}

}  // namespace doorstroom
