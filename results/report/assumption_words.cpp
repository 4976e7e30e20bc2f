#include "results/report/assumption_words.hpp"

#include <boost/algorithm/string.hpp>
#include <charconv>
#include <nlohmann/json.hpp>

#include "models/fields/scenario_fields.hpp"
#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "results/report/parameter_words.hpp"
#include "results/report/private_text.hpp"
#include "results/text/json_label.hpp"

namespace doorstroom {
namespace {

/// The label of an object of a scenario; empty: it has none.
std::string own_label(const nlohmann::json& object, Language language) {
  if (!object.is_object() || !object.contains("label")) return {};
  return name_in(language, label_of(object["label"]), "");
}

/// The label that lies deepest along a path: of an effect, else of its intervention.
std::string deepest_label(const nlohmann::json& scenario, const std::vector<std::string>& keys,
                          Language language) {
  std::string label;
  const nlohmann::json* at = &scenario;
  for (const std::string& key : keys) {
    if (!at->is_object() || !at->contains(key)) break;
    at = &(*at)[key];
    if (std::string own = own_label(*at, language); !own.empty()) label = std::move(own);
  }
  return label.empty() ? label : without_article(label, language);
}

/// What the field table says of a path; of `**` what it says below a desk or an arrangement.
const Field* field_of(const std::string& path) {
  if (!path.starts_with("**.")) return field_at(path);
  for (const char* section : {"arrangements.*", "desks.*", "sources.*"})
    if (const Field* field = field_at(section + path.substr(2))) return field;
  return nullptr;
}

}  // namespace

LocalizedText basis_words(Basis basis) {
  switch (basis) {
    case Basis::measured:
      return message("measured");
    case Basis::derived:
      return message("derived");
    case Basis::assumed:
      break;
  }
  return message("assumed");
}

AssumptionNames::AssumptionNames(ReportSources& sources)
    : language_(sources.language()), labels_(&sources.labels()) {
  for (ResultReader& result : sources.results())
    scenarios_.push_back(nlohmann::json::parse(result.resolved(), nullptr, false));
}

AssumptionNames::~AssumptionNames() = default;

std::string AssumptionNames::owner_of(const std::vector<std::string>& keys) const {
  if (keys.front() == "**") return localized(message("everywhere"));
  if (keys.size() > 1 && keys[1] == "*") {
    if (keys.front() == "desks") return localized(message("every desk"));
    if (keys.front() == "arrangements") return localized(message("every arrangement"));
    if (keys.front() == "sources") return localized(message("every source"));
    if (keys.front() == "exits") return localized(message("every exit"));
    return {};
  }
  std::string label;
  for (const nlohmann::json& scenario : scenarios_)
    if (label.empty()) label = deepest_label(scenario, keys, language_);
  if (label.empty() && keys.size() > 2) label = labels_->of_node(keys[1], language_);
  return label;
}

std::string AssumptionNames::of(const std::string& path) const {
  if (names_start(path)) return path;
  std::vector<std::string> keys;
  boost::split(keys, path, boost::is_any_of("."));
  const bool is_of_one = keys.size() == 3 && keys[0] != "**" && keys[0] != "interventions" &&
                         keys[1] != "*";  // an intervention may be one of a variant only
  if (is_of_one && field_at(path) != nullptr) return parameter_label(path, *labels_, language_);
  const Field* const field = field_of(path);
  if (field == nullptr || field->about.empty())
    return keys.size() == 1 ? boost::replace_all_copy(path, "_", " ") : path;
  std::string owner = owner_of(keys);
  for (std::size_t i = 0; i + 1 < keys.size(); ++i)
    if (keys[i] == "routes" && keys[i + 1] != "*" && i + 2 < keys.size())
      owner = localized(message("{0}, to {1}", owner, labels_->of_node(keys[i + 1], language_)));
  if (keys.size() > 2 && keys[keys.size() - 2] == "paid_by")
    owner = localized(message("{0}, {1}", owner, labels_->of_funder(keys.back(), language_)));
  const std::string about = field->about.in(language_);
  return owner.empty() ? about : localized(message("{0}: {1}", owner, about));
}

std::string AssumptionNames::about(const std::string& path) const {
  const Field* const field = field_of(path);
  return field == nullptr || field->about.empty() ? path : field->about.in(language_);
}

LocalizedText AssumptionNames::range_of(const std::string& path,
                                        const std::vector<std::string>& written) const {
  const std::string low = value_of(path, written.front());
  const std::string high = value_of(path, written.back());
  constexpr std::size_t with_middle = 3;
  return written.size() == with_middle
             ? message("{0} to {1}, middle {2}", low, high, value_of(path, written[1]))
             : message("{0} to {1}", low, high);
}

std::string AssumptionNames::value(double value, const std::string& unit) const {
  return parameter_text(value, unit, language_);
}

std::string AssumptionNames::value_of(const std::string& path, const std::string& written) const {
  double number = 0;
  const char* const end = written.data() + written.size();
  const auto [rest, error] = std::from_chars(written.data(), end, number);
  if (error != std::errc{}) return written;
  const Field* const field = field_of(path);
  constexpr double percent = 100;
  const bool is_share = field != nullptr && (field->kind == QuantityKind::share ||
                                             field->kind == QuantityKind::share_or_rest);
  if (rest == end && is_share) return parameter_text(percent * number, "", language_) + "%";
  std::string unit(rest, end);
  if (unit.starts_with("%"))
    return parameter_text(number, "", language_) + parameter_unit(unit, language_);
  boost::trim(unit);
  return parameter_text(number, unit, language_);
}

}  // namespace doorstroom
