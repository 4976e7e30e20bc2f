#include "results/file/reading.hpp"

#include <unistd.h>

#include <algorithm>

namespace doorstroom {
namespace {

// Set once by the supervisor's child, before all else: what reads a file knows of no supervisor.
ReadingPlaces* shared_places = nullptr;

/// The place of this process; null when there is none.
ReadingPlace* own_place() {
  static ReadingPlace* found = nullptr;
  if (shared_places == nullptr) return nullptr;
  const pid_t self = getpid();
  if (found != nullptr && found->process == self) return found;
  for (ReadingPlace& place : *shared_places) {  // this process is new, perhaps a fork
    pid_t nobody = 0;
    if (!place.process.compare_exchange_strong(nobody, self)) continue;
    found = &place;
    return found;
  }
  return nullptr;
}

}  // namespace

void tell_readings_in(ReadingPlaces* places) {
  shared_places = places;
}

bool is_reading() {
  if (shared_places == nullptr) return false;
  const pid_t self = getpid();
  return std::ranges::any_of(*shared_places, [self](const ReadingPlace& place) {
    return place.process == self && place.depth > 0;
  });
}

Reading::Reading(const std::string& path) : place_(own_place()) {
  if (place_ == nullptr) return;
  const std::size_t length = std::min(path.size(), place_->path.size() - 1);
  std::copy_n(path.begin(), length, place_->path.begin());
  place_->path[length] = '\0';
  ++place_->depth;
  ++place_->steps;
}

Reading::~Reading() {
  if (place_ == nullptr) return;
  ++place_->steps;
  --place_->depth;
}

}  // namespace doorstroom
