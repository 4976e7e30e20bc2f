#include "engine/wait_list.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {

WaitList::Handle WaitList::join(std::uint32_t subject, const Standing& standing, Among equals) {
  if (free_ == none) {
    free_ = static_cast<Handle>(links_.size());
    DOORSTROOM_EXPECT(free_ != none);
    links_.emplace_back();
  }
  const Handle joined = std::exchange(free_, links_[free_].next);

  // Nearly everybody joins behind the last of the rank, so look from there.
  Rank& rank = rank_of(standing.rank);
  Handle after = rank.last;
  while (after != none && standing < links_[after].standing) after = links_[after].previous;
  if (equals == Among::first_of_equals)
    while (after != none && standing == links_[after].standing) after = links_[after].previous;

  Link& link = links_[joined];
  link.standing = standing;
  link.subject = subject;
  link.previous = after;
  link.next = after == none ? rank.first : links_[after].next;
  (link.previous == none ? rank.first : links_[link.previous].next) = joined;
  (link.next == none ? rank.last : links_[link.next].previous) = joined;
  ++size_;
  return joined;
}

void WaitList::leave(Handle& handle) {
  // Who has left comes after itself, so leaving twice is noticed.
  DOORSTROOM_EXPECT(handle < links_.size() && links_[handle].previous != handle);
  Link& link = links_[handle];
  Rank& rank = rank_of(link.standing.rank);
  (link.previous == none ? rank.first : links_[link.previous].next) = link.next;
  (link.next == none ? rank.last : links_[link.next].previous) = link.previous;
  link.previous = handle;
  link.next = std::exchange(free_, handle);
  --size_;
  handle = none;
}

std::vector<std::uint32_t> WaitList::in_order() const {
  std::vector<std::uint32_t> subjects;
  subjects.reserve(size_);
  for (const Rank& rank : ranks_) {
    for (Handle at = rank.first; at != none; at = links_[at].next) {
      subjects.push_back(links_[at].subject);
    }
  }
  return subjects;
}

WaitList::Rank& WaitList::look_up(std::int32_t rank) {
  const auto at = std::ranges::lower_bound(ranks_, rank, {}, &Rank::rank);
  if (at != ranks_.end() && at->rank == rank) return *at;
  return *ranks_.insert(at, Rank{.rank = rank});
}

}  // namespace doorstroom
