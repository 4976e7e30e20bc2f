#include "results/what_if/kept_texts.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t slots = 1024;
constexpr std::size_t slot_size = 16'384;  ///< taken only where it is written [byte]
constexpr std::size_t hexadecimals = 64;   ///< of a digest

/// What stands before a text in its slot.
struct SlotHead {
  char digest[hexadecimals];  ///< of the key and what is kept
  std::uint32_t size;         ///< of what is kept [byte]
};

/// What a file is while nobody changes it; empty where it cannot be told, or not yet.
std::string identity_of(const std::string& path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0) return "";
  constexpr std::time_t settled{2};  ///< [s]
  if (facts.st_ctim.tv_sec + settled > std::time(nullptr)) return "";
  return fmt::format("{} {} {} {}.{} {}.{}", facts.st_dev, facts.st_ino, facts.st_size,
                     facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, facts.st_ctim.tv_sec,
                     facts.st_ctim.tv_nsec);
}

}  // namespace

KeptTexts::KeptTexts() {
  void* const mapped =
      mmap(nullptr, slots * slot_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED)
    throw run_error(message("no memory to keep replications in: {0}", system_error(errno)));
  memory_ = static_cast<std::byte*>(mapped);
}

KeptTexts::~KeptTexts() {
  munmap(memory_, slots * slot_size);
}

std::optional<std::string> KeptTexts::text(const std::string& key,
                                           const std::function<std::optional<MadeText>()>& make) {
  if (std::optional<std::string> kept = find(key)) return kept;
  std::optional<MadeText> made = make();
  if (!made) return std::nullopt;
  keep(key, *made);
  return std::move(made->text);
}

std::byte* KeptTexts::place(const std::string& key) const {
  return memory_ + std::hash<std::string>()(key) % slots * slot_size;
}

std::optional<std::string> KeptTexts::find(const std::string& key) const {
  const std::byte* const kept = place(key);
  SlotHead head{};
  std::memcpy(&head, kept, sizeof head);
  if (head.size == 0 || head.size > slot_size - sizeof head) return std::nullopt;
  const std::string whole(reinterpret_cast<const char*>(kept + sizeof head), head.size);
  if (std::string_view(head.digest, hexadecimals) != sha256(key + "\n" + whole))
    return std::nullopt;
  const nlohmann::json json = nlohmann::json::parse(whole);
  for (const auto& [path, identity] : json.at("files").items())
    if (identity_of(path) != identity.get<std::string>()) return std::nullopt;
  return json.at("text").get<std::string>();
}

void KeptTexts::keep(const std::string& key, const MadeText& made) {
  nlohmann::json json{{"text", made.text}, {"files", nlohmann::json::object()}};
  for (const std::string& path : made.files) {
    const std::string identity = identity_of(path);
    if (identity.empty()) return;
    json["files"][path] = identity;
  }
  const std::string whole = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  SlotHead head{};
  if (whole.size() > slot_size - sizeof head) return;
  head.size = static_cast<std::uint32_t>(whole.size());
  std::memcpy(head.digest, sha256(key + "\n" + whole).data(), hexadecimals);
  std::byte* const kept = place(key);
  std::memcpy(kept + sizeof head, whole.data(), whole.size());
  std::memcpy(kept, &head, sizeof head);
}

}  // namespace doorstroom
