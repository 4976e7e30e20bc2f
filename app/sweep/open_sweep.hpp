#pragma once
/// The folder of a sweep, opened for a command: the plan, the program and the folder must agree.

#include "app/sweep/sweep_commands.hpp"
#include "results/experiment/sweep_folder.hpp"

namespace doorstroom {

/// A folder that holds a sweep. @throws InputError when it holds none
SweepFolder existing_sweep(const std::string& folder);

/// The manifest of a folder: the one that is there if it is of this plan, else a new one.
/// @throws InputError when the folder holds a sweep of another plan
Manifest open_plan(const SweepFolder& folder, const SweepArguments& sweep);

/// Another program may count otherwise, so it does not go on with the work of this one. Warns, on
/// standard error, when only the commits differ.
/// @throws InputError when the versions or the random numbers differ
void check_program(const SweepFolder& folder, const Manifest& manifest, Language language);

}  // namespace doorstroom
