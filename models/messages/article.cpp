#include "models/messages/article.hpp"

#include <sstream>
#include <string_view>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// Each with the space behind it.
std::vector<std::string> articles_of(Language language) {
  std::istringstream words(message_in("articles of names", "the a an").in(language));
  std::vector<std::string> articles;
  for (std::string word; words >> word;) articles.push_back(word + " ");
  return articles;
}

/// Letters outside a to z stay as they are.
void capitalise(char& letter) {
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
}

}  // namespace

std::string without_article(const std::string& name, Language language) {
  for (const std::string& article : articles_of(language)) {
    if (!name.starts_with(article) || name.size() == article.size()) continue;
    std::string rest = name.substr(article.size());
    capitalise(rest.front());
    return rest;
  }
  return name;
}

std::string with_capital_articles(std::string text, Language language) {
  const auto begins_sentence = [&](std::size_t at) {
    std::size_t before = at;
    while (before > 0 && text[before - 1] == ' ') --before;
    return before == 0 || (before < at && text[before - 1] == '.');
  };
  for (const std::string& article : articles_of(language))
    for (std::size_t at = text.find(article); at != std::string::npos;
         at = text.find(article, at + 1))
      if (begins_sentence(at)) capitalise(text[at]);
  return text;
}

}  // namespace doorstroom
