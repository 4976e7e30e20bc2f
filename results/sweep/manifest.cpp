#include "results/sweep/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>

#include "models/messages/message.hpp"
#include "models/yaml/issues.hpp"
#include "results/figures/targets.hpp"
#include "results/file/digest.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/sweep/manifest_check.hpp"

namespace doorstroom {
namespace {

/// Key figures that are kept by default: those of the whole system, and those of the headline and
/// targets of the scenario.
std::vector<std::string> customary_figures(const Scenario& scenario) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const KpiDefinition& kpi : system_kpis()) add(std::string(kpi.name));
  for (const Headline& headline : scenario.headline) add(headline.kpi);
  for (const Target& target : scenario.targets) add(target.kpi);
  return names;
}

std::vector<KpiName> kept_figures(const SweepPlan& plan, const Scenario& scenario) {
  Issues issues;
  for (const LocatedText& kpi : plan.keep)
    check_kpi_name(scenario, "keep", kpi.text, kpi.location, issues);
  for (const LocatedText& until : plan.until) {
    const std::string kpi = until.text.substr(0, until.text.find(' '));
    check_kpi_name(scenario, "until", kpi, until.location, issues);
  }
  issues.throw_if_errors(plan.documents);
  std::vector<std::string> names;
  for (const LocatedText& kpi : plan.keep) names.push_back(kpi.text);
  if (names.empty()) names = customary_figures(scenario);
  for (const LocatedText& until : plan.until) {
    const std::string kpi = Precision::parse(until.text).kpi.text();
    if (std::ranges::find(names, kpi) == names.end()) names.push_back(kpi);
  }
  std::vector<KpiName> kpis;
  for (const std::string& name : names) kpis.push_back(KpiName::parse(name));
  return kpis;
}

void add_points(Manifest& manifest, std::uint32_t count) {
  const auto first = static_cast<std::uint32_t>(manifest.points.size());
  for (std::vector<std::string>& values : values_by_design(manifest, first, count)) {
    std::string digest = digest_of_point(manifest, values);
    manifest.points.push_back({std::move(values), std::move(digest)});
  }
}

}  // namespace

std::uint32_t Manifest::replications() const {
  std::uint32_t end = 0;
  for (const Batch& batch : batches) end = std::max(end, batch.replications.end());
  return end;
}

std::vector<Task> Manifest::tasks() const {
  std::vector<Task> tasks;
  for (const Batch& batch : batches) {
    const std::uint32_t cut = until.empty() ? block : batch.replications.count;
    for (std::uint32_t point = 0; point < batch.points; ++point)
      for (std::uint32_t done = 0; done < batch.replications.count; done += cut)
        tasks.push_back(
            {batch.first_point + point,
             {batch.replications.first + done, std::min(cut, batch.replications.count - done)}});
  }
  return tasks;
}

std::string Manifest::task_id(const Task& task) const {
  std::string identity = fmt::format("{}\n{}\n{}\nseed {}\nreplications {} {}\n", program.version,
                                     program.random_scheme, points[task.point].sha256, seed,
                                     task.replications.first, task.replications.count);
  for (const KpiName& kpi : keep) identity += fmt::format("keep {}\n", kpi.text());
  for (const std::string& precision : until) identity += fmt::format("until {}\n", precision);
  return sha256(identity);
}

std::vector<std::string> Manifest::sets_of(const SweepPoint& point) const {
  std::vector<std::string> sets;
  for (std::size_t i = 0; i < factors.size(); ++i)
    sets.push_back(factors[i].path + "=" + point.values[i]);
  return sets;
}

std::vector<Precision> Manifest::precisions() const {
  std::vector<Precision> precisions;
  for (const std::string& text : until) precisions.push_back(Precision::parse(text));
  return precisions;
}

Manifest make_manifest(const LoadedSweep& sweep, const ProgramVersion& program,
                       std::uint32_t block) {
  const SweepPlan& plan = sweep.plan;
  const Scenario scenario = sweep.base.load().scenario;
  Manifest manifest;
  manifest.program = program;
  manifest.name = plan.name;
  manifest.plan = plan.documents.front().text;
  manifest.base_name = scenario.name;
  manifest.base = scenario.resolved;
  manifest.base_sha256 = sha256(scenario.resolved);
  manifest.seed = scenario.seed;
  manifest.design = plan.design;
  manifest.factors = plan.factors;
  manifest.keep = kept_figures(plan, scenario);
  for (const LocatedText& until : plan.until) manifest.until.push_back(until.text);
  manifest.block = block;
  add_points(manifest, plan.points);
  manifest.batches = {{0, plan.points, {0, plan.replications.value_or(plan.at_most)}}};
  check_size(manifest);
  return manifest;
}

Manifest with_replications(const Manifest& manifest, std::uint32_t replications) {
  const std::uint32_t there = manifest.replications();
  if (!manifest.until.empty())
    throw input_error(
        message("this sweep runs each point until it is precise\n  its number of replications is "
                "not for you to say; make a sweep with another `until` or `at_most`"));
  if (replications <= there)
    throw input_error(
        message("every point has {0} replications already\n  ask for more than {1}", there, there));
  Manifest more = manifest;
  more.extends = sha256(to_json(manifest));
  more.batches.push_back(
      {0, static_cast<std::uint32_t>(manifest.points.size()), {there, replications - there}});
  check_size(more);
  return more;
}

Manifest with_points(const Manifest& manifest, std::uint32_t points) {
  const auto there = static_cast<std::uint32_t>(manifest.points.size());
  if (manifest.design == SweepPlan::Design::grid)
    throw input_error(
        message("a grid has the points of its levels, here {0}\n  for other levels write another "
                "plan, and give it a folder of its own",
                there));
  if (points <= there)
    throw input_error(
        message("the sweep has {0} points already\n  ask for more than {1}", there, there));
  Manifest more = manifest;
  more.extends = sha256(to_json(manifest));
  more.batches.push_back({there, points - there, {0, manifest.replications()}});
  check_size(more);
  add_points(more, points - there);
  return more;
}

void check_kept_figures(const Manifest& manifest) {
  const Scenario scenario = ScenarioTree(manifest.base_name, manifest.base).load().scenario;
  Issues issues;
  for (const KpiName& kpi : manifest.keep) check_kpi_name(scenario, "keep", kpi.text(), {}, issues);
  issues.throw_if_errors({});
}

LocalizedText replications_text(const Manifest& manifest) {
  if (manifest.until.empty()) return message("{0} replications each", manifest.replications());
  return message("until {0}, at most {1} replications each", boost::join(manifest.until, ", "),
                 manifest.replications());
}

}  // namespace doorstroom
