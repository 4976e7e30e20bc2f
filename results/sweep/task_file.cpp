#include "results/sweep/task_file.hpp"

#include <filesystem>
#include <ranges>
#include <vector>

#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/output_file.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

constexpr auto task_format = "doorstroom.task";

/// One column holds all values: each column costs bytes and calls, and a sweep has as many
/// files as tasks.
const ColumnSpec& figures() {
  static const ColumnSpec spec = column::number(
      "figures", "1",
      translatable(
          "One replication after the other, each with its key figures in the order of `kpis`"));
  return spec;
}

std::vector<double> row_by_row(const TableData& rows) {
  std::vector<double> values;
  values.reserve(rows.rows() * (rows.columns.size() - 1));
  for (std::size_t row = 0; row < rows.rows(); ++row)
    for (const ColumnValues& column : rows.columns | std::views::drop(1))
      values.push_back(std::get<std::vector<double>>(column)[row]);
  return values;
}

TaskKey key_of(const Manifest& manifest, const Task& task) {
  TaskKey key{.id = manifest.task_id(task),
              .figures = {},
              .replications = task.replications.count,
              .may_be_fewer = !manifest.until.empty(),
              .program_version = manifest.program.version};
  for (const KpiName& kpi : manifest.keep) key.figures.push_back(kpi.text());
  return key;
}

/// A hash of the bits of the values.
std::string digest_of(const std::vector<double>& values) {
  return sha256({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double)});
}

std::string text_of(const H5File& file, const std::string& name) {
  if (!file.has_attribute("/", name)) return {};
  const H5Content content = file.attribute("/", name);
  return content.texts.size() == 1 ? content.texts.front() : std::string();
}

/// Whether so many values are those of the replications of a task.
bool are_as_many(std::size_t values, const TaskKey& key) {
  const std::size_t whole = key.figures.size() * std::size_t{key.replications};
  if (!key.may_be_fewer) return values == whole;
  return values > 0 && values <= whole && values % key.figures.size() == 0;
}

/// The values, or why the file cannot be used.
TaskFound read_whole(const std::string& path, const TaskKey& key) {
  const auto unusable = [](LocalizedText why) {
    return TaskFound{TaskFound::State::unusable, {}, std::move(why)};
  };
  const H5File file = H5File::open(path);
  if (text_of(file, "format") != task_format)
    return unusable(message("it is not the result of a task"));
  if (text_of(file, "task") != key.id) return unusable(message("it is the result of another task"));
  const std::string name = "/" + figures().name;
  if (!file.has(name)) return unusable(message("{0} is missing", name));
  ColumnValues column = file.dataset(name).column_values(name);
  auto* const values = std::get_if<std::vector<double>>(&column);
  if (values == nullptr || digest_of(*values) != text_of(file, "values_sha256"))
    return unusable(message("its values are not those that were written"));
  if (!are_as_many(values->size(), key))
    return unusable(message("it does not hold the replications of its task"));
  return {TaskFound::State::whole, std::move(*values)};
}

}  // namespace

void write_task(const std::string& path, const TaskKey& key, const std::vector<double>& values) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  if (error)
    throw run_error(
        message("cannot make the folder of {0}: {1}", path, system_error(error.value())));
  OutputFile part(path, true);
  H5File file = H5File::create(part);
  file.set_attribute("/", "format", std::string(task_format));
  file.set_attribute("/", "program_version", key.program_version);
  file.set_attribute("/", "task", key.id);
  file.set_attribute("/", "kpis", key.figures);
  file.set_attribute("/", "values_sha256", digest_of(values));
  file.write_column("/", figures(), values);
  file.close();
  part.publish_soon();
}

void write_task(const std::string& path, const Manifest& manifest, const Task& task,
                const TableData& rows) {
  write_task(path, key_of(manifest, task), row_by_row(rows));
}

TaskFound read_task(const std::string& path, const TaskKey& key) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  try {
    return read_whole(path, key);
  } catch (const InputError& error) {
    return {TaskFound::State::unusable, {}, error};
  } catch (const RunError& error) {
    return {TaskFound::State::unusable, {}, error};
  }
}

TaskFound read_task(const std::string& path, const Manifest& manifest, const Task& task) {
  return read_task(path, key_of(manifest, task));
}

TableData task_rows(const std::vector<double>& values, const Manifest& manifest, const Task& task) {
  TableData rows(sample_spec("/replications", manifest.keep));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t kpi = i % manifest.keep.size();
    if (kpi == 0)
      rows.add_value(
          0, task.replications.first + static_cast<std::uint32_t>(i / manifest.keep.size()));
    rows.add_value(1 + kpi, values[i]);
  }
  return rows;
}

}  // namespace doorstroom
