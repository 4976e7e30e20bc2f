#pragma once
/// The shape of a scenario: its keys, and what each may hold, against the field table. What the
/// values mean together comes later.

#include <set>
#include <string>
#include <string_view>

#include "models/fields/scenario_fields.hpp"
#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// Writes shorthands out, and fills in what holds only for some: a bare share of a route becomes
/// {share: ...}, `to: NODE` of a source becomes routes, `defaults:` go where nodes leave them out.
/// @param name  of a scenario that has none
void write_out(Value& tree, std::string_view name);

/// Tells unknown, missing and excluded keys, values of the wrong form and scalars that
/// say nothing of their kind; fills in the standard of the table. What is wrong is taken out of the
/// tree, so that nobody tells it twice. Checking again changes nothing, and tells only what is new.
class Shape {
 public:
  explicit Shape(Issues& issues) : issues_(issues) {}

  /// @param form  of the file: a scenario, or a sweep
  void check(Value& tree, const Section& form = sections::scenario);
  /// Paths of what is missing or was taken out.
  const std::set<std::string>& told() const { return told_; }

 private:
  void section(Value& map, const Section& any_form, QuantityKind drawn, const std::string& path,
               Mark mark);
  const Section& form_of(const Value& map, const Section& any_form, const std::string& path) const;
  bool key(const Entry& entry, const Field* field, const Section& section, const std::string& path);
  void unknown(const Entry& entry, const Section& section, const std::string& path);
  bool value(Value& value, const Field& field, QuantityKind drawn, const std::string& path,
             Mark key_mark);
  bool scalar(const Value& value, const Field& field, QuantityKind drawn, const std::string& path);
  bool scalars(const Value& list, const Field& field, QuantityKind drawn, const std::string& path);
  bool maps(const Value& list, const Section& item, QuantityKind drawn, const std::string& path);
  void exclusive(Value& map, const Section& section, const std::string& path);
  void missing(const Value& map, const Section& section, QuantityKind drawn,
               const std::string& path, Mark mark);
  void standards(Value& map, const Section& section, QuantityKind drawn, const std::string& path,
                 Mark mark);

  Issues& issues_;
  std::set<std::string> told_;
};

}  // namespace doorstroom
