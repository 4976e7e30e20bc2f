// doorstroom plot: writes one picture of a report as SVG or PNG.

#include <algorithm>
#include <filesystem>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "results/choices/choices.hpp"
#include "results/drawing/drawing.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/text_file.hpp"
#include "results/page/report_filter.hpp"
#include "results/situation/situation.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

struct PlotArguments {
  std::vector<std::string> files;  ///< results: the base, then its variants
  std::string kind;
  std::vector<std::string> nodes;  ///< empty: as the report chooses
  std::string out;                 ///< empty: beside the result
  std::uint32_t small_cells = 5;
  bool slide = false;
  bool force = false;
};

constexpr auto plot_examples = translatable(R"(Examples:
  doorstroom plot holland-rijnland.h5 --kind map
  doorstroom plot holland-rijnland.h5 --kind waiting --node oza --node zoa -o waiting.png
  doorstroom plot base.h5 variant.h5 --kind difference --slide -o slide.png

waiting     of those who ask for an arrangement, how many are placed within so many weeks
years       who is absent, waits and is placed, week by week
map         desks and arrangements, how full they are, and how many youths go from one to another
difference  what the variants change

They are the pictures of `doorstroom report`, which also has the numbers in tables.)");

void describe(Options& options, PlotArguments& arguments) {
  options
      .positional("FILE", arguments.files,
                  translatable("Result first; then its variants, run with the same seed"))
      .required()
      .names_output();
  options.option("--kind", "KIND", arguments.kind, translatable("What is drawn"))
      .required()
      .one_of({"waiting", "years", "map", "difference"});
  options.option("--node", "ID", arguments.nodes,
                 translatable("waiting, years: only this desk or arrangement; may be repeated"));
  options.whole_number("--small-cells", "N", arguments.small_cells,
                       translatable("Real youths of whom there are fewer than N somewhere are not\n"
                                    "counted in the picture; 0 shows all. Default: 5"),
                       {0, 1000});
  options.flag("--slide", arguments.slide,
               translatable("For a screen in a hall: 16:9, with large text"));
  options
      .option("-o,--out", "FILE", arguments.out,
              translatable("Picture, .svg or .png. Default: as the result, -KIND.svg"))
      .names_output();
  options.flag("--force", arguments.force, translatable("Replace the picture if it exists"));
}

/// Keeps the parts that were asked for, in the order in which they were.
template <class Part>
std::vector<Part> chosen_parts(const std::vector<Part>& parts,
                               const std::vector<std::string>& nodes) {
  std::vector<Part> chosen;
  for (const std::string& node : nodes) {
    const auto found = std::ranges::find(parts, node, &Part::id);
    if (found == parts.end()) {
      std::vector<std::string> ids;
      for (const Part& part : parts) ids.push_back(part.id);
      throw input_error(message("--node: the picture has no {0}\n  it has {1}", node, either(ids)));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

void choose_nodes(Chart& chart, const std::vector<std::string>& nodes, bool slide) {
  if (nodes.empty()) return;
  if (auto* const curves = std::get_if<CurveChart>(&chart)) {
    curves->curves = chosen_parts(curves->curves, nodes);
  } else if (auto* const years = std::get_if<TimeChart>(&chart)) {
    years->panels = chosen_parts(years->panels, nodes);
    years->drawn = static_cast<std::uint32_t>(years->panels.size());
    constexpr std::size_t most_on_slide = 2;
    if (slide && nodes.size() > most_on_slide)
      throw input_error(
          message("--node: a slide of years has room for two\n  draw the others on a "
                  "slide of their own, or leave --slide out"));
  } else {
    throw input_error(
        message("--node goes with --kind waiting or years\n  a picture of another kind shows "
                "everything: leave --node out"));
  }
}

Chart chart_of(const PlotArguments& arguments, ReportSources& sources) {
  if (arguments.kind == "waiting") {
    const bool all = !arguments.nodes.empty();  // of which some are chosen
    return waiting_chart(sources, all).chart;
  }
  if (arguments.kind == "years") return years_chart(sources).chart;
  if (arguments.kind == "map") return map_chart(sources).chart;
  return difference_chart(sources).chart;
}

std::string picture_path(const PlotArguments& arguments) {
  if (!arguments.out.empty()) return arguments.out;
  fs::path path = arguments.files.front();
  path.replace_filename(path.stem().string() + "-" + arguments.kind + ".svg");
  return path.string();
}

/// In small letters: ".svg".
std::string extension_of(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char letter) {
    return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  });
  return extension;
}

std::string picture_of(const Chart& chart, const PlotArguments& arguments,
                       const std::string& extension, Language language) {
  using enum DrawingStyle::Purpose;
  const std::string svg = svg_of(chart, {arguments.slide ? slide : alone, language});
  constexpr double slide_scale = 1.5;  // 1920 x 1080
  constexpr double scale = 2;
  if (extension == ".png") return png_of(svg, arguments.slide ? slide_scale : scale);
  return R"(<?xml version="1.0" encoding="UTF-8"?>)"
         "\n" +
         svg + "\n";
}

int run(const PlotArguments& arguments, Language language) {
  const std::string path = picture_path(arguments);
  const std::string extension = extension_of(path);
  if (extension != ".svg" && extension != ".png")
    throw input_error(
        message("{0}: pictures are SVG or PNG\n  end the name in .svg or .png", path));
  refuse_to_replace(path, arguments.files);
  ReportSources sources({.paths = arguments.files,
                         .language = language,
                         .small_cells = static_cast<int>(arguments.small_cells),
                         .command = {}});
  Chart chart = chart_of(arguments, sources);
  filter(chart, sources.privacy());
  choose_nodes(chart, arguments.nodes, arguments.slide);
  write_text_file(path, picture_of(chart, arguments, extension, language), arguments.force);
  print(message("{0} written\n", path).in(language));
  return 0;
}

}  // namespace

Command plot_command() {
  return make_reading_command<PlotArguments>("plot", translatable("Write one picture of a report"),
                                             plot_examples, describe, run);
}

}  // namespace doorstroom
