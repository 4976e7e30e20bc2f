// doorstroom sweep show: prints how a key figure depends on the parameters, and the best points.

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

#include "app/console/output.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/response.hpp"
#include "results/sweep/sweep_result.hpp"
#include "results/text/number_text.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

struct SweepShowArguments {
  explicit SweepShowArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  std::string kpi = "dropouts_per_year";
  std::vector<std::string> over{};  ///< paths of parameters; empty: the first two
};

constexpr auto sweep_show_examples = translatable(R"(Examples:
  doorstroom sweep show places
  doorstroom sweep show places --kpi oza.entered_within_10w
  doorstroom sweep show places --over arrangements.oza.places desks.youth_team.staff)");

void describe(Options& options, SweepShowArguments& arguments) {
  add_folder(options, *arguments.sweep);
  options.option("--kpi", "KPI", arguments.kpi,
                 translatable("The key figure. Default: dropouts_per_year"));
  options
      .option("--over", "PATH", arguments.over,
              translatable("One or two of the parameters, by path. Default: the first two"))
      .values({1, 2});
}

constexpr std::size_t best_shown = 5;

/// Numbers with the decimals that suit the widest interval, for all cells.
NumberText number_text(const KpiName& kpi, const Response& response) {
  Interval widest;
  for (const auto& row : response.cells)
    for (const Interval& cell : row)
      if (cell.half_width() > widest.half_width() || widest.count == 0) widest = cell;
  return {kpi.definition().units, widest};
}

std::string one_axis(const Response& response, const NumberText& numbers, Language language) {
  const Axis& axis = response.axes.front();
  TextTable table(axis.path, {message("mean").in(language), message("95% interval").in(language)});
  for (std::size_t i = 0; i < axis.levels.size(); ++i) {
    const Interval& cell = response.cells[i].front();
    table.add_row(axis.levels[i].text, {numbers.value(cell.mean).in(language),
                                        numbers.range(cell.low, cell.high).in(language)});
  }
  return "\n" + table.text(output_width());
}

std::string two_axes(const Response& response, const NumberText& numbers, Language language) {
  const Axis& down = response.axes[0];
  const Axis& across = response.axes[1];
  std::vector<std::string> columns;
  for (const Level& level : across.levels) columns.push_back(level.text);
  TextTable table("", std::move(columns));
  for (std::size_t i = 0; i < down.levels.size(); ++i) {
    std::vector<std::string> values;
    for (const Interval& cell : response.cells[i])
      values.push_back(numbers.value_and_noise(cell).in(language));
    table.add_row(down.levels[i].text, std::move(values));
  }
  return message("\nDown: {0}; across: {1}\n\n", down.path, across.path).in(language) +
         table.text(output_width());
}

std::string best(const SweepResponse& sweep, const NumberText& numbers, Language language) {
  const std::vector<RankedPoint> ranked = sweep.ranked();
  if (ranked.empty()) return {};
  const auto as_good =
      static_cast<std::size_t>(std::ranges::count(ranked, true, &RankedPoint::as_good));
  TextTable table(message("Best points").in(language),
                  {message("mean").in(language), message("95% interval").in(language)});
  for (std::size_t i = 0; i < std::min(best_shown, ranked.size()); ++i)
    table.add_row(ranked[i].values + (i > 0 && ranked[i].as_good ? " *" : ""),
                  {numbers.value(ranked[i].mean.mean).in(language),
                   numbers.range(ranked[i].mean.low, ranked[i].mean.high).in(language)});
  std::string text = "\n" + table.text(output_width());
  const bool alike = std::ranges::all_of(
      ranked, [&](const RankedPoint& one) { return one.mean.mean == ranked.front().mean.mean; });
  if (alike && ranked.size() > 1)
    return text + message("All points come to the same: what is varied does not bear on it.\n")
                      .in(language);
  if (as_good > 1)
    text += message(
                "* {0} points cannot be told apart from the best: the interval of their "
                "difference, replication by replication and for all points together, holds "
                "zero. More replications would tell.\n",
                as_good - 1)
                .in(language);
  return text;
}

int run(const SweepShowArguments& arguments, Language language) {
  ResultReader file = merged_result(existing_sweep(arguments.sweep->folder));
  const SweepResponse sweep(file, arguments.kpi);
  std::vector<std::string> over = arguments.over;
  if (over.empty()) over = sweep.paths();
  over.resize(std::min<std::size_t>(over.size(), 2));
  const Response response = sweep.over(over);
  const KpiDefinition& kpi = response.kpi.definition();
  const NumberText numbers = number_text(response.kpi, response);

  std::string text = message("{0}: {1} ({2})\n{3}\n", file.text("sweep_name"), kpi.label,
                             response.kpi.text(), kpi.description)
                         .in(language);
  text += response.axes.size() == 1 ? one_axis(response, numbers, language)
                                    : two_axes(response, numbers, language);
  if (!response.averaged.empty())
    text += message("Averaged over {0}.\n", boost::join(response.averaged, ", ")).in(language);
  text += best(sweep, numbers, language);
  text += message(
              "\nIntervals are the noise of simulating, smaller with more replications. They say "
              "nothing of how sure the inputs are.\n")
              .in(language);
  print_fitted(text);
  return 0;
}

}  // namespace

Command sweep_show_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepShowArguments>(
      "show", translatable("Show how a key figure depends on the parameters"), sweep_show_examples,
      describe, run, std::make_shared<SweepShowArguments>(sweep));
}

}  // namespace doorstroom
