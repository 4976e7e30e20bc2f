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
};

}  // namespace

std::map<std::string, std::string> page_words(Language language) {
  std::map<std::string, std::string> all;
  for (const PageWord& word : words) all.emplace(word.key, word.text.in(language));
  return all;
}

}  // namespace doorstroom
