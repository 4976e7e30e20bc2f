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

Closures::Closures(const std::vector<PartOfYear>& parts, const Period& period)
    : parts_(parts), day_zero_(period.start()) {
  if (parts.empty()) return;
  first_ = year_of(period.begin()) - years(1);
  last_ = year_of(period.horizon()) + years(1);
  spans_ = spans_between(first_, last_);

  for (const PartOfYear& part : parts) {
    const auto [from, to] = in_year(part, year(2026));  // no 29 February near
    days_a_year_ += static_cast<int>((to - from).count());
  }
}

year Closures::year_of(Instant at) const {
  std::int64_t day = at.ticks / Instant::ticks_per_day;
  if (at.ticks % Instant::ticks_per_day < 0) --day;
  return std::chrono::year_month_day{day_zero_ + std::chrono::days(day)}.year();
}

Closures::Spans Closures::spans_between(year first, year last) const {
  Spans spans;
  for (year when = first; when <= last; ++when)
    for (const PartOfYear& part : parts_) {
      const auto [from, to] = in_year(part, when);
      spans.push_back({at(from), at(to)});
    }
  std::ranges::sort(spans, {}, &Span::from);
  Spans apart;
  for (const Span& span : spans) {
    if (!apart.empty() && span.from <= apart.back().to)
      apart.back().to = std::max(apart.back().to, span.to);
    else
      apart.push_back(span);
  }
  return apart;
}

/// Also of years before the period; nothing that is found under way began a thousand years ago.
Closures::Spans Closures::spans_since(Instant from) const {
  if (parts_.empty()) return {};
  const year earliest = first_ - years(1000);
  const bool is_recent = from > at(earliest / std::chrono::January / 1);
  return spans_between(is_recent ? std::min(first_, year_of(from) - years(1)) : earliest, last_);
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
  for (Instant known = never; begin < known;) {  // each closure that is met may lead to another
    known = begin;
    const Spans spans = spans_since(known);
    begin = end + Days{-work.count};
    for (auto span = spans.rbegin(); span != spans.rend() && span->to > begin; ++span)
      if (span->from < end) begin.ticks -= std::min(span->to, end).ticks - span->from.ticks;
  }
  return begin;
}

Days Closures::open_between(Instant from, Instant to) const {
  std::int64_t closed = 0;
  for (const Span& span : spans_since(from))
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
