#pragma once
/// A row of the field table: one key of a file, what it says, in which unit, whether it must be
/// there, and what holds without it. Each part of the program that reads keys writes its own rows;
/// the reader, the help and the schemas are all made from them.

#include <span>
#include <string_view>

#include "models/messages/message.hpp"
#include "models/reading/quantity.hpp"

namespace doorstroom {

struct Field;

/// A map of the file: its keys, in the order of the manual.
struct Section {
  TranslatableText name;
  std::span<const Field> fields;
  QuantityKind keys =
      QuantityKind::id;  ///< of keys that the scenario chooses: ids, paths or days of the year
  const Section* other = nullptr;  ///< another form that the map may have

  /// The field of a key: its own, else the field of any id (`*`), if the section has one.
  const Field* find(std::string_view key) const;
  /// Whether the keys are ids that the scenario chooses.
  bool of_ids() const;
};

/// One key. A value may take the forms that are given: a scalar of its kind (unless the kind is
/// `map` or `list` is set), a list of such scalars, a map, a list of maps.
struct Field {
  std::string_view key;  ///< "*" for any id, as the last or the only field
  QuantityKind kind = QuantityKind::map;
  const Section* map = nullptr;          ///< keys of the value as a map
  const Section* map_too = nullptr;      ///< keys of a map that has the first of these
  const Section* item = nullptr;         ///< keys of each item of the value as a list of maps
  bool list = false;                     ///< a list of scalars, instead of one
  bool list_too = false;                 ///< one scalar, or a list of them
  Range range{};                         ///< narrower than the kind's own
  std::string_view words{};              ///< the words it may be: "first_come | severity"
  std::string_view one_of{};             ///< keys that share this name exclude each other
  bool required = false;                 ///< with one_of: one of them is
  std::string_view unless{};             ///< it is not required beside this key
  std::string_view standard{};           ///< what holds without it
  TranslatableText standard_in_words{};  ///< the same, where no value of the file says it
  bool of_attributes = false;            ///< "*" stands for attributes of the scenario only
  bool where_it_applies = false;         ///< the standard holds only for some: scenario_defaults
  bool changeable = false;               ///< an intervention may change it
  TranslatableText about{};              ///< what it is, to follow "is"
};

}  // namespace doorstroom
