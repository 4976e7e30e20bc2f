// doorstroom trace: the story of one youth in plain words.

#include "app/commands.hpp"
#include "app/output.hpp"
#include "engine/error.hpp"
#include "results/result_reader.hpp"
#include "results/story.hpp"

namespace doorstroom {
namespace {

/// A damaged file is wrong input.
std::string told(const TraceArguments& arguments) {
  try {
    ResultReader file(arguments.result);
    const auto replication = static_cast<std::int32_t>(arguments.replication);
    return arguments.youth ? story_of(file, replication, *arguments.youth, arguments.language)
                           : worth_reading(file, replication, arguments.language);
  } catch (const RunError& error) {
    throw InputError(error.what());
  }
}

}  // namespace

int trace_command(const TraceArguments& arguments) {
  print(told(arguments));
  return 0;
}

}  // namespace doorstroom
