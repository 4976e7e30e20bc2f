// A scenario of any kind: loaded, or refused with every mistake. What is loaded is resolved to a
// scenario that loads, and that is resolved to itself.

#include "models/loading/scenario_loader.hpp"
#include "tests/fuzz/answer.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t largest_text = std::size_t{1} << 20;  // that is read

void try_text(std::string text) {
  Scenario scenario;
  const bool loads =
      answered([&] { scenario = load_resolved("a.yaml", std::move(text)).scenario; });
  if (!loads || scenario.resolved.size() > largest_text) return;
  DOORSTROOM_EXPECT(load_resolved("again.yaml", scenario.resolved).scenario.resolved ==
                    scenario.resolved);
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_text(doorstroom::fuzz::text_of(data, size));
  return 0;
}
