#include "results/page/page_words.hpp"

#include <array>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct PageWord {
  const char* key;
  TranslatableText text;
};

constexpr std::array words{
    PageWord{"sliders.range", translatable_in("bounds of a number", "%0 to %1")},
    PageWord{"sliders.about", translatable_in("bounds of a number", "about %0")},
    PageWord{"sliders.weeks", translatable_in("weeks, behind a number", " wk")},
    PageWord{"sliders.millions", translatable_in("millions, behind a number", " M")},
    PageWord{"sliders.less", translatable_in("button of a slider", "Less: %0")},
    PageWord{"sliders.more", translatable_in("button of a slider", "More: %0")},
    PageWord{"sliders.value", translatable("Value of %0")},
    PageWord{"sliders.number_wrong", translatable("Write a number, such as %0.")},
    PageWord{"sliders.number_unclear",
             translatable("Write this as %0, without marks between thousands.")},
    PageWord{"sliders.number_either",
             translatable("This can be read in two ways. Write %0 or %1.")},
    PageWord{"sliders.to_now", translatable("Back to now: %0")},
    PageWord{"sliders.to_start", translatable("Back to %0")},
    PageWord{"sliders.simulated", translatable("simulated")},
    PageWord{"sliders.estimated", translatable("estimated")},
    PageWord{"sliders.unknown", translatable("known at simulated combinations only")},
    PageWord{"sliders.noise", translatable("noise")},
    PageWord{"sliders.estimating", translatable("estimating")},
    PageWord{"sliders.futures", translatable("futures")},
    PageWord{"sliders.nil", translatable("%0 too small to show")},
    PageWord{"sliders.figure", translatable("the figure")},
    PageWord{"sliders.at_start", translatable("where the page begins")},
    PageWord{"sliders.nearest_figure", translatable("simulated nearby: %0 (%1)")},
    PageWord{"sliders.choose", translatable("Simulated combinations")},
    PageWord{"sliders.in_between", translatable("in between: estimated")},
    PageWord{"sliders.to_nearest", translatable("Go to the nearest, number %0: %1")},
    PageWord{"chart.show", translatable_in("lines of a chart", "Show")},
    PageWord{"chart.panel", translatable_in("panel of a chart", "Choose")},
    PageWord{"chart.read_at", translatable_in("place on the axis of a chart", "Read at")},
    PageWord{"chart.earlier", translatable("Earlier")},
    PageWord{"chart.later", translatable("Later")},
    PageWord{"chart.range", translatable_in("bounds of a number", "%0 to %1")},
    PageWord{"chart.about", translatable_in("bounds of a number", "about %0")},
    PageWord{"chart.mean", translatable("on average")},
    PageWord{"chart.noise", translatable("noise of simulating (95%)")},
    PageWord{"chart.futures", translatable("8 in 10 possible futures lie in the band")},
    PageWord{"chart.futures_short", translatable("8 in 10 possible futures")},
    PageWord{"chart.single", translatable("one possible future")},
    PageWord{"chart.single_note", translatable("One possible future, as a region lives it")},
    PageWord{"chart.show_single", translatable("Show one possible future")},
    PageWord{"map.variant", translatable("Variant")},
    PageWord{"map.year", translatable("Year")},
    PageWord{"map.wait", translatable_in("on the map", "%0 wait")},
    PageWord{"map.flow", translatable("to %0: %1 youths a year")},
    PageWord{"map.load", translatable("%0 of the places or hours in use")},
};

}  // namespace

std::map<std::string, std::string> page_words(Language language) {
  std::map<std::string, std::string> all;
  for (const PageWord& word : words) all.emplace(word.key, word.text.in(language));
  return all;
}

}  // namespace doorstroom
