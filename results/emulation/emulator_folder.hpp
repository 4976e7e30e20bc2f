#pragma once
/// Where the emulators of a sweep are kept in its folder: emulators/KPI.json.

#include <string>
#include <vector>

#include "results/emulation/sweep_emulator.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {

/// Path of the emulator of a key figure.
std::string emulator_path(const SweepFolder& folder, const KpiName& kpi);

/// All emulators of the sweep as it is now, by the names of their key figures; there may be none.
/// @throws InputError when one is damaged, or the sweep was extended since
std::vector<SweepEmulator> read_emulators(const SweepFolder& folder);

/// Those of some key figures. @param kpis  empty: all that there are
/// @throws InputError when there is none, one is damaged, or the sweep was extended since
std::vector<SweepEmulator> read_emulators(const SweepFolder& folder,
                                          const std::vector<std::string>& kpis);

}  // namespace doorstroom
