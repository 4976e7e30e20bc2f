#pragma once
/// Small scenarios at random, as text: features meet in them as nobody would think of. Many times
/// are constants of whole days, so that stays end, places open and youths ask at one instant.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace doorstroom {

/// What a scenario is written by: each call gives another number, at random. The smaller a number,
/// the plainer what is chosen, and 0 is always the plainest.
using Choices = std::function<std::uint64_t()>;

/// A parameter that interventions may change, and that is the same at all times without them.
struct PlainParameter {
  std::string path;
  std::string value;    ///< as the scenario has it
  std::string nothing;  ///< none of it, such as "0 days"
};

struct RandomScenario {
  std::string text;
  std::vector<PlainParameter> plain;
};

/// Whether youths are there when the run starts, or on the start date.
enum class AtStart { nobody, some };

RandomScenario random_scenario(const Choices& choose, AtStart at_start);

/// With further rules, which may put somebody at the start, too: units, start days, closed desks,
/// full lists, held places, requests on several lists, what severity makes of all, worsening, ages
/// and returns. The same number gives the same scenario, as long as the compiler is the same.
std::string random_scenario(std::uint64_t number);

}  // namespace doorstroom
