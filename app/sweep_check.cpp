// doorstroom check, of the plan of a sweep.

#include "app/output.hpp"
#include "app/sweep_command.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/manifest.hpp"

namespace doorstroom {

int check_sweep(const std::string& path, Language language) {
  const Manifest manifest = make_manifest(load_sweep(path), {}, 1);
  print(say("{}: {} makes sense.\n{} points, {}.\n", path, manifest.name, manifest.points.size(),
            replications_text(manifest))
            .in(language));
  return 0;
}

}  // namespace doorstroom
