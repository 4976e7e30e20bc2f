#pragma once
/// The parts of a variant, each of which can be taken away: every effect and every role of the
/// interventions that the base does not have, what each of them costs, and whatever else differs
/// from the base, as one part. Coalitions of parts (shapley.hpp) then become scenarios to simulate.
///
/// Effects whose `evidence` names the same `together` are one part, of that name. Parts that cannot
/// stand alone are one, too: an effect on a desk that only the variant has goes with the rest of
/// the variant. An intervention keeps its dates, its ramp and what stays of it for any part that is
/// there.

#include <cstddef>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"
#include "results/experiment/simulations.hpp"
#include "results/stats/shapley.hpp"

namespace doorstroom {

/// Indices of plans: the base, the variant, and the base with the variant's own interventions.
inline constexpr std::size_t base_plan = 0, variant_plan = 1, bare_plan = 2;

/// What a part is made of, for its name in a language.
struct PartElement {
  enum class Kind : std::uint8_t { effect, role, cost, rest };

  Kind kind = Kind::effect;
  std::string intervention{};  ///< id; empty: the rest
  std::string id{};            ///< of the effect or role
};

struct VariantPart {
  std::string
      name;  ///< unique: "casework", "procesregisseur.cost", "rest", "a+b" of parts that are one
  std::vector<PartElement> elements;
  bool is_merged = false;  ///< because one of its elements cannot stand without another

  /// Keys of the variant's scenario: "interventions.procesregisseur.casework".
  std::vector<std::string> keys() const;
  bool has_rest() const;
  /// Whether it is costs, and nothing else.
  bool is_cost() const;
};

/// Joins effects and roles in a part: "name=effect,effect,role".
struct PartGroup {
  std::string name;
  std::vector<std::string> members;  ///< ids: "kortere_zoa", "casework", "procesregisseur.cost"

  /// @throws InputError when the text has another form
  static PartGroup parse(const std::string& text);
};

class VariantParts {
 public:
  /// @param groups  what the user wants as one part
  /// @throws InputError when the variant has fewer than two parts, or a group names what is none
  VariantParts(const ScenarioTree& base, const ScenarioTree& variant,
               const std::vector<PartGroup>& groups);

  const std::vector<VariantPart>& parts() const { return parts_; }
  /// What simulations must know: base, variant, and the base with the variant's interventions where
  /// more than these differs.
  const std::vector<ScenarioTree>& plans() const { return plans_; }
  /// The scenario that has these parts. None: the base as it is; all: the variant as it is.
  Alternative with_parts(Coalition parts) const;

 private:
  bool makes_sense(Coalition parts) const;
  void merge_what_cannot_stand_alone();
  /// A part with which this one makes sense where alone it does not; the part itself: it does.
  std::size_t partner_of(std::size_t part) const;
  void merge(std::size_t one, std::size_t other);
  /// Takes what goes with the rest out of the base with the variant's interventions.
  void take_rest_out();

  std::vector<VariantPart> parts_;
  std::vector<ScenarioTree> plans_;
  bool rest_is_out_ = false;
};

}  // namespace doorstroom
