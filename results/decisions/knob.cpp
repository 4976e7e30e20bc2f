#include "results/decisions/knob.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;

std::string written(double number) {
  return fmt::format("{:.10g}", number);
}

/// More values than this are a slip of the pen: the steps are too small.
constexpr double most_values = 10'000;

void check_values(const Knob& knob, const std::string& where, const ScenarioTree& base) {
  for (const std::size_t index : {std::size_t{0}, knob.values - 1})
    for (const Issue& mistake : base.mistakes_with({knob.set(index)}))
      if (mistake.severity == Issue::Severity::error)
        throw input_error(message("{0}: {1}\n  {2}", where, mistake.problem, mistake.suggestion));
}

}  // namespace

std::optional<Amount> amount_at(const std::string& path, const std::string& resolved) {
  Json found = Json::parse(resolved, nullptr, false);
  std::istringstream keys(path);
  for (std::string key; std::getline(keys, key, '.');) {
    if (!found.is_object() || !found.contains(key)) return std::nullopt;
    found = Json(found[key]);
  }
  if (found.is_number()) return Amount{found.get<double>(), ""};
  return found.is_string() ? read_amount(found.get<std::string>()) : std::nullopt;
}

Knob Knob::parse(const std::string& text, const ScenarioTree& base, std::string where) {
  const bool is_form = !where.empty();
  if (!is_form) where = "--vary " + text;
  static const std::regex form(
      R"(\s*([^=\s]+)\s*=\s*(\d+\.?\d*)\s*\.\.\s*(\d+\.?\d*)\s*(?::\s*(\d+\.?\d*)\s*)?)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form))
    throw input_error(
        is_form
            ? message("{0}: these are no lowest and highest value\n  write plain numbers, such as "
                      "150 and 300",
                      where)
            : message("{0}: this is no capacity with a lowest and a highest value\n  write "
                      "PATH=LOWEST..HIGHEST, such as `arrangements.oza.places=150..300`; with a "
                      "step behind it, `desks.rbl.staff=8..14:0.5`",
                      where));
  Knob knob{.path = parts[1], .from = std::stod(parts[2])};
  const double to = std::stod(parts[3]);
  if (parts[4].matched) knob.step = std::stod(parts[4]);
  const double steps = std::floor((to - knob.from) / knob.step + 1e-9);
  if (!(knob.step > 0) || !(steps >= 0))
    throw input_error(
        message("{0}: from {1} no steps of {2} lead to {3}\n  put the lowest "
                "value first, and a step above 0",
                where, parts[2].str(), fmt::format("{:g}", knob.step), parts[3].str()));
  if (steps >= most_values)
    throw input_error(message("{0}: these are more than {1} values\n  take a larger step", where,
                              fmt::format("{:.0f}", most_values)));
  knob.values = static_cast<std::size_t>(steps) + 1;
  if (const std::optional<Amount> now = amount_at(knob.path, base.load().scenario.resolved)) {
    knob.now = now->number;
    knob.unit = now->unit;
  }
  check_values(knob, where, base);
  return knob;
}

double Knob::value(std::size_t index) const {
  return std::stod(written(from + step * static_cast<double>(index)));
}

std::string Knob::text_of(double value) const {
  return unit.empty() ? written(value) : written(value) + " " + unit;
}

}  // namespace doorstroom
