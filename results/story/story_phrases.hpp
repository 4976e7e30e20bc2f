#pragma once
/// Phrases for a story in one language: names of places and funders, dates, lengths of time, money.

#include <string>
#include <string_view>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {

class StoryPhrases {
 public:
  StoryPhrases(const Scenario& scenario, Language language)
      : scenario_(scenario), language_(language) {}

  Language language() const { return language_; }

  /// The text in the language of the story, with the values filled in.
  template <class... Values>
  std::string words(std::string_view english, std::string_view dutch,
                    const Values&... values) const {
    return in_words(language_, english, dutch, values...);
  }

  const Node& node(NodeId id) const { return scenario_.nodes[id]; }
  std::string name(NodeId id) const { return name(node(id).label, node(id).id); }
  std::string name(const Label& label, const std::string& id) const {
    const auto& first = language_.code() == "nl" ? label.nl : label.en;
    const auto& other = language_.code() == "nl" ? label.en : label.nl;
    return !first.empty() ? first : !other.empty() ? other : id;
  }
  std::string funder(FunderId id) const {
    return !id ? words("a funder who is not named", "een niet genoemde betaler")
               : scenario_.funders[id];
  }

  std::string date(Instant at) const {
    return date_in_words(scenario_.period.date_of(at), language_);
  }
  std::string length(Days length) const { return length_in_words(length, language_); }
  std::string euro(double euro) const { return euro_in_words(euro, language_); }
  std::string all(const std::vector<std::string>& parts) const { return all_of(parts, language_); }

 private:
  const Scenario& scenario_;
  Language language_;
};

}  // namespace doorstroom
