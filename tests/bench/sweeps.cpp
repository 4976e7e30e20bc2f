#include "tests/bench/sweeps.hpp"

#include <fmt/format.h>

#include "models/loading/sweep_plan.hpp"

namespace doorstroom::bench {

Manifest sweep_over_places(const testing::Scratch& folder, const std::string& base,
                           std::uint32_t points, std::uint32_t replications) {
  const std::string plan =
      folder.write("plan.yaml", fmt::format("doorstroom: 1\nsweep: places\nbase: {}\n"
                                            "vary:\n"
                                            "  arrangements.oza.places: {{from: 20, to: 200}}\n"
                                            "  arrangements.oza.waiting.at_home: "
                                            "{{from: 20%, to: 60%}}\n"
                                            "design: {{latin_hypercube: {}}}\n"
                                            "replications: {}\n",
                                            base, points, replications));
  return make_manifest(load_sweep(plan), {"0", "0", "0"}, replications);
}

TableData made_up_rows(const Manifest& manifest, const Task& task) {
  TableData rows(sample_spec("/replications", manifest.keep));
  for (std::uint32_t number = task.replications.first; number < task.replications.end(); ++number) {
    rows.add_value(0, number);
    for (std::size_t i = 0; i < manifest.keep.size(); ++i)
      rows.add_value(i + 1, 1.0 / (1.0 + task.point + 0.1 * number + static_cast<double>(i)));
  }
  return rows;
}

}  // namespace doorstroom::bench
