#pragma once
/// Opens the folder of a sweep, and checks that plan and program are those it was begun with.

#include "app/sweep/sweep_commands.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {

/// The folder of a sweep that was begun earlier. @throws InputError when it holds no sweep
SweepFolder existing_sweep(const std::string& folder);

/// Begins the sweep of a plan in a folder, or goes on with it when the folder holds it already.
/// @throws InputError when the folder holds a sweep of another plan
Manifest open_plan(const SweepFolder& folder, const SweepArguments& sweep);

/// Checks that this program is the one with which the sweep was begun: another could give other
/// numbers. When only the git commits differ, it prints a warning.
/// @throws InputError when the versions or the random numbers differ
void check_program(const SweepFolder& folder, const Manifest& manifest, Language language);

}  // namespace doorstroom
