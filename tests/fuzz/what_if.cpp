// What the what-if page sends: a query and a body of JSON, read, or refused. A variant that makes
// an overlay is loaded over scenarios/minimal.yaml; what it is called, and its text, stay within
// what a file of the folder may be. A file that is asked for is an overlay there, or is refused.

#include "models/loading/scenario_loader.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/what_if/request.hpp"
#include "tests/fuzz/answer.hpp"

namespace doorstroom::fuzz {
namespace {

/// What is written of settings reads as YAML, and has the variant's name.
void check_written(const WhatIfVariant& variant, const std::string& overlay) {
  std::vector<Document> documents;
  Issues issues;
  const auto read = read_yaml_text("overlay", overlay, documents, issues);
  DOORSTROOM_EXPECT(read != nullptr && !issues.has_errors());
  DOORSTROOM_EXPECT(variant.name.empty() || read->find("name")->value->text == variant.name);
}

void try_variant(const WhatIfVariant& variant) {
  std::string overlay;
  if (!answered([&] { overlay = overlay_text(variant, "minimal.yaml"); })) return;
  DOORSTROOM_EXPECT(is_overlay_name(file_name_for(variant)));
  if (variant.text)
    DOORSTROOM_EXPECT(overlay == *variant.text);  // as it was typed, whatever it is
  else
    check_written(variant, overlay);
  answered([&] {
    const std::string path = DOORSTROOM_SOURCE_DIR "/scenarios/variant.yaml";
    ScenarioTree(ScenarioText{.path = path, .text = overlay}).load();
  });
}

/// A name leads to an overlay beside the scenario, or nowhere.
void try_file(const std::string& file) {
  WhatIfPlace place;
  place.scenario = DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml";
  answered([&] {
    const std::string text = text_of(place, file);
    DOORSTROOM_EXPECT(is_overlay_name(file) && text.find("extends:") != std::string::npos);
  });
}

void try_request(WhatIfQuestion question, const std::string& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string body = text.substr(std::min(end + 1, text.size()));
  answered([&] {
    const WhatIfRequest request = read_request({question, text.substr(0, end), body}, Language::en);
    const bool has_variant = question == WhatIfQuestion::run || question == WhatIfQuestion::save ||
                             question == WhatIfQuestion::check ||
                             question == WhatIfQuestion::seek ||
                             question == WhatIfQuestion::bottlenecks;
    if (has_variant) try_variant(request.variant);
    if (request.question == WhatIfQuestion::text) try_file(request.file);
  });
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using doorstroom::WhatIfQuestion;
  constexpr int questions = static_cast<int>(WhatIfQuestion::text) + 1;
  if (size > 0)
    doorstroom::fuzz::try_request(static_cast<WhatIfQuestion>(*data % questions),
                                  doorstroom::fuzz::text_of(data + 1, size - 1));
  return 0;
}
