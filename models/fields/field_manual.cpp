#include "models/fields/field_manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <set>
#include <vector>

#include "models/fields/field_places.hpp"
#include "models/fields/field_text.hpp"
#include "models/messages/did_you_mean.hpp"

namespace doorstroom {
namespace {

/// Of scenarios, then of plans of sweeps; a section of both once.
std::vector<SectionPlace> every_place() {
  std::vector<SectionPlace> places = section_places(sections::scenario);
  for (const SectionPlace& place : section_places(sections::sweep))
    if (std::ranges::find(places, place.section, &SectionPlace::section) == places.end())
      places.push_back(place);
  return places;
}

constexpr std::size_t enough_places = 4;

/// An id such as the field may name.
std::string_view id_for(const Field& field) {
  using Example = std::pair<std::string_view, std::string_view>;
  constexpr std::array examples{Example{"groups", "gemeente"},
                                Example{"by", "gemeente"},
                                Example{"paid_by", "gemeente"},
                                Example{"values", "leiden"},
                                Example{"subregions", "north"},
                                Example{"subregion", "north"},
                                Example{"severity", "complex"},
                                Example{"severities", "light"},
                                Example{"beside", "jeugdhulp_so"},
                                Example{"had", "jeugdhulp_so"},
                                Example{"also", "jeugdhulp_so"},
                                Example{"desk", "youth_team"},
                                Example{"asks", "youth_team"},
                                Example{"decided", "youth_team"},
                                Example{"joins", "youth_team"},
                                Example{"enters", "oza"},
                                Example{"when_full", "oza"},
                                Example{"then", "oza"},
                                Example{"first_free", "oza"},
                                Example{"shortest_list", "oza"},
                                Example{"may_place_in", "oza"},
                                Example{"node", "oza"},
                                Example{"from", "oza"}};
  if (field.of_attributes) return "leiden";
  const auto found = std::ranges::find(examples, field.key, &Example::first);
  return found == examples.end() ? "back_at_school" : found->second;
}

/// Says what a field takes and where it stands, in one language.
class Manual {
 public:
  explicit Manual(Language language) : language_(language) {}

  std::string whole() const {
    std::string text;
    for (const SectionPlace& place : every_place())
      if (has_table(*place.section)) text += table(place);
    return text;
  }

  std::string paragraph(const SectionPlace& place, const Field& field) const {
    std::string text = fmt::format("{}\n  {}\n", whole_key(place, field), about(field));
    text += line(localized(message("Written as")), plain(written(field, *place.section)));
    text += line(localized(message("Without it")), plain(without(field)));
    if (field.changeable)
      text += fmt::format("  {}\n", localized(message("An intervention can change it.")));
    if (place.paths.size() > 1) {
      std::vector<std::string> paths;
      for (const std::string& path : place.paths) paths.push_back(below(path, field.key));
      text += line(localized(message("It may stand at")), boost::join(paths, ", "));
    }
    return text;
  }

 private:
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  static std::string whole_key(const SectionPlace& place, const Field& field) {
    return place.paths.size() == 1 ? below(place.paths.front(), field.key) : below("", field.key);
  }

  static std::string line(const std::string& name, const std::string& text) {
    return text.empty() ? "" : fmt::format("  {}: {}\n", name, text);
  }

  /// Without the marks of Markdown.
  static std::string plain(std::string text) {
    boost::erase_all(text, "`");
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](")) {
      text.erase(at, text.find(')', at) - at + 1);
      text.erase(text.rfind('[', at), 1);
    }
    return text;
  }

  std::string table(const SectionPlace& place) const {
    const Section& section = *place.section;
    std::string text = fmt::format("\n### {}\n\n", section.name.in(language_));
    if (!place.paths.front().empty()) text += stands_at(place);
    text += fmt::format("| {} | {} | {} | {} | {} |\n|---|---|---|---|---|\n",
                        localized(message("Key")), localized(message("What it is")),
                        localized(message("Written as")), localized(message("Without it")),
                        localized(message("Changes")));
    for (const Field& field : section.fields)
      text += fmt::format("| {} | {} | {} | {} | {} |\n", name_of(section, field), about(field),
                          written(field, section), without(field),
                          field.changeable ? localized(message("yes")) : std::string());
    return text;
  }

  std::string stands_at(const SectionPlace& place) const {
    std::vector<std::string> paths;
    for (const std::string& path : place.paths)
      if (paths.size() < enough_places) paths.push_back(fmt::format("`{}`", path));
    const std::size_t more = place.paths.size() - paths.size();
    const std::string rest =
        more > 0 ? fmt::format(" {}", localized(message_plural("and one place more",
                                                               "and {0} places more", more)))
                 : "";
    return fmt::format("{} {}{}.\n\n", localized(message("Stands at")), boost::join(paths, ", "),
                       rest);
  }

  std::string name_of(const Section& section, const Field& field) const {
    if (field.of_attributes) return localized(message("the id of an attribute"));
    if (field.key != "*") return fmt::format("`{}`", field.key);
    if (section.keys == QuantityKind::day_of_year) return localized(message("a day of the year"));
    return localized(section.keys == QuantityKind::id ? message("an id") : message("a path"));
  }

  std::string about(const Field& field) const { return field.about.in(language_); }

  /// A value that the field takes, then its words, then its other forms.
  std::string written(const Field& field, const Section& section) const {
    std::vector<std::string> ways;
    const std::string one = scalar(field, section);
    if (field.list)
      ways.push_back(one.empty() ? localized(message("a list")) : fmt::format("`[{}]`", one));
    else if (!one.empty())
      ways.push_back(fmt::format("`{}`", one));
    else if (field.kind == QuantityKind::text || field.kind == QuantityKind::any)
      ways.emplace_back(field.kind == QuantityKind::text
                            ? localized(message("a text"))
                            : localized(is_of_figures(section)
                                            ? message("a number, a share or a duration")
                                            : message("a value of that parameter")));
    std::vector<std::string> words;
    boost::split(words, field.words, boost::is_any_of("| "), boost::token_compress_on);
    for (const std::string& word : words)
      if (!word.empty()) ways.push_back(fmt::format("`{}`", word));
    if (field.list_too) ways.push_back(fmt::format("`[{}]`", one));
    if (field.map) ways.push_back(link(*field.map));
    if (field.map_too) ways.push_back(link(*field.map_too));
    if (field.item) ways.push_back(localized(message("a list of {0}", link(*field.item))));
    return localized(either(ways));
  }

  std::string scalar(const Field& field, const Section& section) const {
    if (field.kind == QuantityKind::id) return std::string(id_for(field));
    if (field.kind == QuantityKind::path)
      return &section == &sections::sweep ? "dropouts_per_year" : "arrangements.oza.stay";
    if (field.kind == QuantityKind::parameter)
      return std::string(example_of(QuantityKind::duration));
    if (field.range.least == field.range.most) return fmt::format("{}", field.range.least);
    return std::string(example_of(field.kind));
  }

  /// Whether its values are of key figures, not of parameters.
  static bool is_of_figures(const Section& section) {
    constexpr std::array names{"headline", "target", "until"};
    return std::ranges::find(names, std::string_view(section.name.english)) != names.end();
  }

  /// A map from ids to maps is told where it stands.
  static bool has_table(const Section& section) {
    const Field& first = section.fields.front();
    return !(section.of_ids() && first.kind == QuantityKind::map && !first.list);
  }

  std::string link(const Section& section) const {
    if (section.other)
      return localized(message("{0} or {1}", link_to_form(section), link(*section.other)));
    return link_to_form(section);
  }

  std::string link_to_form(const Section& section) const {
    if (!has_table(section))
      return fmt::format("`{}:` {}", any_id, link(*section.fields.front().map));
    const std::string name = section.name.in(language_);
    return fmt::format("[{}](#{})", name, boost::replace_all_copy(name, " ", "-"));
  }

  std::string without(const Field& field) const {
    if (!field.standard_in_words.empty()) return field.standard_in_words.in(language_);
    if (!field.standard.empty()) return fmt::format("`{}`", field.standard);
    if (!field.required) return "";
    return localized(field.one_of.empty() ? message("must be there")
                                          : message("one of these must be there"));
  }

  Language language_;
};

std::vector<std::string> keys_of(std::string_view path) {
  std::vector<std::string> keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
}

/// Whether the last keys of where a field stands are those; ids may be called anything, but not all
/// of the keys are ids.
bool ends_with(const std::vector<std::string>& path, const std::vector<std::string>& keys) {
  if (keys.size() > path.size()) return false;
  const auto last = path.end() - static_cast<std::ptrdiff_t>(keys.size());
  if (std::all_of(last, path.end(), [](const std::string& known) { return known == any_id; }))
    return false;
  return std::equal(keys.rbegin(), keys.rend(), path.rbegin(),
                    [&](const std::string& key, const std::string& known) {
                      return key == known || (known == any_id && keys.size() > 1);
                    });
}

}  // namespace

std::string manual(Language language) {
  return Manual(language).whole();
}

std::optional<std::string> explained(std::string_view key, Language language) {
  const std::vector<std::string> keys = keys_of(key);
  std::string text;
  for (const SectionPlace& place : every_place())
    for (const Field& field : place.section->fields) {
      const bool meant = std::ranges::any_of(place.paths, [&](const auto& path) {
        return ends_with(keys_of(below(path, field.key)), keys);
      });
      if (meant) text += (text.empty() ? "" : "\n") + Manual(language).paragraph(place, field);
    }
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> nearest_key(std::string_view key) {
  std::set<std::string> known;
  for (const SectionPlace& place : every_place())
    for (const std::string& each : known_keys(*place.section))
      if (each != "*") known.insert(each);
  const std::string last = keys_of(key).back();
  return did_you_mean(last, {known.begin(), known.end()});
}

}  // namespace doorstroom
