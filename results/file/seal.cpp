#include "results/file/seal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view superblock_signature = "\x89HDF\r\n\x1a\n";
constexpr std::size_t piece_bytes = std::size_t{256} * 1024;

/// Reads as much as there is. @return bytes read; nothing when the disk fails
std::optional<std::size_t> read_at(int file, std::size_t offset, std::span<std::byte> into) {
  std::size_t read = 0;
  while (read < into.size()) {
    const ssize_t got =
        pread(file, into.data() + read, into.size() - read, static_cast<off_t>(offset + read));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    read += static_cast<std::size_t>(got);
  }
  return read;
}

using SealBlock = std::array<char, seal_bytes>;

std::span<std::byte> bytes_of(SealBlock& block) {
  return std::as_writable_bytes(std::span(block));
}

/// The seal that a file should have. Nothing when the disk fails.
std::optional<SealBlock> seal_of(int file) {
  struct stat facts {};
  if (fstat(file, &facts) < 0) return std::nullopt;
  Sha256 digest;
  std::vector<std::byte> piece(std::min(piece_bytes, static_cast<std::size_t>(facts.st_size) + 1));
  std::size_t length = seal_bytes;
  for (;;) {
    const std::optional<std::size_t> got = read_at(file, length, piece);
    if (!got) return std::nullopt;
    digest.add(std::span(piece).first(*got));
    length += *got;
    if (*got < piece.size()) break;
  }
  SealBlock block{};
  fmt::format_to(block.begin(), "doorstroom 1 sha256 {} {}\n", digest.hexadecimal(), length);
  return block;
}

/// The length that a seal tells; nothing when it tells none.
std::optional<std::uintmax_t> length_in(const SealBlock& block) {
  std::uintmax_t length = 0;
  const std::string text(block.data(), strnlen(block.data(), block.size()));
  if (std::sscanf(text.c_str(), "doorstroom 1 sha256 %*64[0-9a-f] %ju\n", &length) != 1)
    return std::nullopt;
  return length;
}

[[noreturn]] void cannot_read(const std::string& path, int error) {
  throw input_error(message("cannot read {0}: {1}", path, system_error(error)));
}

/// The state of a file at which it was summed: what writes to it or replaces it changes that.
using Summed = std::tuple<dev_t, ino_t, off_t, time_t, long, time_t, long>;

Summed summed(const struct stat& facts) {
  return {facts.st_dev,          facts.st_ino,         facts.st_size,        facts.st_mtim.tv_sec,
          facts.st_mtim.tv_nsec, facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec};
}

// What was summed and found good, and what the user accepts, hold for the process: a command opens
// one file at several places, none of which knows of the other.
std::set<Summed>& found_good() {
  static std::set<Summed> files;
  return files;
}
bool accepts_changed = false;

void check_seal(const std::string& path, int file, const struct stat& facts) {
  SealBlock found{};
  const std::optional<std::size_t> got = read_at(file, 0, bytes_of(found));
  if (!got) cannot_read(path, errno);
  if (std::string_view(found.data(), found.size()).starts_with(superblock_signature)) return;
  const std::optional<std::uintmax_t> length = length_in(found);
  if (!length) {
    SealBlock behind{};
    if (!read_at(file, seal_bytes, bytes_of(behind))) cannot_read(path, errno);
    if (!std::string_view(behind.data(), behind.size()).starts_with(superblock_signature)) return;
  } else if (static_cast<std::uintmax_t>(facts.st_size) < *length) {
    throw input_error(message(
        "{0}: the end of the file is missing: {1} of {2} bytes are there\n  copy it again, or make "
        "it again",
        path, facts.st_size, *length));
  }
  const std::optional<SealBlock> now = seal_of(file);
  if (!now) cannot_read(path, errno);
  if (*now != found)
    throw input_error(
        message("{0}: damaged, or saved by another program: its checksum is another\n  copy it "
                "again, or make it again; --accept-changed reads it as it is",
                path));
}

}  // namespace

void seal(const std::string& path) {
  const FileDescriptor file(open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  seal(file.number(), path);
}

void seal(int file, const std::string& name) {
  const auto cannot = [&](int error) -> RunError {
    return run_error(message("cannot write {0}: {1}", name, system_error(error)));
  };
  if (file < 0) throw cannot(errno);
  const std::optional<SealBlock> block = seal_of(file);
  if (!block) throw cannot(errno);
  for (std::size_t done = 0; done < block->size();) {
    const ssize_t written =
        pwrite(file, block->data() + done, block->size() - done, static_cast<off_t>(done));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw cannot(written < 0 ? errno : ENOSPC);
    done += static_cast<std::size_t>(written);
  }
}

SealedFile::SealedFile(const std::string& name, const FileDescriptor& file) {
  if (fstat(file.number(), &facts_) < 0) cannot_read(name, errno);
  if (accepts_changed || found_good().contains(summed(facts_))) return;
  check_seal(name, file.number(), facts_);
  found_good().insert(summed(facts_));
}

bool SealedFile::is_open_at(int descriptor) const {
  struct stat there {};
  return fstat(descriptor, &there) == 0 && summed(there) == summed(facts_);
}

void accept_changed_files() {
  accepts_changed = true;
}

}  // namespace doorstroom
