#include "results/sweep/sweep_folder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/system_error.hpp"
#include "results/file/text_file.hpp"
#include "results/sweep/message_json.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error)
    throw run_error(message("cannot make the folder {0}: {1}", path, system_error(error.value())));
}

}  // namespace

std::string SweepFolder::manifest_path(int number) const {
  return number == 1 ? path_ + "/manifest.json" : fmt::format("{}/manifest.{}.json", path_, number);
}

int SweepFolder::manifests() const {
  int there = 0;
  std::error_code ignored;
  while (fs::exists(manifest_path(there + 1), ignored)) ++there;
  return there;
}

bool SweepFolder::has_manifest() const {
  return manifests() > 0;
}

Manifest SweepFolder::manifest() const {
  const int latest = manifests();
  if (latest == 0)
    throw input_error(
        message("{0}: there is no sweep here\n  begin one with `doorstroom sweep PLAN -o {1}`",
                path_, path_));
  return manifest_of(manifest_path(latest), read_text_file(manifest_path(latest)));
}

void SweepFolder::add(const Manifest& manifest) const {
  make_folder(path_);
  write_text_file(manifest_path(manifests() + 1), to_json(manifest));
}

std::string SweepFolder::task_path(const std::string& id) const {
  return fmt::format("{}/tasks/{}/{}.h5", path_, id.substr(0, 2), id);
}

std::string SweepFolder::failure_path(const std::string& id) const {
  return fmt::format("{}/failed/{}.json", path_, id);
}

LocalizedText SweepFolder::failure(const std::string& id) const {
  const std::string noted = read_text_file(failure_path(id));
  bool deep = false;  // recursion follows it
  const auto is_flat = [&](int depth, Json::parse_event_t, const Json&) {
    constexpr int deepest = 64;
    deep = deep || depth > deepest;
    return !deep;
  };
  const Json why = Json::parse(noted, is_flat, false);
  if (deep || !why.is_object()) return noted;
  try {
    return why.contains("message") ? message_of(why["message"]) : why.value("en", noted);
  } catch (const Json::type_error&) {
    return noted;  // somebody edited the file
  }
}

void SweepFolder::note_failure(const std::string& id, const LocalizedText& why) const {
  subfolder("failed");
  const Json noted{{"en", why.in(Language::en)}, {"message", json_of(why)}};
  write_text_file(failure_path(id),
                  noted.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

void SweepFolder::forget_failure(const std::string& id) const {
  std::error_code ignored;
  fs::remove(failure_path(id), ignored);
}

std::string SweepFolder::subfolder(const std::string& name) const {
  std::string path = path_ + "/" + name;
  make_folder(path);
  return path;
}

}  // namespace doorstroom
