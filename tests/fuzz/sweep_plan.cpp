// Plans of sweeps: read against a scenario, or refused. Of a plan of few points a manifest is made,
// which reads as it was written.

#include "models/loading/sweep_plan.hpp"

#include "results/sweep/manifest.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/folder.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr std::uint32_t few_points = 200;

void try_text(const std::string& text) {
  static const std::string base =
      folder().write("minimal.yaml", read_file(DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml"));
  const std::string path = folder().write("plan.yaml", text);
  (void)is_sweep(path);
  answered([&] {
    const LoadedSweep sweep = load_sweep(path);
    if (sweep.plan.points > few_points) return;
    for (const Factor& factor : sweep.plan.factors)
      for (const double place : {0.0, 0.3, 0.5, 0.999999999}) (void)factor.value_at(place);
    const Manifest manifest = make_manifest(sweep, {"1", "commit", "philox"}, 5);
    const std::string json = to_json(manifest);
    DOORSTROOM_EXPECT(to_json(manifest_of("manifest.json", json)) == json);
  });
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_text(doorstroom::fuzz::text_of(data, size));
  return 0;
}
