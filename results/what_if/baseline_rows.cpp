#include "results/what_if/baseline_rows.hpp"

#include <fmt/format.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t room = std::size_t{32} << 20;  ///< taken only where it is written [byte]
constexpr std::size_t digest_size = 64;              ///< in hexadecimal

std::string digest_of(const std::string& key, std::uint32_t replication,
                      std::span<const double> row) {
  std::string whole = fmt::format("{}\n{}\n", key, replication);
  const auto bytes = std::as_bytes(row);
  whole.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return sha256(whole);
}

}  // namespace

BaselineRows::BaselineRows() {
  void* const mapped =
      mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED)
    throw run_error(message("no memory to keep replications in: {0}", system_error(errno)));
  memory_ = static_cast<std::byte*>(mapped);
}

BaselineRows::~BaselineRows() {
  munmap(memory_, room);
}

std::byte* BaselineRows::place(std::uint32_t replication, std::size_t width) const {
  const std::size_t size = digest_size + width * sizeof(double);
  return replication < room / size ? memory_ + replication * size : nullptr;
}

std::optional<std::vector<double>> BaselineRows::find(const std::string& key,
                                                      std::uint32_t replication,
                                                      std::size_t width) const {
  const std::byte* const kept = place(replication, width);
  if (kept == nullptr) return std::nullopt;
  std::vector<double> row(width);
  std::memcpy(row.data(), kept + digest_size, width * sizeof(double));
  const std::string_view digest(reinterpret_cast<const char*>(kept), digest_size);
  if (digest != digest_of(key, replication, row)) return std::nullopt;
  return row;
}

void BaselineRows::keep(const std::string& key, std::uint32_t replication,
                        std::span<const double> row) {
  std::byte* const kept = place(replication, row.size());
  if (kept == nullptr) return;
  std::memcpy(kept + digest_size, row.data(), row.size_bytes());
  std::memcpy(kept, digest_of(key, replication, row).data(), digest_size);
}

}  // namespace doorstroom
