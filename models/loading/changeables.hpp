#pragma once
/// The parameters of a scenario that interventions may change, by the path that they have in the
/// file.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/reading/quantity.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// A number or a drawn quantity that effects may change.
struct Changeable {
  std::string path;
  QuantityKind kind;
  std::vector<Change>* changes;
  bool is_nothing = false;  ///< it is 0, and no effect changes it
  std::string whole{};      ///< the path that stands for this one and others; empty: none does
};

/// The changeable parameters of one scenario, which must not move while this object is used. An
/// unlimited capacity and the route that takes the rest have no number, so they are left out.
class Changeables {
 public:
  explicit Changeables(Scenario& scenario);

  /// The parameters that a pattern names. The path of a route stands for its share, that of stays
  /// that differ for each of them.
  std::vector<Changeable> matching(const std::string& pattern) const;

 private:
  void add(std::string path, std::vector<Change>& changes, bool is_nothing);
  void add(std::string path, Number& number) {
    add(std::move(path), number.changes, number.is_constant() && number.value == 0);
  }
  void add(std::string path, Quantity& quantity) {
    add(std::move(path), quantity.changes,
        quantity.changes.empty() && quantity.distribution.largest() <= 0);
  }
  void add(std::string path, std::optional<Quantity>& quantity);
  void add(const std::string& path, QuantityByYouth& quantity, const Scenario& scenario);
  void add(const std::string& level, SeverityScale& scale);
  void add(Node& node, Scenario& scenario);
  /// @param asker  path of the node or of the route, with a dot at the end
  void add(const std::string& asker, std::vector<Also>& asked, const Scenario& scenario);
  void add(const std::string& node, NodeKind from, Route& route, Scenario& scenario);

  std::vector<Changeable> all_;
};

/// The keys that can be changed, as the field table has them.
std::set<std::string> changeable_keys();

/// Whether the field table lets a path, or its share, be changed.
bool is_changeable(const std::string& path);

}  // namespace doorstroom
