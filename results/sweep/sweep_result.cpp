#include "results/sweep/sweep_result.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "results/file/digest.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/output_file.hpp"
#include "results/file/result_format.hpp"
#include "results/file/table_stream.hpp"
#include "results/stats/intervals.hpp"
#include "results/sweep/task_file.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

ColumnSpec point_column() {
  return column::id("point", translatable("Design point, from 0"));
}

/// A value of a factor without JSON quotes: 30, 6 weeks, first_come.
std::string plain(const std::string& json) {
  const auto value = nlohmann::json::parse(json);
  return value.is_string() ? value.get<std::string>() : json;
}

/// Adds the column of a factor. @param index  of the factor
void add_factor(const Manifest& manifest, std::size_t index, Table& table) {
  const std::string& path = manifest.factors[index].path;
  std::vector<double> numbers;
  std::vector<std::string> words;
  std::vector<std::int32_t> codes;
  std::map<std::string, std::int32_t> known;  // a crafted manifest may hold many words
  std::string unit;
  bool numeric = true;
  for (const SweepPoint& point : manifest.points) {
    const std::string word = plain(point.values[index]);
    const std::optional<Amount> amount = read_amount(word);
    numeric = numeric && amount && (numbers.empty() || amount->unit == unit);
    if (amount) {
      unit = amount->unit;
      numbers.push_back(amount->number);
    }
    const auto [code, is_new] = known.emplace(word, static_cast<std::int32_t>(words.size()));
    codes.push_back(code->second);
    if (is_new) words.push_back(word);
  }
  table.spec.columns.push_back({path, numeric ? ColumnType::float64 : ColumnType::category,
                                unit.empty() || !numeric ? "1" : unit,
                                message("Value of {0}", path),
                                numeric ? std::vector<std::string>{} : words});
  if (numeric)
    table.data.columns.emplace_back(std::move(numbers));
  else
    table.data.columns.emplace_back(std::move(codes));
}

TableSpec replications_spec(const Manifest& manifest) {
  TableSpec spec = sample_spec("/replications", manifest.keep);
  spec.columns.insert(spec.columns.begin(), point_column());
  return spec;
}

TableSpec estimates_spec(const Manifest& manifest) {
  std::vector<std::string> names;
  for (const KpiName& kpi : manifest.keep) names.push_back(kpi.text());
  using column::number;
  return {"/estimates",
          {point_column(),
           column::category("kpi", names,
                            translatable("Key figure, by its name; the row is in its units")),
           column::count("n", "1", translatable("Replications with data")),
           number("mean", "1", translatable("Mean over replications")), column::low_of_mean("low"),
           column::high_of_mean("high"),
           number("p10", "1", translatable("What 10% of the replications stay below")),
           number("p90", "1", translatable("What 90% of the replications stay below"))}};
}

/// Means of one point.
void add_estimates(std::uint32_t point, const TableData& rows, TableData& estimates) {
  for (std::size_t column = 1; column < rows.columns.size(); ++column) {
    const auto& values = std::get<std::vector<double>>(rows.columns[column]);
    const Estimate found = estimate_of(values);
    estimates.add(point, static_cast<std::int32_t>(column - 1), found.mean.count, found.mean.mean,
                  found.mean.low, found.mean.high, found.p10, found.p90);
  }
}

/// The tasks in the order of points, and of replications within a point.
std::vector<Task> in_order(const Manifest& manifest) {
  std::vector<Task> tasks = manifest.tasks();
  std::ranges::stable_sort(
      tasks, {}, [](const Task& task) { return std::pair(task.point, task.replications.first); });
  return tasks;
}

/// Reads tasks in order, and counts those that cannot be read.
class TaskReader {
 public:
  TaskReader(const SweepFolder& folder, const Manifest& manifest)
      : folder_(folder), manifest_(manifest) {}

  TableData read(const Task& task) {
    const TaskFound found = read_task(folder_.task_path(manifest_.task_id(task)), manifest_, task);
    if (found.state == TaskFound::State::whole) return task_rows(found.values, manifest_, task);
    (found.state == TaskFound::State::absent ? missing_ : damaged_) += 1;
    if (first_damage_.empty()) first_damage_ = found.why;
    return TableData(sample_spec("/replications", manifest_.keep));
  }

  bool all_whole() const { return missing_ + damaged_ == 0; }

  [[noreturn]] void throw_incomplete(std::size_t of) const {
    const LocalizedText told = message(
        "{0}: of {1} tasks {2} are missing and {3} are damaged\n  `doorstroom sweep retry "
        "{4}` does them; then merge again",
        folder_.path(), of, missing_, damaged_, folder_.path());
    if (first_damage_.empty()) throw input_error(told);
    throw input_error(message("{0}\n  the first that is damaged: {1}", told, first_damage_));
  }

 private:
  const SweepFolder& folder_;
  const Manifest& manifest_;
  std::size_t missing_ = 0;
  std::size_t damaged_ = 0;
  LocalizedText first_damage_{};
};

void write_frame(H5File& file, const Manifest& manifest) {
  file.set_attribute("/", "format", std::string(sweep_format.name));
  file.set_attribute("/", "format_version", sweep_format.version);
  file.set_attribute("/", "program_version", manifest.program.version);
  file.set_attribute("/", "random_scheme", manifest.program.random_scheme);
  file.set_attribute("/", "sweep_name", manifest.name);
  file.set_attribute("/", "scenario_name", manifest.base_name);
  file.set_attribute("/", "scenario_sha256", manifest.base_sha256);
  file.set_attribute("/", "seed", std::int64_t{manifest.seed});
  file.set_attribute("/", "points", static_cast<std::int64_t>(manifest.points.size()));
  file.make_group("/scenario");
  file.write_text("/scenario/resolved", manifest.base);
  write_table(file, design_table(manifest));
}

}  // namespace

Table design_table(const Manifest& manifest) {
  Table table{{"/design", {point_column()}}, {}};
  std::vector<std::int32_t> numbers(manifest.points.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::int32_t>(i);
  table.data.columns.emplace_back(std::move(numbers));
  for (std::size_t i = 0; i < manifest.factors.size(); ++i) add_factor(manifest, i, table);
  return table;
}

void merge(const SweepFolder& folder, const Manifest& manifest, const std::string& now,
           const std::function<void(std::uint32_t, std::uint32_t)>& progress) {
  const std::vector<Task> tasks = in_order(manifest);
  OutputFile part(folder.result_path(), true);
  H5File file = H5File::create(part);
  write_frame(file, manifest);
  TaskReader reader(folder, manifest);
  TableData estimates(estimates_spec(manifest));
  TableStream replications(file, replications_spec(manifest));
  for (std::size_t i = 0; i < tasks.size();) {
    const std::uint32_t point = tasks[i].point;
    TableData rows(sample_spec("/replications", manifest.keep));
    for (; i < tasks.size() && tasks[i].point == point; ++i) {
      append(rows, reader.read(tasks[i]));
      if (progress)
        progress(static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(tasks.size()));
    }
    if (!reader.all_whole()) continue;
    add_estimates(point, rows, estimates);
    rows.columns.insert(rows.columns.begin(),
                        std::vector<std::int32_t>(rows.rows(), static_cast<std::int32_t>(point)));
    replications.append(rows);
  }
  if (!reader.all_whole()) reader.throw_incomplete(tasks.size());
  replications.finish();
  write_table(file, {estimates_spec(manifest), std::move(estimates)});
  file.make_group("/run");
  file.set_attribute("/run", "merged", now);
  file.set_attribute("/run", "git_commit", manifest.program.git_commit);
  file.set_attribute("/run", "manifest_sha256", sha256(to_json(manifest)));
  file.close();
  part.publish();
}

bool is_merged(const SweepFolder& folder, const Manifest& manifest) {
  try {
    const ResultReader result = merged_result(folder);
    return result.text("manifest_sha256", "/run") == sha256(to_json(manifest));
  } catch (const InputError&) {
    return false;
  }
}

ResultReader merged_result(const SweepFolder& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder.result_path(), ignored))
    throw input_error(
        message("{0}: the sweep is not put together yet\n  `doorstroom sweep retry {1}` does what "
                "is missing and puts it together",
                folder.path(), folder.path()));
  return ResultReader(folder.result_path(), sweep_format);
}

}  // namespace doorstroom
