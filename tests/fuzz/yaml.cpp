// YAML of any kind: read within its limits, or refused at its place. What is read, written as
// canonical JSON and read again, is the same.

#include "models/fields/canonical.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "tests/fuzz/answer.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t largest_text = std::size_t{1} << 20;  // that is read

std::shared_ptr<Value> read(std::string text) {
  std::vector<Document> documents;
  Issues issues;
  std::shared_ptr<Value> tree = read_yaml_text("a.yaml", std::move(text), documents, issues);
  tell(issues.report(documents));
  return issues.has_errors() ? nullptr : tree;
}

void try_text(std::string text) {
  const std::shared_ptr<Value> tree = read(std::move(text));
  if (!tree) return;
  const std::string json = canonical_json(*tree);
  if (json.size() > largest_text) return;
  const std::shared_ptr<Value> again = read(json);
  DOORSTROOM_EXPECT(again != nullptr);
  DOORSTROOM_EXPECT(canonical_json(*again) == json);
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_text(doorstroom::fuzz::text_of(data, size));
  return 0;
}
