#pragma once
/// Where and how a server of the what-if page works: the same for all that it is asked.

#include <cstdint>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/decisions/written_questions.hpp"
#include "results/file/run_facts.hpp"
#include "results/page/report_page.hpp"

namespace doorstroom {

struct WhatIfPlace {
  std::string scenario;                    ///< path of the scenario's file
  std::uint32_t replications = 100;        ///< pairs, where who asks names none
  std::uint32_t most_replications = 1000;  ///< that may be asked for
  int jobs = 1;                            ///< worker processes of one request, >= 1
  bool read_only = false;                  ///< nothing is saved
  Program program;
  std::string scratch;     ///< folder for results that are needed for a moment; ours alone
  PageParts report_parts;  ///< of reports
};

/// "doorstroom 0.2.0".
std::string program_name(const WhatIfPlace& place);
/// Name of the scenario's file, without its folder.
std::string file_of(const WhatIfPlace& place);
/// Path of a file in the scenario's folder. @pre is_overlay_name(file)
std::string beside(const WhatIfPlace& place, const std::string& file);
/// A text that names files, without the scenario's folder before them.
std::string without_folder(std::string text, const WhatIfPlace& place);
/// The command that repeats what is shown of a variant, given in the scenario's folder.
std::string repeating_command(const WhatIfPlace& place, const std::string& variant_file,
                              std::uint32_t replications);
/// The commands that repeat the answer to a question about a file there.
std::string seek_command_of(const WrittenSeek& written, const std::string& file);
std::string bottlenecks_command_of(const WrittenBottlenecks& written, const std::string& file);
/// The commands that make the report of the scenario and of variants, given there.
std::string report_command_of(const WhatIfPlace& place, const std::vector<std::string>& variants,
                              std::uint32_t replications, Language language);

}  // namespace doorstroom
