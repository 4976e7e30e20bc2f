#pragma once
/// Checks the shape of a file against the field table: which keys it has, and what each may hold.
/// What the values mean together is checked later, by the readers.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/fields/scenario_fields.hpp"
#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// Writes shorthands out, and fills in what holds only for some: a bare share of a route becomes
/// {share: ...}, `to: NODE` of a source becomes routes, `defaults:` go where nodes leave them out.
/// @param name  of a scenario that has none
void write_out(Value& tree, std::string_view name);

/// Takes out the standards that mean nothing for help beside the way, so that a path with `*` that
/// names the same parameter everywhere does not name them there.
void leave_out_beside(Value& tree);

/// Reports unknown, missing and excluded keys, values of the wrong form and scalars that cannot be
/// read as their kind; fills in the standards of the table. It takes what is wrong out of the tree,
/// so that no later step reports it again. A second check changes nothing and reports only new
/// mistakes.
class Shape {
 public:
  explicit Shape(Issues& issues) : issues_(issues) {}

  /// @param form  of the file: a scenario, or a sweep
  void check(Value& tree, const Section& form = sections::scenario);
  /// Paths of keys that are missing or were taken out: they were reported.
  const std::set<std::string>& reported() const { return reported_; }

 private:
  void section(Value& map, const Section& any_form, QuantityKind drawn, const std::string& path,
               SourceLocation location);
  std::vector<std::string> keys_of(const Section& section) const;
  void correct_ids(Value& map, const Section& section, const std::string& path);
  const Section& form_of(const Value& map, const Section& any_form, const std::string& path) const;
  bool key(const Entry& entry, const Field* field, const Section& section, const std::string& path);
  void unknown(const Entry& entry, const Section& section, const std::string& path);
  bool value(Value& value, const Field& field, QuantityKind drawn, const std::string& path,
             SourceLocation key_location);
  bool scalar(const Value& value, const Field& field, QuantityKind drawn, const std::string& path);
  bool scalars(const Value& list, const Field& field, QuantityKind drawn, const std::string& path);
  bool maps(const Value& list, const Section& item, QuantityKind drawn, const std::string& path);
  void exclusive(Value& map, const Section& section, const std::string& path);
  void missing(const Value& map, const Section& section, QuantityKind drawn,
               const std::string& path, SourceLocation location);
  void standards(Value& map, const Section& section, QuantityKind drawn, const std::string& path,
                 SourceLocation location);

  Issues& issues_;
  std::set<std::string> reported_;
  std::set<std::string> attributes_;  ///< that the file declares
  std::set<std::string> names_;       ///< levels of severity, and values of attributes
};

}  // namespace doorstroom
