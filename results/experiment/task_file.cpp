#include "results/experiment/task_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

#include "engine/error.hpp"
#include "results/digest.hpp"
#include "results/h5_file.hpp"
#include "results/part_file.hpp"
#include "results/table_stream.hpp"

namespace doorstroom {
namespace {

constexpr auto format = "doorstroom.task";
constexpr auto table = "/replications";

/// Of the values of every column, bit by bit.
std::string digest_of(const TableData& rows) {
  std::string bytes;
  for (const ColumnValues& column : rows.columns)
    std::visit(
        [&](const auto& values) {
          using Value = typename std::decay_t<decltype(values)>::value_type;
          if constexpr (!std::is_same_v<Value, std::string>)
            bytes.append(reinterpret_cast<const char*>(values.data()),
                         values.size() * sizeof(Value));
        },
        column);
  return sha256(bytes);
}

std::string text_of(const H5File& file, const std::string& name) {
  if (!file.has_attribute("/", name)) return {};
  const H5Content content = file.attribute("/", name);
  return content.texts.size() == 1 ? content.texts.front() : std::string();
}

/// The rows, or why there are none to be had.
TaskFound read_whole(const std::string& path, const Manifest& manifest, const Task& task) {
  const auto unusable = [](std::string why) {
    return TaskFound{TaskFound::State::unusable, {}, std::move(why)};
  };
  const H5File file = H5File::open(path);
  if (text_of(file, "format") != format) return unusable("it is not the result of a task");
  if (text_of(file, "task") != manifest.task_id(task))
    return unusable("it is the result of another task");
  TaskFound found{TaskFound::State::whole};
  const TableSpec spec = sample_spec(table, manifest.keep);
  for (const ColumnSpec& column : spec.columns) {
    const std::string name = fmt::format("{}/{}", table, column.name);
    if (!file.has(name)) return unusable(fmt::format("{} is missing", name));
    found.rows.columns.push_back(file.dataset(name).column_values(name));
  }
  if (digest_of(found.rows) != text_of(file, "values_sha256"))
    return unusable("its values are not those that were written");
  return found;
}

}  // namespace

void write_task(const std::string& path, const Manifest& manifest, const Task& task,
                const TableData& rows) {
  PartFile part(path, true);
  H5File file = H5File::create(part.part_path());
  file.set_attribute("/", "format", std::string(format));
  file.set_attribute("/", "program_version", manifest.program.version);
  file.set_attribute("/", "task", manifest.task_id(task));
  file.set_attribute("/", "values_sha256", digest_of(rows));
  write_table(file, {sample_spec(table, manifest.keep), rows});
  file.close();
  part.publish();
}

TaskFound read_task(const std::string& path, const Manifest& manifest, const Task& task) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  try {
    return read_whole(path, manifest, task);
  } catch (const InputError& error) {
    return {TaskFound::State::unusable, {}, error.what()};
  } catch (const RunError& error) {
    return {TaskFound::State::unusable, {}, error.what()};
  }
}

}  // namespace doorstroom
