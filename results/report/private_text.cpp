#include "results/report/private_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace doorstroom {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool is_in_id(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
bool is_separator(char c) {
  return c == '/' || c == '\\';
}
bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}
/// What stands around words and paths, but is no part of them.
bool ends_word(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0 || is_quote(c) ||
         std::string_view(",;()[]{}<>|").find(c) != npos;
}

std::string_view last_part(std::string_view path) {
  const std::size_t separator = path.find_last_of("/\\");
  return separator == npos ? path : path.substr(separator + 1);
}

/// Whether a name ends like that of a file: ".h5", ".yaml".
bool has_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == npos || dot == 0 || dot + 1 >= name.size() || !is_letter(name[dot + 1])) return false;
  const std::string_view ending = name.substr(dot + 1);
  constexpr std::size_t longest = 8;
  return ending.size() <= longest &&
         std::ranges::all_of(ending, [](char c) { return is_letter(c) || is_digit(c); });
}

/// Reads a text from left to right, and writes it without folders.
class FolderRemover {
 public:
  explicit FolderRemover(std::string_view text)
      : text_(text), is_command_(text.starts_with("doorstroom ")) {}

  std::string result() {
    while (at_ < text_.size()) {
      if (begins_word() && (take_address() || take_path())) continue;
      result_ += text_[at_++];
    }
    return std::move(result_);
  }

 private:
  bool begins_word() const {
    if (at_ == 0) return true;
    const char before = text_[at_ - 1];
    return ends_word(before) || before == '=' || before == ':' || before == '@';
  }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view word() const {
    const std::string_view all = rest();
    std::size_t end = 0;
    while (end < all.size() && (!ends_word(all[end]) || is_escaped(all, end))) ++end;
    return all.substr(0, end);
  }
  /// A space in a path, as shells write it.
  static bool is_escaped(std::string_view text, std::size_t at) {
    return at > 0 && text[at] == ' ' && text[at - 1] == '\\';
  }

  /// An address of the web stays as it is, but for who logs in; one of a file is a path.
  bool take_address() {
    const std::string_view address = word();
    const std::size_t scheme = address.find("://");
    if (scheme == npos || scheme == 0 || !std::ranges::all_of(address.substr(0, scheme), is_letter))
      return false;
    at_ += address.size();
    if (address.starts_with("file:")) {
      result_ += last_part(address);
      return true;
    }
    const std::size_t host = scheme + 3;
    const std::size_t login = address.substr(0, address.find('/', host)).rfind('@');
    result_ += address.substr(0, host);
    result_ += address.substr(login == npos ? host : login + 1);
    return true;
  }

  bool take_path() {
    const std::string_view path = path_here();
    if (path.empty()) return false;
    at_ += path.size();
    result_ += shown(path);
    return true;
  }

  /// The path that begins here; empty when none does.
  std::string_view path_here() const {
    const std::string_view all = rest();
    const bool drive = all.size() > 2 && is_letter(all[0]) && all[1] == ':' && is_separator(all[2]);
    const bool share = all.starts_with("\\\\");
    const bool rooted = all.size() > 1 && all[0] == '/' && !ends_word(all[1]);
    const bool home = all.starts_with('~') && !all.substr(1, word().size()).empty() &&
                      word().find_first_of("/\\") != npos;
    const bool dots = all.starts_with("./") || all.starts_with("../") || all.starts_with(".\\") ||
                      all.starts_with("..\\");
    if (drive || share || rooted || home || dots) {
      const std::string_view path = whole_path(drive || share);
      return rooted && is_single(path) ? std::string_view() : path;
    }
    const std::string_view relative = trimmed(word());
    const std::size_t separator = relative.find_first_of("/\\");
    const bool has_folder = separator != npos && relative.substr(0, separator).find('=') == npos;
    return has_folder && (is_command_ || has_ending(last_part(relative))) ? relative
                                                                          : std::string_view();
  }

  /// Such as the name of a table in a result file.
  static bool is_single(std::string_view path) {
    return path.find_first_of("/\\", 1) == npos && !has_ending(path);
  }

  /// In quotes up to where they close; elsewhere a word, and more words when the name of a user, or
  /// of a folder of Windows, goes on in them.
  std::string_view whole_path(bool windows) const {
    const std::string_view all = rest();
    if (at_ > 0 && is_quote(text_[at_ - 1])) {
      const std::size_t close = all.find(text_[at_ - 1]);
      if (close != npos) return all.substr(0, close);
    }
    std::size_t size = word().size();
    while (size < all.size() && all[size] == ' ') {
      const std::string_view path = all.substr(0, size);
      const std::size_t next = next_separator(size);
      const bool goes_on = next != npos && (windows ? all[next] == '\\' : is_home(path));
      if (!goes_on) break;
      size = next + 1;
      while (size < all.size() && !ends_word(all[size])) ++size;
    }
    return trimmed(all.substr(0, size));
  }

  /// The first separator behind a space, if it comes before anything that a path does not hold, and
  /// no other path begins there.
  std::size_t next_separator(std::size_t from) const {
    const std::string_view all = rest();
    for (std::size_t i = from; i < all.size(); ++i) {
      if (is_separator(all[i])) return all[i - 1] == ' ' || all[i - 1] == ':' ? npos : i;
      if (all[i] != ' ' && ends_word(all[i])) return npos;
    }
    return npos;
  }

  /// Whether the last part of a path is the name of a user.
  static bool is_home(std::string_view path) {
    const std::size_t separator = path.find_last_of("/\\");
    if (separator == npos) return false;
    const std::string_view folder = last_part(path.substr(0, separator));
    constexpr std::array homes{"home", "Users", "users"};
    return std::ranges::find(homes, folder) != homes.end();
  }

  /// Without what ends a sentence.
  static std::string_view trimmed(std::string_view path) {
    while (!path.empty() && std::string_view(".:!?").find(path.back()) != npos)
      path.remove_suffix(1);
    return path;
  }

  static std::string_view shown(std::string_view path) {
    while (path.size() > 1 && is_separator(path.back())) path.remove_suffix(1);
    return is_home(path) ? std::string_view("~") : last_part(path);
  }

  std::string_view text_;
  bool is_command_;  ///< of the program: each word with a separator is a path
  std::size_t at_ = 0;
  std::string result_;
};

}  // namespace

std::string without_folders(std::string_view text) {
  return FolderRemover(text).result();
}

bool names_start(std::string_view text) {
  constexpr std::string_view path = "today.";
  for (std::size_t found = text.find(path); found != npos; found = text.find(path, found + 1)) {
    std::size_t end = found + path.size();
    while (end < text.size() && (is_in_id(text[end]) || text[end] == '*')) ++end;
    const bool goes_on = end + 1 < text.size() && end > found + path.size() &&
                         (text[end] == '=' || (text[end] == '.' && is_letter(text[end + 1])));
    if (goes_on && (found == 0 || !(is_in_id(text[found - 1]) || text[found - 1] == '-')))
      return true;
  }
  return false;
}

std::string without_start_counts(std::string_view text) {
  if (!names_start(text)) return std::string(text);
  const auto digit_at = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  std::string kept;
  bool in_name = false;  // digits of an id stay
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_digit(c) && !in_name) {
      while (digit_at(i) || (digit_at(i + 1) && (text[i] == '.' || text[i] == ','))) ++i;
      kept += "...";
      continue;
    }
    in_name = is_letter(c) || c == '_' || (in_name && (is_digit(c) || c == '.'));
    kept += c;
    ++i;
  }
  return kept;
}

}  // namespace doorstroom
