#pragma once
/// doorstroom sweep: one scenario for many values of its parameters, in a folder that can be gone
/// on with after anything.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/slurm.hpp"
#include "models/messages/language.hpp"

namespace doorstroom {

struct SweepArguments {
  std::string command;  ///< of the sweep: "status", ...; empty: the plan itself
  std::string plan;     ///< file
  std::string folder;
  int jobs = 0;                               ///< worker processes; 0: one for each core
  std::uint32_t block = 20;                   ///< replications of a task
  bool no_run = false;                        ///< only make the folder
  std::string part;                           ///< "3/200": of all tasks, the third of 200 parts
  std::optional<std::uint32_t> replications;  ///< of each point, when extended
  std::optional<std::uint32_t> points;        ///< when extended
  std::string kpi = "dropouts_per_year";      ///< to show
  std::vector<std::string> over;              ///< paths; empty: the first two
  SlurmOrder slurm;                           ///< blocks 0: one for each task, at most 200
  Language language = Language::en;
};

int sweep_command(const SweepArguments& arguments);
/// Tells every mistake in a plan, without running it.
int check_sweep(const std::string& path, Language language);
/// How a key figure answers to the parameters; of a sweep that is merged.
int sweep_show(const SweepArguments& arguments);

}  // namespace doorstroom
