#include "models/fields/scenario_schema.hpp"

#include <boost/algorithm/string.hpp>
#include <cctype>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "models/fields/field_text.hpp"
#include "models/fields/quantity_pattern.hpp"
#include "models/fields/scenario_fields.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* id_pattern = "^[a-z][a-z0-9_]*$";
/// Any day that every year has.
constexpr const char* day_pattern =
    "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|1[0-9]|2[0-8]))$";
constexpr const char* date_pattern =
    "^(19|[2-9][0-9])[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// With a capital.
std::string sentence(std::string_view text) {
  std::string result(text);
  result.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(result.front())));
  return result;
}

Json text_of(std::string_view text) {
  return std::string(text);
}

/// A number as JSON writes it best: 1, not 1.0.
Json number_of(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) return static_cast<long long>(value);
  return value;
}

std::vector<std::string> split(std::string_view text, const char* at) {
  std::vector<std::string> words;
  boost::split(words, text, boost::is_any_of(at), boost::token_compress_on);
  std::erase(words, "");
  return words;
}

/// The words of a field; true and false are also what YAML makes of them.
Json enum_of(const Field& field) {
  Json words = Json::array();
  for (const std::string& word : split(field.words, "| ")) {
    words.push_back(word);
    if (word == "true" || word == "false") words.push_back(word == "true");
  }
  return {{"enum", words}};
}

Json bare_number(QuantityKind kind, Range range) {
  const Form form = *form_of(kind);
  const Range bounds = range_within(form.range, range);
  Json number{{"type", form.whole ? "integer" : "number"}};
  if (std::isfinite(bounds.least))
    number[bounds.above ? "exclusiveMinimum" : "minimum"] = number_of(bounds.least);
  if (std::isfinite(bounds.most)) number["maximum"] = number_of(bounds.most);
  return number;
}

/// What the standard of the table is as a value of the file.
Json standard_of(const Field& field) {
  if (field.standard == "{}") return Json::object();
  if (field.list) return split(field.standard, "[], ");
  if (form_of(field.kind) && may_be_bare(field.kind)) {
    const Json number = Json::parse(field.standard, nullptr, false);
    if (number.is_number()) return number;
  }
  return text_of(field.standard);
}

/// Tables whose numbers belong together replace those of the file below as a whole.
bool is_replaced_whole(const Section& section) {
  return &section == &sections::distribution || &section == &sections::months;
}

class Schema {
 public:
  explicit Schema(Language language) : language_(language) {}

  Json of(const Section& root, std::string_view title, bool partial) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    schema.update(object(root, QuantityKind::map, partial));
    if (partial) schema["required"] = {"extends"};
    if (&root == &sections::scenario && !partial) schema["properties"].erase("extends");
    schema["definitions"] = Json::object();
    for (auto& [name, definition] : definitions_) schema["definitions"][name] = definition;
    return schema;
  }

 private:
  /// What a map of that section is, in any of its forms.
  Json reference(const Section& section, QuantityKind drawn, bool partial) {
    const Json form = form_reference(section, drawn, partial);
    if (!section.other) return form;
    return any_of({form, form_reference(*section.other, drawn, partial)});
  }

  /// What a map of that form is, told once and referred to.
  Json form_reference(const Section& section, QuantityKind drawn, bool partial) {
    std::string name = boost::replace_all_copy(std::string(section.name.english), " ", "_");
    if (is_drawn(drawn)) name += drawn == QuantityKind::drawn_hours ? "_of_hours" : "_of_durations";
    if (partial) name += "_change";
    if (definitions_.emplace(name, Json()).second)
      definitions_[name] = object(section, drawn, partial);
    return {{"$ref", "#/definitions/" + name}};
  }

  Json object(const Section& section, QuantityKind drawn, bool partial) {
    Json schema{{"type", "object"}};
    if (section.of_ids()) {
      if (section.keys == QuantityKind::id) schema["propertyNames"] = {{"pattern", id_pattern}};
      if (section.keys == QuantityKind::day_of_year)
        schema["propertyNames"] = {{"pattern", day_pattern}};
      schema["additionalProperties"] = value(section, section.fields.front(), drawn, partial);
      return schema;
    }
    schema["additionalProperties"] = false;
    Json properties = Json::object();
    for (const Field& field : section.fields) {
      if (field.key == "*") {  // an id that is none of the keys
        schema["propertyNames"] = {{"pattern", id_pattern}};
        schema["additionalProperties"] = value(section, field, drawn, partial);
      } else {
        properties[std::string(field.key)] = value(section, field, drawn, partial);
      }
    }
    schema["properties"] = properties;
    if (!partial) rules(section, schema);
    return schema;
  }

  /// Which keys must be there, and which exclude each other.
  static void rules(const Section& section, Json& schema) {
    Json required = Json::array();
    Json all = Json::array();
    std::map<std::string_view, std::vector<const Field*>> groups;
    for (const Field& field : section.fields) {
      if (!field.one_of.empty())
        groups[field.one_of].push_back(&field);
      else if (field.required && field.unless.empty())
        required.push_back(field.key);
      else if (field.required)
        all.push_back({{"anyOf", {{{"required", {field.key}}}, {{"required", {field.unless}}}}}});
    }
    for (const auto& [name, fields] : groups) {
      if (fields.front()->required)
        all.push_back({{"oneOf", each_required(fields)}});
      else
        for (std::size_t i = 0; i < fields.size(); ++i)
          for (std::size_t j = i + 1; j < fields.size(); ++j)
            all.push_back({{"not", {{"required", {fields[i]->key, fields[j]->key}}}}});
    }
    if (!required.empty()) schema["required"] = required;
    if (!all.empty()) schema["allOf"] = all;
  }

  static Json each_required(const std::vector<const Field*>& fields) {
    Json each = Json::array();
    for (const Field* field : fields) each.push_back({{"required", {field->key}}});
    return each;
  }

  Json value(const Section& section, const Field& field, QuantityKind drawn, bool partial) {
    Json schema{{"description", description(field)}};
    if (!field.standard.empty() && !field.where_it_applies && !partial)
      schema["default"] = standard_of(field);
    const bool anything = field.kind == QuantityKind::any && !field.map && !field.list &&
                          section.keys == QuantityKind::path && section.of_ids();
    if (anything) return schema;
    const QuantityKind inner =
        is_drawn(field.kind) || field.kind == QuantityKind::any ? field.kind : drawn;
    std::vector<Json> forms;
    if (field.list)
      forms.push_back({{"type", "array"}, {"items", any_of(scalars(field, drawn))}});
    else if (field.kind != QuantityKind::map)
      forms = scalars(field, drawn);
    if (field.list_too)
      forms.push_back({{"type", "array"}, {"items", any_of(scalars(field, drawn))}});
    if (field.map)
      forms.push_back(reference(*field.map, inner, partial && !is_replaced_whole(*field.map)));
    if (field.map_too) forms.push_back(reference(*field.map_too, inner, partial));
    if (field.item)
      forms.push_back({{"type", "array"}, {"items", reference(*field.item, inner, false)}});
    if (partial) forms.push_back({{"type", "null"}});
    const Json all = any_of(forms);
    if (all.contains("$ref"))
      schema["allOf"] = Json::array({all});
    else
      schema.update(all);
    return schema;
  }

  static Json any_of(const std::vector<Json>& forms) {
    return forms.size() == 1 ? forms.front() : Json{{"anyOf", forms}};
  }

  static std::vector<Json> scalars(const Field& field, QuantityKind drawn) {
    std::vector<Json> forms;
    if (!field.words.empty()) forms.push_back(enum_of(field));
    const bool any_quantity = field.kind == QuantityKind::parameter && drawn == QuantityKind::any;
    const QuantityKind kind = any_quantity ? QuantityKind::any : kind_of(field, drawn);
    switch (form_of_scalar(kind)) {
      case ScalarForm::none:
      case ScalarForm::word:
        break;
      case ScalarForm::free:
        forms.push_back({{"type", {"string", "number", "boolean"}}});
        break;
      case ScalarForm::path:
        forms.push_back({{"type", "string"}});
        break;
      case ScalarForm::id:
        forms.push_back({{"type", "string"}, {"pattern", id_pattern}});
        break;
      case ScalarForm::day_of_year:
        forms.push_back({{"type", "string"}, {"pattern", day_pattern}});
        break;
      case ScalarForm::date:
        forms.push_back({{"type", "string"}, {"pattern", date_pattern}});
        break;
      case ScalarForm::span:
      case ScalarForm::parameter:
      case ScalarForm::number:
        if (may_be_bare(kind)) forms.push_back(bare_number(kind, field.range));
        if (const std::string pattern = pattern_of(kind, field.range); !pattern.empty())
          forms.push_back({{"type", "string"}, {"pattern", pattern}});
    }
    return forms;
  }

  std::string description(const Field& field) const { return sentence(field.about.in(language_)); }

  Language language_;
  std::map<std::string, Json> definitions_;
};

}  // namespace

std::string schema_of(FileKind file, Language language) {
  const bool partial = file == FileKind::overlay;
  const bool sweep = file == FileKind::sweep;
  const LocalizedText title = sweep     ? message("A sweep of Doorstroom")
                              : partial ? message("A change laid over a scenario of Doorstroom")
                                        : message("A scenario of Doorstroom");
  const Section& root = sweep ? sections::sweep : sections::scenario;
  return Schema(language).of(root, title.in(language), partial).dump(2) + '\n';
}

}  // namespace doorstroom
