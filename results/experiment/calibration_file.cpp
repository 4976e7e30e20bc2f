#include "results/experiment/calibration_file.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/file/result_format.hpp"
#include "results/file/text_file.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;

std::string path_in(const std::string& folder) {
  return (std::filesystem::path(folder) / "calibration.json").string();
}

CalibratedSets sets_in(const Json& json, const std::string& folder) {
  CalibratedSets sets{folder, json.at("scenario"), json.at("scenario_sha256"), {}, {}};
  for (const Json& input : json.at("inputs")) sets.paths.push_back(input.at("path"));
  for (const Json& set : json.at("sets")) {
    std::vector<std::string>& values = sets.values.emplace_back();
    for (const std::string& path : sets.paths) values.push_back(set.at("values").at(path));
  }
  return sets;
}

}  // namespace

void write_calibration(const std::string& folder, const std::string& json) {
  write_text_file(path_in(folder), json);
}

CalibratedSets read_calibrated_sets(const std::string& folder) {
  const std::string path = path_in(folder);
  const std::string text = read_text_file(path);
  if (text.empty())
    throw input_error(
        message("--over {0}: there is no calibration in this folder\n  make one: doorstroom "
                "calibrate FILE -o {0}; or give --over evidence, for the ranges as they are",
                folder));
  try {
    const Json json = Json::parse(text);
    if (json.at("format") != calibration_format.name ||
        json.at("format_version") != calibration_format.version)
      throw input_error(
          message("{0}: this is of the format {1} {2}, and not of {3} {4}\n  make it anew: "
                  "doorstroom calibrate FILE -o DIR",
                  path, json.at("format").get<std::string>(), json.at("format_version").dump(),
                  std::string(calibration_format.name), calibration_format.version));
    CalibratedSets sets = sets_in(json, folder);
    if (sets.values.empty())
      throw input_error(
          message("--over {0}: the calibration in this folder left no set of inputs\n  doorstroom "
                  "calibrate tells which targets were not met together; give --over evidence, for "
                  "the ranges as they are",
                  folder));
    return sets;
  } catch (const Json::exception& error) {
    throw input_error(message(
        "{0}: this is no calibration: {1}\n  make it anew: doorstroom calibrate FILE -o DIR", path,
        error.what()));
  }
}

}  // namespace doorstroom
