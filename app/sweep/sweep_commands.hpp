#pragma once
/// The sub-commands of `doorstroom sweep`, and the arguments that they share with it. A new
/// sub-command is a file of its own, sweep_NAME_command.cpp, and two lines here.

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "app/cli/command.hpp"

namespace doorstroom {

/// The options of `sweep` itself. A sub-command shares them, so that one given before its name
/// holds for it too: `doorstroom sweep --jobs 2 retry DIR`.
struct SweepArguments {
  std::string plan;          ///< file
  std::string folder;        ///< folder of the sweep; empty: named after the plan
  int jobs = 0;              ///< worker processes; 0: one for each core
  std::uint32_t block = 20;  ///< replications of a task
  bool no_run = false;       ///< only make the folder
};
using SharedSweepArguments = std::shared_ptr<SweepArguments>;

/// The folder of a sweep that exists: the positional DIR.
void add_folder(Options& options, SweepArguments& sweep);

Command sweep_status_command(const SharedSweepArguments& sweep);
Command sweep_retry_command(const SharedSweepArguments& sweep);
Command sweep_merge_command(const SharedSweepArguments& sweep);
Command sweep_show_command(const SharedSweepArguments& sweep);
Command sweep_emulate_command(const SharedSweepArguments& sweep);
Command sweep_predict_command(const SharedSweepArguments& sweep);
Command sweep_extend_command(const SharedSweepArguments& sweep);
Command sweep_submit_command(const SharedSweepArguments& sweep);
Command sweep_work_command(const SharedSweepArguments& sweep);

/// All sub-commands, in the order in which `doorstroom sweep --help` lists them.
inline constexpr std::array sweep_subcommands{
    sweep_status_command, sweep_retry_command,   sweep_merge_command,
    sweep_show_command,   sweep_emulate_command, sweep_predict_command,
    sweep_extend_command, sweep_submit_command,  sweep_work_command,
};

}  // namespace doorstroom
