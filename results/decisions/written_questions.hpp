#pragma once
/// Questions about decisions as people write them, on a command line or in a form, and what is
/// meant.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/language.hpp"
#include "results/decisions/bottlenecks.hpp"
#include "results/decisions/seek.hpp"

namespace doorstroom {

/// The options of `doorstroom seek`.
struct WrittenSeek {
  std::vector<std::string> vary;          ///< "PATH=LOWEST..HIGHEST:STEP"
  std::vector<std::string> so_that;       ///< "KPI >= AMOUNT"
  std::vector<std::string> indifference;  ///< amounts, one for each target; empty: the customary
  std::string chance;                     ///< "80%"; empty: the mean must meet the target
  std::string minimise;                   ///< key figure; empty: what all cost
  bool no_pool = false;
  std::uint32_t at_most = 20'000;  ///< replications
};

/// All but states of the world.
/// @param form  the language of a form in which it was written, by somebody who types no options;
///              none: on a command line
/// @throws InputError that names the option which is wrong, or what it is about
SeekQuestion read_seek_question(const WrittenSeek& written, const ScenarioTree& base,
                                std::optional<Language> form = std::nullopt);

/// The options of `doorstroom bottlenecks`.
struct WrittenBottlenecks {
  std::string kpi;                            ///< empty: the first of the headline
  std::optional<std::uint32_t> replications;  ///< fresh ones, of each step; none: the customary
  std::uint32_t at_most = 20'000;             ///< replications
};

/// @param form  as of read_seek_question()
/// @throws InputError when there is no such key figure, or it cannot improve
BottleneckQuestion read_bottleneck_question(const WrittenBottlenecks& written,
                                            const Scenario& scenario,
                                            std::optional<Language> form = std::nullopt);

}  // namespace doorstroom
