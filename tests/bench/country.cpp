#include "tests/bench/country.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.hpp"
#include "models/yaml/overlay.hpp"
#include "tests/bench/flow_yaml.hpp"

namespace doorstroom::bench {
namespace {

using Tree = std::shared_ptr<Value>;
using Ids = std::set<std::string, std::less<>>;

/// Sections whose keys are ids.
constexpr std::array<std::string_view, 7> declaring{
    "sources", "desks", "arrangements", "choices", "exits", "interventions", "clocks"};
/// Sections whose keys name ids.
constexpr std::array<std::string_view, 2> naming{"initial", "today"};
/// Of these, what a youth is like is told by the names of attributes.
constexpr std::array<std::string_view, 3> telling_of_youths{"sources", "initial", "today"};
/// So it is under these keys.
constexpr std::array<std::string_view, 2> conditions{"if", "admits"};
/// Sections that change nothing of what happens. With them, and with labels, the country would be
/// more than one file may hold.
constexpr std::array<std::string_view, 3> left_out{"evidence", "targets", "headline"};

bool is_among(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

Ids ids_of(const Value& scenario) {
  Ids ids;
  for (const Entry& section : scenario.entries)
    if (is_among(declaring, section.key))
      for (const Entry& entry : section.value->entries) ids.insert(entry.key);
  return ids;
}

/// One copy of the region.
class Copy {
 public:
  Copy(const Ids& ids, int number) : ids_(ids), prefix_(fmt::format("r{:02}_", number)) {}

  /// An id, or a path with ids in it, as it is called in this copy.
  std::string name(std::string_view text) const {
    std::string named;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t dot = std::min(text.find('.', from), text.size());
      const std::string_view key = text.substr(from, dot - from);
      if (ids_.contains(key)) named += prefix_;
      named += key;
      if (dot < text.size()) named += '.';
      from = dot + 1;
    }
    return named;
  }

  /// @param of_youths  keys are attributes of youths, even if a node is called the same
  Tree value(const Value& of, bool of_youths = false) const {
    auto copy = std::make_shared<Value>(of);
    copy->text = name(of.text);
    for (Tree& item : copy->items) item = value(*item);
    std::erase_if(copy->entries, [](const Entry& entry) { return entry.key == "label"; });
    for (Entry& entry : copy->entries) {
      const std::string key = of_youths ? entry.key : name(entry.key);
      entry = {
          key,
          {},
          entry.key == "by" ? entry.value : value(*entry.value, is_among(conditions, entry.key))};
    }
    return copy;
  }

 private:
  const Ids& ids_;
  std::string prefix_;
};

/// Takes out the effects that hold for the whole country.
void keep_own_effects(Value& intervention, const Ids& ids) {
  Entry* effects = intervention.find("effects");
  if (effects == nullptr) return;
  const Copy probe(ids, 0);
  std::erase_if(effects->value->entries, [&](const Entry& effect) {
    const Entry* change = effect.value->find("change");
    return change != nullptr && probe.name(change->value->text) == change->value->text;
  });
}

bool names_any(const Value& value, const Ids& ids) {
  const Ids none;
  return flow_yaml(*Copy(ids, 0).value(value)) != flow_yaml(*Copy(none, 0).value(value));
}

/// Copies of the region, by number.
struct Copies {
  int first = 1;
  int last = 1;
};

Tree section_of_country(const Entry& section, const Ids& ids, const Copies& copies) {
  Tree country = Value::map();
  for (int number = copies.first; number <= copies.last; ++number) {
    const Copy copy(ids, number);
    for (const Entry& entry : section.value->entries) {
      const bool of_all = section.key == "clocks" && !names_any(*entry.value, ids);
      const std::string key = of_all ? entry.key : copy.name(entry.key);
      if (number > 1 && key == entry.key) continue;
      const Tree region_value = entry.value->clone();
      if (number > 1 && section.key == "interventions") keep_own_effects(*region_value, ids);
      country->set(key, copy.value(*region_value, is_among(telling_of_youths, section.key)));
    }
  }
  return country;
}

/// "0.2% per month" as the part of one copy.
std::string part_of_rate(const std::string& rate, int copies) {
  std::size_t number_ends = 0;
  const double whole = std::stod(rate, &number_ends);
  return fmt::format("{:.9f}{}", whole / copies, rate.substr(number_ends));
}

Tree leaves_of_country(const Value& leaves, const Ids& ids, int copies) {
  Tree country = Value::map();
  for (int number = 1; number <= copies; ++number)
    for (const Entry& leave : leaves.entries)
      country->set(Copy(ids, number).name(leave.key),
                   Value::scalar(part_of_rate(leave.value->text, copies)));
  return country;
}

bool differs_by_copy(const Entry& section) {
  return is_among(declaring, section.key) || is_among(naming, section.key);
}

/// The first copies, with all that is told once.
Tree first_part(const Tree& region, const Ids& ids, int copies, int in_part, int years) {
  const Tree part = region->clone();
  for (Entry& section : part->entries)
    if (differs_by_copy(section)) section.value = section_of_country(section, ids, {1, in_part});
  if (Entry* absence = part->find("absence")) {
    absence->value->erase("case");
    if (Entry* leaves = absence->value->find("leaves"))
      leaves->value = leaves_of_country(*leaves->value, ids, copies);
  }
  if (Entry* ages = part->find("ages")) ages->value = Copy(ids, 1).value(*ages->value);
  part->set("name", Value::scalar(fmt::format("{} regions", copies)));
  part->find("period")->value->set("years", Value::scalar(std::to_string(years)));
  if (const Entry* set = part->find("set"); set != nullptr && set->value->items.empty())
    part->erase("set");
  return part;
}

/// Further copies, over the file before.
Tree further_part(const Tree& region, const Ids& ids, const Copies& copies,
                  const std::string& before) {
  const Tree part = Value::map();
  part->set("doorstroom", Value::scalar("1"));
  part->set("extends", Value::scalar(before));
  for (const Entry& section : region->entries)
    if (differs_by_copy(section)) part->set(section.key, section_of_country(section, ids, copies));
  return part;
}

void write(const std::filesystem::path& path, const Value& part) {
  std::ofstream file(path);
  file << flow_yaml(part);
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

std::string write_country(const std::string& folder, const std::string& region, int copies,
                          int years) {
  constexpr int in_part = 20;  // a file holds so many regions at most
  std::vector<Document> documents;
  Issues issues;
  const Tree scenario = read_with_bases(region, documents, issues);
  issues.throw_if_errors(documents);
  const Ids ids = ids_of(*scenario);
  for (const std::string_view section : left_out) scenario->erase(std::string(section));
  std::string last;
  for (int first = 1; first <= copies; first += in_part) {
    const int end = std::min(first + in_part - 1, copies);
    const std::string name =
        end == copies ? "country.yaml" : fmt::format("country-{}.yaml", 1 + first / in_part);
    write(std::filesystem::path(folder) / name,
          first == 1 ? *first_part(scenario, ids, copies, end, years)
                     : *further_part(scenario, ids, {first, end}, last));
    last = name;
  }
  return (std::filesystem::path(folder) / last).string();
}

}  // namespace doorstroom::bench
