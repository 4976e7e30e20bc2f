#include "app/sweep/emulator_folder.hpp"

#include <algorithm>
#include <filesystem>

#include "models/messages/message.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/file/text_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> paths_of_all(const SweepFolder& folder) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.subfolder("emulators")))
    if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

std::string emulator_path(const SweepFolder& folder, const KpiName& kpi) {
  return folder.subfolder("emulators") + "/" + kpi.text() + ".json";
}

std::vector<SweepEmulator> read_emulators(const SweepFolder& folder,
                                          const std::vector<std::string>& kpis) {
  std::vector<std::string> paths;
  for (const std::string& kpi : kpis) paths.push_back(emulator_path(folder, KpiName::parse(kpi)));
  if (kpis.empty()) paths = paths_of_all(folder);
  if (paths.empty())
    throw input_error(message(
        "{0}: this sweep has no emulator yet\n  `doorstroom sweep emulate {0} --kpi KPI` makes one",
        folder.path()));
  const std::string now = hash_of(folder.manifest());
  std::vector<SweepEmulator> emulators;
  for (const std::string& path : paths) {
    const std::string kpi = fs::path(path).stem().string();
    if (!fs::exists(path))
      throw input_error(
          message("{0}: there is no emulator of {1}\n  `doorstroom sweep emulate {0} --kpi {1}` "
                  "makes it",
                  folder.path(), kpi));
    emulators.push_back(emulator_of(path, read_text_file(path)));
    if (emulators.back().sweep_hash != now)
      throw input_error(
          message("{0}: the sweep was extended since the emulator of {1} was made\n  `doorstroom "
                  "sweep emulate {0} --kpi {1}` makes it anew",
                  folder.path(), kpi));
  }
  return emulators;
}

}  // namespace doorstroom
