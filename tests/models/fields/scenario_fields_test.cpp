/// The field table is whole, and agrees with itself.

#include "models/fields/scenario_fields.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <set>

#include "models/fields/field_text.hpp"

namespace doorstroom {
namespace {

/// Calls visit for each field of a section and of all below it.
void each_field(const Section& section, const std::string& path,
                const std::function<void(const Field&, const std::string&)>& visit) {
  for (const Field& field : section.fields) {
    const std::string whole = path + "." + std::string(field.key);
    visit(field, whole);
    if (field.map) each_field(*field.map, whole, visit);
    if (field.item) each_field(*field.item, whole, visit);
  }
  if (section.other) each_field(*section.other, path, visit);
}

void each_field(const std::function<void(const Field&, const std::string&)>& visit) {
  each_field(sections::scenario, "", visit);
}

TEST(FieldTable, says_of_every_key_what_it_is) {
  each_field([](const Field& field, const std::string& path) {
    EXPECT_FALSE(field.about.empty()) << path;
    EXPECT_TRUE(field.map || field.item || field.kind != QuantityKind::map)
        << path << " takes nothing";
  });
}

TEST(FieldTable, has_no_key_twice_in_a_section) {
  each_field([](const Field& field, const std::string& path) {
    if (!field.map) return;
    std::set<std::string_view> keys;
    for (const Field& each : field.map->fields) EXPECT_TRUE(keys.insert(each.key).second) << path;
  });
}

TEST(FieldTable, its_standards_are_what_its_fields_take) {
  each_field([](const Field& field, const std::string& path) {
    const bool scalar =
        field.kind != QuantityKind::map && !field.list && field.kind != QuantityKind::text;
    if (field.standard.empty() || !scalar) return;
    EXPECT_TRUE(scalar_trouble(field, QuantityKind::map, field.standard).empty()) << path;
  });
}

TEST(FieldTable, whoever_needs_a_key_is_not_given_a_standard) {
  each_field([](const Field& field, const std::string& path) {
    EXPECT_FALSE(field.required && !field.standard.empty()) << path;
  });
}

TEST(FieldTable, finds_the_field_of_a_path) {
  ASSERT_TRUE(field_at("arrangements.oza.places"));
  EXPECT_EQ(field_at("arrangements.oza.places")->kind, QuantityKind::places);
  EXPECT_TRUE(field_at("desks.a.routes.b.delay")->changeable);
  EXPECT_TRUE(field_at("absence.leaves.home")->changeable);
  EXPECT_FALSE(field_at("arrangements.oza.leads")->changeable);
  EXPECT_FALSE(field_at("arrangements.oza.places.more"));
  EXPECT_FALSE(field_at("nothing"));
  EXPECT_FALSE(field_at(""));
}

}  // namespace
}  // namespace doorstroom
