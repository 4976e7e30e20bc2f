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
    PageWord{"table", translatable("The numbers as a table")},
    PageWord{"sliders.range", translatable_in("bounds of a number", "{{0}} to {{1}}")},
    PageWord{"sliders.weeks", translatable_in("weeks, behind a number", " wk")},
    PageWord{"sliders.millions", translatable_in("millions, behind a number", " M")},
    PageWord{"sliders.less", translatable_in("button of a slider", "Less: {{0}}")},
    PageWord{"sliders.more", translatable_in("button of a slider", "More: {{0}}")},
    PageWord{"sliders.value", translatable("Value of {{0}}")},
    PageWord{"sliders.to_now", translatable("Back to now: {{0}}")},
    PageWord{"sliders.to_start", translatable("Back to {{0}}")},
    PageWord{"sliders.simulated", translatable("simulated")},
    PageWord{"sliders.estimated", translatable("estimated")},
    PageWord{"sliders.unknown", translatable("known at simulated combinations only")},
    PageWord{"sliders.noise", translatable("noise")},
    PageWord{"sliders.estimating", translatable("estimating")},
    PageWord{"sliders.futures", translatable("futures")},
    PageWord{"sliders.nil", translatable("{{0}} too small to show")},
    PageWord{"sliders.figure", translatable("the figure")},
    PageWord{"sliders.at_start", translatable("where the page begins")},
    PageWord{"sliders.nearest_figure", translatable("simulated nearby: {{0}} ({{1}})")},
    PageWord{"sliders.choose", translatable("Simulated combinations")},
    PageWord{"sliders.in_between", translatable("in between: estimated")},
    PageWord{"sliders.to_nearest", translatable("Go to the nearest, number {{0}}: {{1}}")},
};

}  // namespace

std::map<std::string, std::string> page_words(Language language) {
  std::map<std::string, std::string> all;
  for (const PageWord& word : words) all.emplace(word.key, word.text.in(language));
  return all;
}

}  // namespace doorstroom
