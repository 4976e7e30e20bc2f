#include "results/choices/scenario_differences.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <charconv>
#include <cmath>
#include <optional>

#include "models/fields/scenario_fields.hpp"

namespace doorstroom {
namespace {

using Tree = nlohmann::ordered_json;

bool is_scalar_list(const Tree& tree) {
  return tree.is_array() &&
         std::ranges::all_of(tree, [](const Tree& item) { return item.is_primitive(); });
}

class DifferenceWalk {
 public:
  std::vector<ScenarioDifference> differences(const Tree& base, const Tree& variant) {
    visit(&base, variant);
    return std::move(found_);
  }

 private:
  static bool only_tells(const std::vector<std::string>& keys) {
    constexpr std::array about_the_file{"name", "about", "evidence", "targets", "headline", "seed"};
    return std::ranges::find(about_the_file, keys.front()) != about_the_file.end() ||
           keys.back() == "label" || keys.back() == "change";
  }

  void visit(const Tree* base, const Tree& variant) {
    if (!keys_.empty() && only_tells(keys_)) return;
    if (base != nullptr && *base == variant) return;
    if (variant.is_primitive() || is_scalar_list(variant)) {
      found_.push_back({keys_, base, &variant});
      return;
    }
    std::size_t index = 0;
    for (const auto& [key, value] : variant.items()) {
      keys_.push_back(variant.is_array() ? std::to_string(index) : key);
      visit(counterpart(base, key, index++), value);
      keys_.pop_back();
    }
  }

  static const Tree* counterpart(const Tree* base, const std::string& key, std::size_t index) {
    if (base == nullptr) return nullptr;
    if (base->is_object() && base->contains(key)) return &(*base)[key];
    if (base->is_array() && index < base->size()) return &(*base)[index];
    return nullptr;
  }

  std::vector<std::string> keys_{};
  std::vector<ScenarioDifference> found_{};
};

/// A number with what stands behind it: 8 and " months".
struct WrittenNumber {
  double number = 0;
  std::string unit{};
};

std::optional<WrittenNumber> number_in(std::string_view text) {
  WrittenNumber read;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), read.number);
  if (error != std::errc{}) return std::nullopt;
  read.unit.assign(rest, text.data() + text.size());
  if (read.unit.starts_with("-")) return std::nullopt;  // a date
  return read;
}

/// Of places that change, those of the last day.
std::optional<WrittenNumber> written_number(const Tree& tree) {
  if (tree.is_number()) return WrittenNumber{.number = tree.get<double>()};
  if (tree.is_string()) return number_in(tree.get_ref<const std::string&>());
  if (tree.is_array() && !tree.empty() && tree.back().is_object() && tree.back().contains("count"))
    return written_number(tree.back()["count"]);
  return std::nullopt;
}

/// By which factor a number differs, as a logarithm: below zero it is less.
class FactorBetween {
 public:
  FactorBetween(const Tree& base, const Tree& variant) : base_(base), variant_(variant) {}

  /// None where either is no number, or nothing is known to compare with.
  std::optional<double> operator()(const ScenarioDifference& difference) const {
    const std::optional<WrittenNumber> now = written_number(*difference.variant);
    if (!now) return std::nullopt;
    if (difference.is_of_effect()) return of_effect(difference, *now);
    if (difference.base != nullptr) return between(written_number(*difference.base), *now);
    const Field* const field = field_at(difference.path());
    if (field == nullptr || field->kind != QuantityKind::factor) return std::nullopt;
    return between(number_in(field->standard), *now);
  }

 private:
  static std::optional<double> between(const std::optional<WrittenNumber>& before,
                                       const WrittenNumber& now) {
    const bool alike = before && before->unit == now.unit;
    if (!alike || !(before->number > 0) || !(now.number > 0)) return std::nullopt;
    return std::log(now.number / before->number);
  }

  std::optional<double> of_effect(const ScenarioDifference& difference,
                                  const WrittenNumber& now) const {
    const std::string& kind = difference.keys.back();
    if (kind == "factor") return between(WrittenNumber{.number = 1}, now);
    const Tree& effect =
        variant_["interventions"][difference.keys[1]]["effects"][difference.keys[3]];
    const std::optional<WrittenNumber> before = changed_by(effect);
    if (!before || (kind != "add" && kind != "set")) return std::nullopt;
    const double sum = now.number + (kind == "add" ? before->number : 0);
    return between(before, {.number = sum, .unit = now.unit});
  }

  /// What the base has of a parameter that an effect changes.
  std::optional<WrittenNumber> changed_by(const Tree& effect) const {
    if (!effect.contains("change")) return std::nullopt;
    std::vector<std::string> keys;
    boost::split(keys, effect["change"].get_ref<const std::string&>(), boost::is_any_of("."));
    const Tree* at = &base_;
    for (const std::string& key : keys) {
      if (!at->is_object() || !at->contains(key)) return std::nullopt;
      at = &(*at)[key];
    }
    return written_number(*at);
  }

  const Tree& base_;
  const Tree& variant_;
};

/// The last key of what differs: of an effect of the parameter that it changes.
std::string kind_of(const ScenarioDifference& difference, const Tree& variant) {
  if (!difference.is_of_effect()) return difference.keys.back();
  const Tree& effect = variant["interventions"][difference.keys[1]]["effects"][difference.keys[3]];
  const std::string path = effect.value("change", difference.keys.back());
  return path.substr(path.rfind('.') + 1);
}

}  // namespace

std::vector<ScenarioDifference> scenario_differences(const Tree& base, const Tree& variant) {
  return DifferenceWalk().differences(base, variant);
}

std::vector<const ScenarioDifference*> largest_differences(
    const std::vector<ScenarioDifference>& differences, const Tree& base, const Tree& variant) {
  struct Sized {
    const ScenarioDifference* difference;
    double factor;  ///< its logarithm
  };
  std::vector<Sized> sized;
  const FactorBetween factor_between(base, variant);
  for (const ScenarioDifference& each : differences)
    if (const std::optional<double> factor = factor_between(each); factor && *factor != 0)
      sized.push_back({&each, *factor});
  std::ranges::stable_sort(sized, std::ranges::greater{},
                           [](const Sized& each) { return std::abs(each.factor); });
  if (sized.empty()) return {};
  const Sized& first = sized.front();
  std::vector<const ScenarioDifference*> largest{first.difference};
  const std::string kind = kind_of(*first.difference, variant);
  const auto goes_the_other_way = [&](const Sized& each) { return each.factor * first.factor < 0; };
  const auto is_another = [&](const Sized& each) {
    return each.difference != first.difference &&
           (each.factor != first.factor || kind_of(*each.difference, variant) != kind);
  };
  auto second = std::ranges::find_if(sized, goes_the_other_way);
  if (second == sized.end()) second = std::ranges::find_if(sized, is_another);
  if (second != sized.end()) largest.push_back(second->difference);
  return largest;
}

}  // namespace doorstroom
