#include "results/attribution/variant_parts.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "engine/error.hpp"
#include "models/continuum/roles/roles.hpp"
#include "models/yaml/overlay.hpp"
#include "results/comparison/json_differences.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Keys of a scenario that decide nothing of what happens in it.
constexpr std::array keys_for_people{"name", "evidence", "targets", "headline", "replications"};

/// The id of a part as a user writes it, and with its intervention.
std::vector<std::string> ids_of(const PartElement& element) {
  if (element.kind == PartElement::Kind::rest) return {"rest"};
  return {element.id, element.intervention + "." + element.id};
}

std::string key_of(const PartElement& element) {
  return "interventions." + element.intervention +
         (element.kind == PartElement::Kind::effect ? ".effects." : ".") + element.id;
}

/// Where evidence says that an effect goes together with others: the name; else empty.
std::string together_of(const PartElement& element, const Scenario& scenario) {
  for (const Evidence& evidence : scenario.evidence)
    if (!evidence.together.empty() && path_matches(evidence.pattern, key_of(element) + ".factor"))
      return evidence.together;
  return {};
}

/// The interventions that the base does not have, in the order of the variant.
std::vector<std::string> own_interventions(const OrderedJson& base, const OrderedJson& variant) {
  std::vector<std::string> own;
  if (!variant.contains("interventions")) return own;
  for (const auto& [id, intervention] : variant["interventions"].items())
    if (!base.contains("interventions") || !base["interventions"].contains(id)) own.push_back(id);
  return own;
}

std::vector<PartElement> elements_of(const std::string& id, const OrderedJson& intervention) {
  using Kind = PartElement::Kind;
  std::vector<PartElement> elements;
  for (const Role& role : all_roles)
    if (const std::string key(role.field.key); intervention.contains(key))
      elements.push_back({Kind::role, id, key});
  if (intervention.contains("effects"))
    for (const auto& [effect, rule] : intervention["effects"].items())
      elements.push_back({Kind::effect, id, effect});
  if (intervention.contains("cost")) elements.push_back({Kind::cost, id, "cost"});
  return elements;
}

/// Whether more differs than the interventions that the base does not have.
bool has_rest(OrderedJson base, OrderedJson variant, const std::vector<std::string>& own) {
  for (const std::string& id : own) variant["interventions"].erase(id);
  for (OrderedJson* scenario : {&base, &variant}) {
    for (const char* key : keys_for_people) scenario->erase(key);
    if (scenario->contains("interventions") && (*scenario)["interventions"].empty())
      scenario->erase("interventions");
  }
  bool differs = false;
  for_each_difference(
      base, variant, "",
      [&](const std::string&, const OrderedJson*, const OrderedJson*) { differs = true; });
  return differs;
}

/// Without evidence, which would be about parts that are not there.
ScenarioTree plan_of(const std::string& name, OrderedJson scenario) {
  scenario.erase("evidence");
  return {name, scenario.dump()};
}

/// The base with the interventions that only the variant has.
ScenarioTree bare_variant(const std::string& name, OrderedJson base, const OrderedJson& variant,
                          const std::vector<std::string>& own) {
  for (const std::string& id : own) base["interventions"][id] = variant["interventions"][id];
  return plan_of(name, std::move(base));
}

/// Effects of the same id in two interventions get the name of theirs before it.
void make_names_unique(std::vector<VariantPart>& parts) {
  std::multiset<std::string> names;
  for (const VariantPart& part : parts) names.insert(part.name);
  for (VariantPart& part : parts)
    if (names.count(part.name) > 1)
      part.name = part.elements.front().intervention + "." + part.name;
}

/// Takes the elements that a group names out of the other parts, into one.
void gather(const PartGroup& group, std::vector<VariantPart>& parts) {
  VariantPart gathered{group.name, {}};
  for (const std::string& member : group.members) {
    bool found = false;
    for (VariantPart& part : parts)
      std::erase_if(part.elements, [&](const PartElement& element) {
        const bool is_it = std::ranges::count(ids_of(element), member) > 0;
        if (is_it) gathered.elements.push_back(element);
        found = found || is_it;
        return is_it;
      });
    if (!found)
      throw input_error(
          message("--part {0}: the variant has no effect, role or cost `{1}` that the base lacks\n "
                  " `doorstroom check VARIANT --explain` lists what it changes",
                  group.name, member));
  }
  std::erase_if(parts, [](const VariantPart& part) { return part.elements.empty(); });
  parts.push_back(std::move(gathered));
}

}  // namespace

std::vector<std::string> VariantPart::keys() const {
  std::vector<std::string> keys;
  for (const PartElement& element : elements)
    if (element.kind != PartElement::Kind::rest) keys.push_back(key_of(element));
  return keys;
}

bool VariantPart::has_rest() const {
  return std::ranges::count(elements, PartElement::Kind::rest, &PartElement::kind) > 0;
}

bool VariantPart::is_cost() const {
  return std::ranges::all_of(
      elements, [](const PartElement& element) { return element.kind == PartElement::Kind::cost; });
}

PartGroup PartGroup::parse(const std::string& text) {
  const std::size_t sign = text.find('=');
  PartGroup group{text.substr(0, sign), {}};
  if (sign != std::string::npos) {
    std::istringstream members(text.substr(sign + 1));
    for (std::string member; std::getline(members, member, ',');)
      if (!member.empty()) group.members.push_back(member);
  }
  if (group.name.empty() || group.members.empty())
    throw input_error(
        message("--part {0}: this is no name with what belongs to it\n  write it such as --part "
                "handover=faster_handover,faster_handover_to_oza",
                text));
  return group;
}

VariantParts::VariantParts(const ScenarioTree& base, const ScenarioTree& variant,
                           const std::vector<PartGroup>& groups) {
  const Scenario base_scenario = base.load().scenario;
  const Scenario scenario = variant.load().scenario;
  const OrderedJson base_json = OrderedJson::parse(base_scenario.resolved);
  const OrderedJson variant_json = OrderedJson::parse(scenario.resolved);
  plans_ = {plan_of(base_scenario.name, base_json), plan_of(scenario.name, variant_json)};
  const std::vector<std::string> own = own_interventions(base_json, variant_json);
  for (const std::string& id : own)
    for (const PartElement& element : elements_of(id, variant_json["interventions"][id])) {
      const std::string together = together_of(element, scenario);
      const auto known = std::ranges::find(parts_, together, &VariantPart::name);
      if (!together.empty() && known != parts_.end())
        known->elements.push_back(element);
      else
        parts_.push_back({together.empty() ? element.id : together, {element}});
    }
  if (doorstroom::has_rest(base_json, variant_json, own)) {
    parts_.push_back({"rest", {PartElement{PartElement::Kind::rest}}});
    plans_.push_back(bare_variant(scenario.name, base_json, variant_json, own));
  }
  for (const PartGroup& group : groups) gather(group, parts_);
  make_names_unique(parts_);
  merge_what_cannot_stand_alone();
  if (parts_.size() < 2)
    throw input_error(
        message("{0} cannot be taken apart: what it changes in {1} is one part\n  `doorstroom "
                "compare` tells what that does",
                scenario.name, base_scenario.name));
  take_rest_out();
}

Alternative VariantParts::with_parts(Coalition parts) const {
  if (parts == 0) return {base_plan, {}};
  if (parts == whole_of(parts_.size())) return {variant_plan, {}};
  Alternative found{plans_.size() > bare_plan ? bare_plan : variant_plan, {}};
  const auto is_there = [&](std::size_t part) { return (parts >> part & 1) != 0; };
  std::set<std::string> present, absent;  // interventions
  std::vector<std::string> keys;          // that are not there, of interventions that are
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (is_there(i) && parts_[i].has_rest()) found.plan = variant_plan;
    for (const PartElement& element : parts_[i].elements)
      if (is_there(i)) present.insert(element.intervention);
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (is_there(i) || (rest_is_out_ && parts_[i].has_rest())) continue;
    for (const PartElement& element : parts_[i].elements) {
      if (element.kind == PartElement::Kind::rest) continue;
      if (!present.contains(element.intervention))
        absent.insert(element.intervention);
      else
        keys.push_back(key_of(element));
    }
  }
  for (const std::string& intervention : absent) keys.push_back("interventions." + intervention);
  for (const std::string& key : keys) found.sets.push_back(key + "=~");
  return found;
}

bool VariantParts::makes_sense(Coalition parts) const {
  const Alternative alternative = with_parts(parts);
  return plans_[alternative.plan].mistakes_with(alternative.sets).empty();
}

void VariantParts::take_rest_out() {
  const auto rest = std::ranges::find_if(parts_, &VariantPart::has_rest);
  if (rest == parts_.end()) return;
  const auto others = whole_of(parts_.size()) & ~(Coalition{1} << (rest - parts_.begin()));
  const Alternative without = with_parts(others);
  const Scenario bare = plans_[bare_plan].with(without.sets).scenario;
  plans_[bare_plan] = ScenarioTree(bare.name, bare.resolved);
  rest_is_out_ = true;
}

void VariantParts::merge_what_cannot_stand_alone() {
  for (std::size_t part = 0; parts_.size() > 1 && part < parts_.size();) {
    const std::size_t partner = partner_of(part);
    if (partner == part) {
      ++part;
    } else {
      merge(std::min(part, partner), std::max(part, partner));
      part = 0;
    }
  }
}

std::size_t VariantParts::partner_of(std::size_t part) const {
  const Coalition all = whole_of(parts_.size());
  const auto bit = [](std::size_t i) { return Coalition{1} << i; };
  const bool stands_alone = makes_sense(bit(part));
  if (stands_alone && makes_sense(all & ~bit(part))) return part;
  for (std::size_t other = 0; other < parts_.size(); ++other)
    if (other != part &&
        makes_sense(stands_alone ? all & ~bit(part) & ~bit(other) : bit(part) | bit(other)))
      return other;
  return part == 0 ? 1 : 0;  // it takes more than one other: those are found next
}

void VariantParts::merge(std::size_t one, std::size_t other) {
  VariantPart& whole = parts_[one];
  whole.name += "+" + parts_[other].name;
  whole.is_merged = true;
  whole.elements.insert(whole.elements.end(), parts_[other].elements.begin(),
                        parts_[other].elements.end());
  parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(other));
}

}  // namespace doorstroom
