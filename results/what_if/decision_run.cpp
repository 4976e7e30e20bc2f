#include "results/what_if/decision_run.hpp"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "engine/random.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/bottlenecks_report.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/variants/levers.hpp"
#include "results/variants/loaded_pair.hpp"
#include "results/variants/scenario_folder.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// What is asked about: a plan, and the file that the command names.
struct AskedPlan {
  std::string overlay;  ///< empty: the scenario itself
  std::string file;
  ScenarioTree tree;
  Scenario scenario;  ///< of that tree
};

AskedPlan asked_plan(const WhatIfPlace& place, const WhatIfRequest& request) {
  const WhatIfVariant& variant = request.variant;
  if (!variant.text && variant.extends.empty() && variant.sets.empty()) {
    ScenarioTree tree = tree_of(place, {});
    Scenario scenario = tree.load().scenario;
    return {{}, file_of(place), std::move(tree), std::move(scenario)};
  }
  LoadedPair pair = load_pair(place, variant, file_for(variant, request.file));
  Scenario scenario = pair.tree.load().scenario;  // with its own seed, as the command has it
  return {pair.overlay, pair.file, std::move(pair.tree), std::move(scenario)};
}

OrderedJson begun(const AskedPlan& plan, const std::string& command) {
  return {{"kind", "begun"}, {"command", command}, {"overlay", plan.overlay}, {"file", plan.file}};
}

/// Tells how far it is, a few times a second.
class ProgressLines {
 public:
  ProgressLines(const TellLine& tell, Language language) : tell_(tell), language_(language) {}

  void operator()(std::uint32_t done, std::uint32_t of) {
    constexpr std::chrono::milliseconds often{200};
    const auto now = std::chrono::steady_clock::now();
    if (done < of && now - told_ < often) return;
    told_ = now;
    tell_({{"kind", "progress"},
           {"done", done},
           {"of", of},
           {"text", message("{0} of about {1} replications", done, of).in(language_)}});
  }

 private:
  const TellLine& tell_;
  Language language_;
  std::chrono::steady_clock::time_point told_{};
};

Simulations simulations_of(const WhatIfPlace& place, const AskedPlan& plan,
                           std::vector<KpiName> kpis, ProgressLines& progress) {
  const Provenance& program = place.program.provenance;
  SimulationSettings settings{
      .program = {program.program_version, program.git_commit, std::string(random_scheme)},
      .seed = plan.scenario.seed};
  settings.pool.jobs = place.jobs;
  settings.pool.progress = [&progress](std::uint32_t done, std::uint32_t of) {
    progress(done, of);
  };
  return {{plan.tree}, std::move(kpis), std::move(settings)};
}

/// Lines of a text: `level` tells how many others each stands below.
OrderedJson lines_json(const std::string& text) {
  OrderedJson lines = OrderedJson::array();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), end);
    if (begin < end)
      lines.push_back({{"text", text.substr(begin, end - begin)}, {"level", (begin - at) / 2}});
    at = end + 1;
  }
  return lines;
}

/// @param sets_of  what the row of a number comes to, as settings
OrderedJson table_json(const TextTable& table,
                       const std::function<OrderedJson(std::size_t)>& sets_of) {
  OrderedJson rows = OrderedJson::array();
  for (std::size_t i = 0; i < table.rows().size(); ++i)
    rows.push_back({{"label", table.rows()[i].label},
                    {"cells", table.rows()[i].values},
                    {"sets", sets_of(i)}});
  return {
      {"title", table.head().label}, {"columns", table.head().values}, {"rows", std::move(rows)}};
}

OrderedJson sets_of(const SeekQuestion& question, const Combination& values) {
  OrderedJson sets = OrderedJson::array();
  for (std::size_t i = 0; i < values.size(); ++i)
    sets.push_back(
        {{"path", question.knobs[i].path}, {"value", question.knobs[i].text(values[i])}});
  return sets;
}

OrderedJson more_of(const BottleneckRow& row) {
  const Knob knob{.path = row.lever, .unit = row.unit};
  return OrderedJson::array(
      {{{"path", row.lever}, {"value", knob.text_of(row.capacity + row.step)}}});
}

/// No line of it is broken.
AnswerReader page_in(Language language) {
  constexpr std::size_t endless_line = 1'000'000;
  return {.language = language, .width = endless_line, .on_page = true};
}

OrderedJson answer_line(const AnswerWords& words, OrderedJson table, OrderedJson sets,
                        const std::string& numbers) {
  return {{"kind", "answer"},          {"said", lines_json(words.before)},
          {"table", std::move(table)}, {"notes", lines_json(words.after)},
          {"sets", std::move(sets)},   {"numbers", OrderedJson::parse(numbers)}};
}

/// What a page may vary is a lever: other paths could name files.
void check_levers(const SeekQuestion& question, const AskedPlan& plan) {
  const std::vector<Lever> levers = levers_of(plan.tree, plan.scenario);
  for (const Knob& knob : question.knobs)
    if (std::ranges::find(levers, knob.path, &Lever::path) == levers.end())
      throw input_error(message("{0} is no number that a variant may change", knob.path));
}

}  // namespace

void run_seek(const WhatIfPlace& place, const WhatIfRequest& request, const TellLine& tell) {
  const auto began = std::chrono::steady_clock::now();
  const AskedPlan plan = asked_plan(place, request);
  const SeekQuestion question = read_seek_question(request.seek, plan.tree, request.language);
  check_levers(question, plan);
  tell(begun(plan, seek_command_of(request.seek, plan.file)));
  ProgressLines progress(tell, request.language);
  Simulations simulations = simulations_of(place, plan, question.kpis(plan.scenario), progress);
  const SeekAnswer answer = seek(question, simulations);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  const AnswerWords words = seek_words(question, answer, simulations, page_in(request.language));
  tell(answer_line(
      words,
      table_json(words.table,
                 [&](std::size_t row) { return sets_of(question, answer.tried[row].values); }),
      answer.answer ? sets_of(question, *answer.answer) : OrderedJson(),
      seek_json(question, answer, simulations, took.count())));
}

void run_bottlenecks(const WhatIfPlace& place, const WhatIfRequest& request, const TellLine& tell) {
  const auto began = std::chrono::steady_clock::now();
  const AskedPlan plan = asked_plan(place, request);
  const BottleneckQuestion question =
      read_bottleneck_question(request.bottlenecks, plan.scenario, request.language);
  tell(begun(plan, bottlenecks_command_of(request.bottlenecks, plan.file)));
  ProgressLines progress(tell, request.language);
  Simulations simulations = simulations_of(place, plan, question.kpis(plan.scenario), progress);
  const Bottlenecks found = bottlenecks(question, simulations);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  const AnswerWords words =
      bottlenecks_words(question, found, simulations, page_in(request.language));
  tell(answer_line(
      words, table_json(words.table, [&](std::size_t row) { return more_of(found.rows[row]); }),
      OrderedJson(), bottlenecks_json(question, found, simulations, took.count())));
}

}  // namespace doorstroom
