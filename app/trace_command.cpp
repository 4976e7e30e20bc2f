// doorstroom trace: prints the story of one youth in plain words.

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/shared_options.hpp"
#include "results/file/result_reader.hpp"
#include "results/story/story.hpp"

namespace doorstroom {
namespace {

struct TraceArguments {
  std::string result;                  ///< file
  std::optional<std::uint32_t> youth;  ///< whose story; none: list some worth reading
  std::uint32_t replication = 0;
};

constexpr auto trace_examples = translatable(R"(Examples:
  doorstroom trace minimal.h5                      some youths worth reading about
  doorstroom trace minimal.h5 --youth 12
  doorstroom trace minimal.h5 --youth 12 --lang nl

It tells what the youth waited for and why, what came of it, and what it cost whom. A file keeps the
youths of the first replication; `doorstroom run --visits 3` keeps those of three.)");

void describe(Options& options, TraceArguments& arguments) {
  options.positional("FILE", arguments.result, translatable("Result file (HDF5)")).required();
  options.whole_number("--youth", "N", arguments.youth,
                       translatable("Number of the youth. Default: name a few worth reading about"),
                       {0, any_number});
  options.whole_number("--replication", "R", arguments.replication,
                       translatable("Of which replication. Default: 0"), {0, most_replications});
}

std::string story_text(const TraceArguments& arguments, Language language) {
  ResultReader file(arguments.result);
  const auto replication = static_cast<std::int32_t>(arguments.replication);
  return arguments.youth ? story_of(file, replication, *arguments.youth, language, output_width())
                         : suggested_youths(file, replication, language, output_width());
}

int run(const TraceArguments& arguments, Language language) {
  print(as_input([&] { return story_text(arguments, language); }));
  return 0;
}

}  // namespace

Command trace_command() {
  return make_reading_command<TraceArguments>(
      "trace", translatable("Tell the story of one youth in plain words"), trace_examples, describe,
      run);
}

}  // namespace doorstroom
