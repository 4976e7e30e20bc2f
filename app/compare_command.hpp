#pragma once
/// doorstroom compare: what changes when something is changed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/messages/language.hpp"

namespace doorstroom {

struct CompareArguments {
  std::string base;                           ///< result file or scenario
  std::vector<std::string> variants;          ///< likewise
  std::string folder;                         ///< for results of scenarios; empty: here
  std::optional<std::uint32_t> replications;  ///< of scenarios that are run
  int jobs = 0;                               ///< worker processes; 0: one for each core
  std::string over;                           ///< "evidence", "evidence=40"; empty: no
  std::optional<std::uint32_t> inner;         ///< pairs of replications at each point
  bool force = false;                         ///< replace results that are there
  bool all = false;                           ///< each year, desk and arrangement, too
  std::string save;                           ///< file for the comparison; empty: none
  bool json = false;
  Language language = Language::en;
};

/// At how many points of the evidence, as --over says it. @throws InputError when it says no number
std::uint32_t evidence_points(const std::string& over);

int compare_command(const CompareArguments& arguments);

}  // namespace doorstroom
