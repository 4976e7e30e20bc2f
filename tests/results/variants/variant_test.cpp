#include "results/variants/variant.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"
#include "results/variants/levers.hpp"

namespace doorstroom {
namespace {

using ::testing::HasSubstr;

namespace fs = std::filesystem;

const std::string folder = (fs::path(DOORSTROOM_SOURCE_DIR) / "scenarios").string();

/// The scenario without its name, by which a variant differs.
nlohmann::json resolved_without_name(const Scenario& scenario) {
  nlohmann::json resolved = nlohmann::json::parse(scenario.resolved);
  resolved.erase("name");
  return resolved;
}

nlohmann::json by_overlay(const WhatIfVariant& variant, const std::string& file) {
  const std::string text = overlay_text(variant, file);
  return resolved_without_name(
      ScenarioTree(ScenarioText{.path = folder + "/variant.yaml", .text = text}).load().scenario);
}

std::vector<std::string> arguments_of(const WhatIfVariant& variant) {
  std::vector<std::string> sets;
  for (const VariantSetting& set : variant.sets) sets.push_back(set.path + "=" + set.value);
  return sets;
}

/// Another value of a lever, as a planner might type it.
std::string moved(const Lever& lever, std::mt19937& random) {
  if (lever.is_date()) return "2027-0" + std::to_string(1 + random() % 9) + "-01";
  std::uniform_real_distribution<double> factor(0.6, 1.3);
  const double number = lever.amount.number * factor(random);
  const bool whole = lever.amount.number == std::floor(lever.amount.number);
  const std::string text =
      whole ? std::to_string(static_cast<long>(number)) : fmt::format("{:.4g}", number);
  return lever.amount.unit.empty() ? text : text + " " + lever.amount.unit;
}

/// Variants of some random levers that make a valid scenario.
void expect_alike(const std::string& file, int tried) {
  const ScenarioTree base(folder + "/" + file, std::vector<std::string>());
  const Scenario scenario = base.load().scenario;
  const std::vector<Lever> levers = levers_of(base, scenario);
  std::mt19937 random(20260801);
  int compared = 0;
  for (int i = 0; i < tried; ++i) {
    WhatIfVariant variant{"A variant: \"quoted\", # not a comment", "", {}};
    for (std::size_t n = 1 + random() % 3; n > 0; --n) {
      const Lever& lever = levers[random() % levers.size()];
      if (std::ranges::find(variant.sets, lever.path, &VariantSetting::path) == variant.sets.end())
        variant.sets.push_back({lever.path, moved(lever, random)});
    }
    if (!base.mistakes_with(arguments_of(variant)).empty()) continue;
    ++compared;
    const nlohmann::json expected =
        resolved_without_name(base.with(arguments_of(variant)).scenario);
    EXPECT_EQ(by_overlay(variant, file), expected) << overlay_text(variant, file);
  }
  EXPECT_GT(compared, tried / 4) << file;
}

TEST(Variant, an_overlay_is_exactly_the_scenario_with_these_settings) {
  expect_alike("minimal.yaml", 80);
  expect_alike("procesregisseur-middle.yaml", 15);
}

TEST(Variant, maps_lists_texts_and_patterns_are_carried_over) {
  const WhatIfVariant variant{
      "",
      "",
      {{"arrangements.oza.places",
        "[{from: 2026-08-01, count: 24}, {from: 2028-08-01, count: 30}]"},
       {"arrangements.zoa.stay", "{lognormal: {median: 10 months, sigma: 0.5}}"},
       {"**.routes.*.delay", "1 week"},
       {"arrangements.oza.label", "{nl: \"'t huis: # 1\", en: \"~\"}"},
       {"arrangements.oza.cost", "~"}}};
  const ScenarioTree base(folder + "/minimal.yaml", std::vector<std::string>());
  EXPECT_EQ(by_overlay(variant, "minimal.yaml"),
            resolved_without_name(base.with(arguments_of(variant)).scenario));
}

TEST(Variant, an_overlay_extends_the_file_that_is_named) {
  const std::string text =
      overlay_text({"More", "plan.yaml", {{"arrangements.oza.places", "30"}}}, "base.yaml");
  EXPECT_EQ(text,
            "doorstroom: 1\nextends: plan.yaml\nname: \"More\"\nset:\n"
            "  arrangements.oza.places: 30\n");
  EXPECT_THAT(overlay_text({}, "base.yaml"), HasSubstr("extends: base.yaml"));
  for (const char* file : {"../plan.yaml", "/plan.yaml", "plan", "-plan.yaml", ".plan.yaml"})
    EXPECT_THROW(overlay_text({"", file, {}}, "base.yaml"), InputError) << file;
}

TEST(Variant, a_path_that_is_set_twice_is_refused) {
  EXPECT_THROW(overlay_text({"", "", {{"a.b", "1"}, {"a.b", "2"}}}, "base.yaml"), InputError);
  EXPECT_THROW(overlay_text({"", "", {{"a.b", "1\na.b: 2"}}}, "base.yaml"), InputError);
}

TEST(Variant, what_is_no_yaml_is_refused) {
  EXPECT_THROW(overlay_text({"", "", {{"a.b", "[1"}}}, "base.yaml"), InputError);
  EXPECT_THROW(overlay_text({"", "", {{"a\"b", "1"}}}, "base.yaml"), InputError);
  EXPECT_THROW(overlay_text({"bell \x07", "", {}}, "base.yaml"), InputError);
}

TEST(Variant, no_setting_reads_a_file) {
  for (const auto& [path, value] : {std::pair{"today.file", "/etc/passwd"},
                                    {"sources.*.arrivals.*", "/etc/passwd"},
                                    {"**", "/etc/passwd"},
                                    {"sources.intake", "{arrivals: {file: /etc/passwd}, to: oza}"},
                                    {"sources", "[{a: {file: x.csv}}]"}})
    EXPECT_THAT(
        [&] {
          overlay_text({"", "", {{path, value}}}, "base.yaml");
        },
        ThrowsMessage<InputError>(HasSubstr("could name a file")))
        << path;
}

TEST(Variant, a_text_is_left_as_it_is) {
  EXPECT_EQ(overlay_text({"T", "", {}, "# mine\nextends: base.yaml\n"}, "base.yaml"),
            "# mine\nextends: base.yaml\n");
}

TEST(Variant, its_file_is_called_after_its_name) {
  EXPECT_EQ(file_name_for({"20 OZA places: more!", "", {}}), "20-oza-places-more.yaml");
  EXPECT_EQ(file_name_for({"\xc3\xa9\xc3\xa9n", "", {}}), "n.yaml");
  EXPECT_EQ(file_name_for({}), "variant.yaml");
  EXPECT_TRUE(is_overlay_name(file_name_for({std::string(500, 'x'), "", {}})));
}

}  // namespace
}  // namespace doorstroom
