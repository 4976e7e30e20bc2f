#pragma once
/// The random numbers of one replication. Each has an address: the youth, the node, the decision
/// and the occasion. So no number depends on the order of events, and two scenarios can be compared
/// youth by youth.

#include <vector>

#include "engine/random.hpp"
#include "models/continuum/decision.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Months and ordinals as the second word of an address: 18 bits of calendar month, counted from
/// year 0, and 14 of the ordinal. What exceeds 16,384 arrivals in a month goes on under another
/// first word (`source_word`), so no two youths share an address.
inline constexpr std::uint32_t ordinals_per_word = 1u << 14;
/// Instead of the month: of youths found on the start date, and when the run begins.
inline constexpr std::uint32_t month_of_today = (1u << 18) - 1;
inline constexpr std::uint32_t month_of_initial = month_of_today - 1;

constexpr std::uint32_t person_word(std::uint32_t month, std::uint32_t ordinal) {
  return (month << 14) | (ordinal % ordinals_per_word);
}

/// First word for the youths of one source (or node where they are found): the hash of its id,
/// followed by the layer (of extra arrivals) and the block of ordinals, unless both are 0.
std::uint32_t source_word(const std::string& id, std::uint32_t layer, std::uint32_t ordinal);

class Draws {
 public:
  Draws(const Scenario& scenario, std::uint32_t replication);

  /// A decision about a youth at a node.
  /// @param visit  earlier visits to the node
  /// @param times  earlier draws of this decision in the visit
  double at(const Person& person, NodeId node, Decision decision, std::uint32_t visit,
            std::uint32_t times = 0) const {
    return of(person.source_word, person.person_word, node_words_[node], decision,
              visit * 256 + times);
  }
  /// A decision about who a youth is, made once, on arrival.
  double who(const Person& person, Decision decision) const {
    return of(person.source_word, person.person_word, person.source_word, decision, 0);
  }
  /// The same, of a distribution. A constant takes no draw.
  double who(const Person& person, Decision decision, const Distribution& distribution) const {
    return distribution.is_constant() ? distribution.value()
                                      : distribution.quantile(who(person, decision));
  }
  /// The same, of one thing by weights that sum to 1; of nothing, without weights. Takes no draw
  /// where the first has all the weight.
  template <class IdType>
  IdType who(const Person& person, Decision decision,
             const IdVector<IdType, double>& weights) const {
    if (weights.empty()) return IdType();
    return weights.front() >= 1 ? IdType(0)
                                : IdType(one_of(weights.values(), who(person, decision)));
  }
  /// The same of something else than a node, such as an attribute, by its word.
  template <class IdType>
  IdType under(const Person& person, std::uint32_t word, Decision decision,
               const IdVector<IdType, double>& weights) const {
    if (weights.empty()) return IdType();
    return weights.front() >= 1
               ? IdType(0)
               : IdType(one_of(weights.values(), under(person, word, decision, 0u)));
  }
  /// A decision about a spell of absence, which belongs to no node.
  double in_absence(const Person& person, Decision decision, std::uint32_t spell) const {
    return of(person.source_word, person.person_word, absence_word_, decision, spell);
  }
  /// A decision about a youth at something other than a node, such as a clock, by its word.
  double under(const Person& person, std::uint32_t word, Decision decision,
               std::uint32_t occasion) const {
    return of(person.source_word, person.person_word, word, decision, occasion);
  }
  /// A decision about an arrival of a source.
  double arrival(std::uint32_t source, std::uint32_t person, Decision decision) const {
    return of(source, person, source, decision, 0);
  }

 private:
  /// Index of the weight in which u falls.
  static int one_of(const std::vector<double>& weights, double u);
  double of(std::uint32_t source, std::uint32_t person, std::uint32_t node, Decision decision,
            std::uint32_t occasion) const {
    return uniform(
        stream_, {source, person, node, static_cast<std::uint8_t>(decision), occasion & 0xFFFFFFu});
  }

  Stream stream_;
  IdVector<NodeId, std::uint32_t> node_words_;
  std::uint32_t absence_word_;
};

}  // namespace doorstroom
