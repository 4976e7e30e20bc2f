#pragma once
/// What a planner may well write, and what the model does not do: each is refused by a message of
/// its own, which says what to do instead.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "models/messages/message.hpp"
#include "models/reading/field.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// What is wrong, and what to do instead.
struct Refusal {
  LocalizedText problem;
  LocalizedText suggestion;
};

/// Of a value that is no plain one: what differs by youth where it cannot, or does not say by what;
/// batches of random size.
/// @param names  levels of severity, and values of attributes
std::optional<Refusal> refusal_of(const Value& value, const Field& field, const std::string& path,
                                  const std::set<std::string>& names);

/// What to do instead of days of the week; empty for any other word.
LocalizedText instead_of_weekday(std::string_view word);
/// What to do instead of a key about weeks that no section has; empty for any other key.
LocalizedText instead_of_key(std::string_view key);

/// The levels of severity and the values of attributes that a file names.
std::set<std::string> names_of_youths(const Value& tree);

}  // namespace doorstroom
