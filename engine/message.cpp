#include "engine/message.hpp"

#include <cstring>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// Words of the user within a sentence: a name of a file may hold an end of line, which would begin
/// a line of the program's own.
std::string within_line(std::string_view words) {
  std::string text;
  for (const char c : words)
    if (c == '\n')
      text += "\\n";
    else
      text += c;
  return text;
}

/// A pattern with its placeholders filled in. One that is not known stays as it is.
std::string filled(std::string_view pattern, const Message& message, const Translate& translate) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const Placeholder next = next_placeholder(pattern, at);
    text += pattern.substr(at, next.begin - at);
    at = next.end;
    const bool brace = next.name == "{" || next.name == "}";
    const std::size_t argument = brace || next.name.empty() ? message.arguments.size()
                                                            : argument_of(next.name, message.text);
    if (argument < message.arguments.size()) {
      const Message& words = message.arguments[argument];
      text += words.kind == Message::Kind::verbatim ? within_line(words.text)
                                                    : filled_in(words, translate);
    } else {
      text += brace ? next.name : pattern.substr(next.begin, next.end - next.begin);
    }
  }
  return text;
}

/// Each line set in by two, and ended.
std::string indented(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines += "  ";
    lines += text.substr(0, end);
    lines += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

class Packer {
 public:
  void add(const Message& message) {
    add(&message.kind, sizeof message.kind);
    add(&message.count, sizeof message.count);
    for (const std::string* text : {&message.context, &message.text, &message.plural}) {
      add_size(text->size());
      add(text->data(), text->size());
    }
    add_size(message.arguments.size());
    for (const Message& argument : message.arguments) add(argument);
  }
  std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  void add_size(std::uint64_t size) { add(&size, sizeof size); }
  void add(const void* from, std::size_t size) {
    const auto* bytes = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), bytes, bytes + size);
  }

  std::vector<std::byte> bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::span<const std::byte> bytes) : bytes_(bytes) {}

  Message message() {
    Message message;
    take(&message.kind, sizeof message.kind);
    take(&message.count, sizeof message.count);
    for (std::string* text : {&message.context, &message.text, &message.plural}) {
      text->resize(size());
      take(text->data(), text->size());
    }
    for (std::uint64_t left = size(); left > 0; --left)
      message.arguments.push_back(this->message());
    return message;
  }

 private:
  /// Of no more than there are bytes.
  std::uint64_t size() {
    std::uint64_t size = 0;
    take(&size, sizeof size);
    DOORSTROOM_EXPECT(size <= bytes_.size());
    return size;
  }
  void take(void* to, std::size_t size) {
    DOORSTROOM_EXPECT(size <= bytes_.size());
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
  }

  std::span<const std::byte> bytes_;
};

}  // namespace

std::string_view english_pattern(const Message& message) {
  return message.plural.empty() || message.count == 1 ? message.text : message.plural;
}

std::string filled_in(const Message& message, const Translate& translate) {
  if (message.kind == Message::Kind::verbatim) return message.text;
  if (message.kind == Message::Kind::pattern) return filled(translate(message), message, translate);
  std::string text;
  for (const Message& each : message.arguments) text += filled_in(each, translate);
  return message.kind == Message::Kind::indented ? indented(text) : text;
}

std::vector<std::byte> packed(const Message& message) {
  Packer packer;
  packer.add(message);
  return packer.take();
}

Message unpacked(std::span<const std::byte> bytes) {
  return Unpacker(bytes).message();
}

}  // namespace doorstroom
