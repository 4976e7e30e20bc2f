// doorstroom trace: the story of one youth in plain words.

#include "app/commands.hpp"
#include "app/output.hpp"
#include "results/file/result_reader.hpp"
#include "results/story/story.hpp"

namespace doorstroom {
namespace {

std::string told(const TraceArguments& arguments) {
  ResultReader file(arguments.result);
  const auto replication = static_cast<std::int32_t>(arguments.replication);
  return arguments.youth ? story_of(file, replication, *arguments.youth, arguments.language)
                         : worth_reading(file, replication, arguments.language);
}

}  // namespace

int trace_command(const TraceArguments& arguments) {
  print(as_input([&] { return told(arguments); }));
  return 0;
}

}  // namespace doorstroom
