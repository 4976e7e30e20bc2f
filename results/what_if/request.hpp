#pragma once
/// What the what-if page asks for, as it arrives: a path of the server, what stands behind its
/// question mark, and a body of JSON. Nothing of it is believed before it is read here, in a
/// process of its own.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/messages/language.hpp"
#include "results/decisions/written_questions.hpp"
#include "results/variants/variant.hpp"

namespace doorstroom {

enum class WhatIfQuestion : std::uint8_t {
  model,        ///< what the scenario is, and which figures and overlays there are
  levers,       ///< the parameters of a scenario
  run,          ///< replications of a variant beside the same of the scenario
  save,         ///< the overlay of a variant, into the scenario's folder
  report,       ///< a page of the scenario and of variants that were saved
  baseline,     ///< replications of the scenario itself, ahead of what will be asked
  check,        ///< the overlay of a variant and what is wrong with it
  schema,       ///< what an editor of overlays completes and checks with
  seek,         ///< the smallest capacity that meets a target
  bottlenecks,  ///< where a little more helps most
  text,         ///< an overlay of the folder, as it stands in its file
};

/// A request as it came.
struct RawRequest {
  WhatIfQuestion question = WhatIfQuestion::model;
  std::string query;  ///< behind the question mark
  std::string body;
};

/// The same, read.
struct WhatIfRequest {
  WhatIfQuestion question = WhatIfQuestion::model;
  Language language;
  std::string
      extends;  ///< of `levers` and `schema`: a file in the scenario's folder; empty: the scenario
  WhatIfVariant variant;
  std::string file;                  ///< of `save` and `text`
  std::vector<std::string> files{};  ///< of `report`: of variants
  std::optional<std::uint32_t> replications;
  WrittenSeek seek{};
  WrittenBottlenecks bottlenecks{};
};

/// Whether its answer is lines that come as they are made: a failure is then the last of them.
bool is_answered_in_lines(WhatIfQuestion question);
/// Whether somebody waits for a simulation.
bool is_simulation(WhatIfQuestion question);

/// The fields of a query, "extends=plan.yaml&lang=nl", with %20 and the like read.
std::map<std::string, std::string> query_fields(std::string_view query);

/// @param standard  language of who names none, or one that the program does not speak
/// @throws InputError when the body is no JSON of the right form
WhatIfRequest read_request(const RawRequest& raw, Language standard);

}  // namespace doorstroom
