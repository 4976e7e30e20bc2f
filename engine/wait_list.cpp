#include "engine/wait_list.hpp"

#include <algorithm>

#include "engine/error.hpp"

namespace doorstroom {

WaitList::Handle WaitList::join(std::uint32_t subject, const Standing& standing) {
  Handle joined;
  if (free_.empty()) {
    joined = static_cast<Handle>(links_.size());
    DOORSTROOM_EXPECT(joined != none);
    links_.emplace_back();
  } else {
    joined = free_.back();
    free_.pop_back();
  }

  // Nearly everybody joins behind the last of the rank, so look from there.
  Rank& rank = rank_of(standing.rank);
  Handle after = rank.last;
  while (after != none && standing < links_[after].standing) after = links_[after].previous;

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
  // Who has left points to itself, so leaving twice is noticed.
  DOORSTROOM_EXPECT(handle < links_.size() && links_[handle].next != handle);
  Link& link = links_[handle];
  Rank& rank = rank_of(link.standing.rank);
  (link.previous == none ? rank.first : links_[link.previous].next) = link.next;
  (link.next == none ? rank.last : links_[link.next].previous) = link.previous;
  link.next = handle;
  free_.push_back(handle);
  --size_;
  handle = none;
}

WaitList::Handle WaitList::first() const {
  DOORSTROOM_EXPECT(!empty());
  auto rank = ranks_.begin();
  while (rank->first == none) ++rank;
  return rank->first;
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

WaitList::Rank& WaitList::rank_of(std::int32_t rank) {
  const auto at = std::ranges::lower_bound(ranks_, rank, {}, &Rank::rank);
  if (at != ranks_.end() && at->rank == rank) return *at;
  return *ranks_.insert(at, Rank{.rank = rank});
}

}  // namespace doorstroom
