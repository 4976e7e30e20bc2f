#include "app/shared_options.hpp"

namespace doorstroom {

void add_sets(Options& options, std::vector<std::string>& sets) {
  options.option(
      "--set", "PATH=VALUE", sets,
      translatable("Change one parameter; may be given more than once. PATH: keys\njoined by dots "
                   "(* is one key, ** any number of keys).\nVALUE: as in the scenario"));
}

void add_jobs(Options& options, int& jobs) {
  options.whole_number("--jobs", "N", jobs,
                       translatable("Worker processes. Default: one for each core"), {1, 1024});
}

}  // namespace doorstroom
