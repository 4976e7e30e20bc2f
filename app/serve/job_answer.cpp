#include "app/serve/job_answer.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace doorstroom {
namespace {

constexpr std::string_view last_line = ".\n";

}  // namespace

void JobAnswerWriter::begin(int status, std::string_view type) {
  write_all(fmt::format("{} {}\n", status, type));
}

void JobAnswerWriter::send(std::string_view text) {
  write_all(text);
}

void JobAnswerWriter::end() {
  write_all(last_line);
}

void JobAnswerWriter::write_all(std::string_view text) const {
  while (!text.empty()) {
    const ssize_t written = write(out_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void JobAnswerReader::add(std::string_view piece) {
  pending_ += piece;
  if (!status_) read_head();
}

void JobAnswerReader::read_head() {
  const std::size_t end = pending_.find('\n');
  if (end == std::string::npos) return;
  const std::string head = pending_.substr(0, end);
  pending_.erase(0, end + 1);
  const std::size_t space = std::min(head.find(' '), head.size());
  int status = 0;
  std::from_chars(head.data(), head.data() + space, status);
  status_ = status;
  type_ = head.substr(std::min(space + 1, head.size()));
}

std::string JobAnswerReader::take_lines() {
  if (!status_) return {};
  std::string lines = pending_.substr(0, pending_.rfind('\n') + 1);
  pending_.erase(0, lines.size());
  const bool ends_here = lines == last_line || lines.ends_with("\n.\n");
  if (ends_here) {
    whole_ = true;
    lines.resize(lines.size() - last_line.size());
  }
  return lines;
}

}  // namespace doorstroom
