#include "results/report/page_words.hpp"

#include <array>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct PageWord {
  const char* key;
  TranslatableText text;
};

constexpr std::array words{
    PageWord{"chart.show", translatable_in("lines of a chart", "Show")},
    PageWord{"chart.panel", translatable_in("panel of a chart", "Choose")},
    PageWord{"chart.read_at", translatable_in("place on the axis of a chart", "Read at")},
    PageWord{"chart.earlier", translatable("Earlier")},
    PageWord{"chart.later", translatable("Later")},
    PageWord{"chart.range", translatable_in("bounds of a number", "{{0}} to {{1}}")},
    PageWord{"chart.mean", translatable("on average")},
    PageWord{"chart.noise", translatable("noise of simulating (95%)")},
    PageWord{"chart.futures", translatable("8 in 10 possible futures lie in the band")},
    PageWord{"chart.futures_short", translatable("8 in 10 possible futures")},
    PageWord{"chart.single", translatable("one possible future")},
    PageWord{"chart.single_note", translatable("One possible future, as a region lives it")},
    PageWord{"chart.show_single", translatable("Show one possible future")},
    PageWord{"map.variant", translatable("Variant")},
    PageWord{"map.year", translatable("Year")},
    PageWord{"map.wait", translatable_in("on the map", "{{0}} wait")},
    PageWord{"map.flow", translatable("to {{0}}: {{1}} youths a year")},
    PageWord{"map.load", translatable("{{0}} of the places or hours in use")},
};

}  // namespace

std::map<std::string, std::string> page_words(Language language) {
  std::map<std::string, std::string> all;
  for (const PageWord& word : words) all.emplace(word.key, word.text.in(language));
  return all;
}

}  // namespace doorstroom
