#pragma once
/// Where and how a server of the what-if page works: the same for all that it is asked.

#include <cstdint>
#include <string>

namespace doorstroom {

struct WhatIfPlace {
  std::string scenario;                    ///< path of the scenario's file
  std::uint32_t replications = 100;        ///< pairs, where who asks names none
  std::uint32_t most_replications = 1000;  ///< that may be asked for
  int jobs = 1;                            ///< worker processes of one request, >= 1
  bool read_only = false;                  ///< nothing is saved
  std::string program_version;
};

/// Name of the scenario's file, without its folder.
std::string file_of(const WhatIfPlace& place);
/// Path of a file in the scenario's folder. @pre is_overlay_name(file)
std::string beside(const WhatIfPlace& place, const std::string& file);
/// The command that repeats what is shown of a variant, given in the scenario's folder.
std::string repeating_command(const WhatIfPlace& place, const std::string& variant_file,
                              std::uint32_t replications);

}  // namespace doorstroom
