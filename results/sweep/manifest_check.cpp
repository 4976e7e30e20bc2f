#include "results/sweep/manifest_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "models/messages/message.hpp"
#include "models/reading/quantity.hpp"
#include "results/file/digest.hpp"
#include "results/sweep/design.hpp"

namespace doorstroom {
namespace {

void refuse_unless(bool holds, const LocalizedText& trouble) {
  if (!holds) throw input_error(trouble);
}

/// How many points and replications a sweep has after some of its batches.
struct Grown {
  std::uint64_t points = 0;
  std::uint64_t replications = 0;
};

/// A sweep grows by more replications of every point, or by more points with all replications, so
/// that no replication of a point is there twice, and none is missing.
Grown grown(const std::vector<Batch>& batches) {
  Grown sweep;
  for (const Batch& batch : batches) {
    const ReplicationRange range = batch.replications;
    const bool is_first = sweep.points == 0;
    const bool wider = batch.first_point == sweep.points && range.first == 0 &&
                       (is_first || range.count == sweep.replications);
    const bool longer =
        batch.first_point == 0 && batch.points == sweep.points && range.first == sweep.replications;
    refuse_unless(batch.points > 0 && range.count > 0 && (wider || longer),
                  message("its batches overlap, or leave something out"));
    if (wider) sweep.points += batch.points;
    if (is_first || longer) sweep.replications += range.count;
  }
  return sweep;
}

bool is_one_line(const std::string& text) {
  return text.find('\n') == std::string::npos;
}

void check_factor(const Manifest& manifest, const Factor& factor) {
  refuse_unless(!factor.path.empty() && is_one_line(factor.path),
                message("one of its factors has no path"));
  if (!factor.levels.empty()) return;
  refuse_unless(manifest.design != SweepPlan::Design::grid && std::isfinite(factor.from) &&
                    std::isfinite(factor.to) && factor.from != factor.to,
                message("its factor {0} has no values", factor.path));
  const std::string two =
      fmt::format("2{}{}", factor.unit.starts_with('%') ? "" : " ", factor.unit);
  refuse_unless(factor.unit.empty() || normalise_quantity(two).has_value(),
                message("its factor {0} has an unknown unit", factor.path));
}

void check_factors(const Manifest& manifest) {
  constexpr std::size_t most_factors = 3667;  // of a Sobol' sequence
  refuse_unless(!manifest.factors.empty() && manifest.factors.size() <= most_factors,
                message("it has {0} factors", manifest.factors.size()));
  std::set<std::string> paths;
  for (const Factor& factor : manifest.factors) {
    check_factor(manifest, factor);
    refuse_unless(paths.insert(factor.path).second,
                  message("its factor {0} is there twice", factor.path));
  }
}

void check_figures(const Manifest& manifest) {
  std::set<std::string> kept;
  for (const KpiName& kpi : manifest.keep)
    refuse_unless(kept.insert(kpi.text()).second,
                  message("its key figure {0} is there twice", kpi.text()));
  refuse_unless(!kept.empty(), message("it keeps no key figure"));
  for (const Precision& precision : manifest.precisions())
    refuse_unless(kept.contains(precision.kpi.text()),
                  message("it does not keep {0}, which it is to run for", precision.kpi.text()));
}

void check_digests(const Manifest& manifest) {
  refuse_unless(sha256(manifest.base) == manifest.base_sha256,
                message("its scenario is not the one that it was made with"));
  const nlohmann::json base = nlohmann::json::parse(manifest.base, nullptr, false);
  const bool of_seed = base.is_object() && base.contains("seed") && base["seed"] == manifest.seed;
  refuse_unless(of_seed, message("its seed is not the one of its scenario"));
  for (std::size_t i = 0; i < manifest.points.size(); ++i) {
    const SweepPoint& point = manifest.points[i];
    refuse_unless(point.values.size() == manifest.factors.size(),
                  message("its point {0} has {1} values for {2} factors", i, point.values.size(),
                          manifest.factors.size()));
    refuse_unless(digest_of_point(manifest, point.values) == point.sha256,
                  message("its point {0} has other values than it was made with", i));
  }
}

/// What is estimated from a sweep depends on its design, which no digest holds.
void check_design(const Manifest& manifest) {
  for (const Batch& batch : manifest.batches) {
    if (batch.replications.first > 0) continue;  // of points that are there already
    std::size_t point = batch.first_point;
    for (const std::vector<std::string>& values :
         values_by_design(manifest, batch.first_point, batch.points)) {
      refuse_unless(manifest.points[point].values == values,
                    message("its point {0} is not one of its design", point));
      ++point;
    }
  }
}

}  // namespace

std::vector<std::vector<std::string>> values_by_design(const Manifest& manifest,
                                                       std::uint32_t first, std::uint32_t count) {
  std::vector<std::vector<std::string>> points =
      design_points(manifest.design, manifest.factors, first, count, manifest.seed);
  for (std::vector<std::string>& values : points)
    for (std::string& value : values) value = as_stored(value);
  return points;
}

std::string digest_of_point(const Manifest& manifest, const std::vector<std::string>& values) {
  std::string identity = manifest.base_sha256;
  for (std::size_t i = 0; i < values.size(); ++i)
    identity += fmt::format("\n{}={}", manifest.factors[i].path, values[i]);
  return sha256(identity);
}

void check_size(const Manifest& manifest) {
  std::uint64_t points = 0;
  std::uint64_t replications = 0;
  std::uint64_t tasks = 0;
  for (const Batch& batch : manifest.batches) {
    const std::uint64_t count = batch.replications.count;
    const std::uint64_t cut =
        manifest.until.empty() ? manifest.block : std::max(count, std::uint64_t{1});
    points = std::max(points, std::uint64_t{batch.first_point} + batch.points);
    replications = std::max(replications, batch.replications.first + count);
    tasks += batch.points * ((count + cut - 1) / cut);
  }
  if (points > most_points || replications > most_replications || tasks > most_tasks)
    throw input_error(
        message("{0} points with {1} replications each, in {2} tasks, are more than a sweep may "
                "have\n  it may have {3} points, {4} replications and {5} tasks; a larger --block "
                "makes fewer tasks",
                points, replications, tasks, most_points, most_replications, most_tasks));
}

void check_whole(const Manifest& manifest) {
  for (const std::string* name : {&manifest.name, &manifest.base_name, &manifest.program.version,
                                  &manifest.program.git_commit, &manifest.program.random_scheme})
    refuse_unless(is_one_line(*name), message("one of its names has several lines"));
  refuse_unless(manifest.block > 0, message("its tasks have no replications"));
  check_size(manifest);
  const Grown all = grown(manifest.batches);
  refuse_unless(!manifest.points.empty() && all.points == manifest.points.size(),
                message("it has {0} points, and work for {1}", manifest.points.size(), all.points));
  check_factors(manifest);
  check_figures(manifest);
  check_digests(manifest);
  check_design(manifest);
}

}  // namespace doorstroom
