#include "results/emulation/emulator_folder.hpp"

#include <algorithm>
#include <filesystem>

#include "models/messages/message.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/file/text_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

std::string emulators_path(const SweepFolder& folder) {
  return folder.path() + "/emulators";
}

std::vector<std::string> paths_of_all(const SweepFolder& folder) {
  std::vector<std::string> paths;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(emulators_path(folder), ignored))
    if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  return paths;
}

/// @param now  hash_of() the manifest of the sweep
SweepEmulator read_emulator(const SweepFolder& folder, const std::string& path,
                            const std::string& now) {
  SweepEmulator emulator = emulator_of(path, read_text_file(path));
  if (emulator.sweep_hash != now)
    throw input_error(
        message("{0}: the sweep was extended since the emulator of {1} was made\n  `doorstroom "
                "sweep emulate {0} --kpi {1}` makes it anew",
                folder.path(), emulator.kpi.text()));
  return emulator;
}

std::vector<SweepEmulator> read_all(const SweepFolder& folder,
                                    const std::vector<std::string>& paths) {
  std::vector<SweepEmulator> emulators;
  if (paths.empty()) return emulators;
  const std::string now = hash_of(folder.manifest());
  for (const std::string& path : paths) emulators.push_back(read_emulator(folder, path, now));
  return emulators;
}

}  // namespace

std::string emulator_path(const SweepFolder& folder, const KpiName& kpi) {
  return emulators_path(folder) + "/" + kpi.text() + ".json";
}

std::vector<SweepEmulator> read_emulators(const SweepFolder& folder) {
  return read_all(folder, paths_of_all(folder));
}

std::vector<SweepEmulator> read_emulators(const SweepFolder& folder,
                                          const std::vector<std::string>& kpis) {
  if (kpis.empty()) {
    std::vector<SweepEmulator> all = read_emulators(folder);
    if (all.empty())
      throw input_error(
          message("{0}: this sweep has no emulator yet\n  `doorstroom sweep emulate {0} --kpi KPI` "
                  "makes one",
                  folder.path()));
    return all;
  }
  std::vector<std::string> paths;
  for (const std::string& kpi : kpis) {
    paths.push_back(emulator_path(folder, KpiName::parse(kpi)));
    std::error_code ignored;
    if (!fs::exists(paths.back(), ignored))
      throw input_error(
          message("{0}: there is no emulator of {1}\n  `doorstroom sweep emulate {0} --kpi {1}` "
                  "makes it",
                  folder.path(), kpi));
  }
  return read_all(folder, paths);
}

}  // namespace doorstroom
