#include "results/export/export_choice.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "models/messages/did_you_mean.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// Long tables that few people open.
constexpr std::array<std::string_view, 3> only_when_asked{"/census", "/visits", "/youths"};

std::string path_of(const std::string& name) {
  return name.starts_with('/') ? name : "/" + name;
}

/// The name of a table becomes that of a file, or of a sheet: it must not lead anywhere else.
void check_name(const std::string& path, const std::string& file) {
  constexpr std::size_t longest = 31;  // that a sheet can have
  const std::string name = path.substr(1);
  const bool plain = std::ranges::all_of(name, [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (plain && !name.empty() && name.size() <= longest) return;
  throw input_error(
      message("{0}: a table is named `{1}`, which cannot be the name of a file or a sheet\n  names "
              "are letters, digits and _, {2} at most; the file is damaged, or of another program",
              file, name, longest));
}

}  // namespace

std::vector<TableSpec> chosen_tables(const ResultReader& file, const ExportChoice& choice) {
  const std::vector<std::string> known = file.tables();
  for (const std::string& name : choice.tables) {
    if (std::ranges::find(known, path_of(name)) != known.end()) continue;
    const auto meant = did_you_mean(path_of(name), known);
    throw input_error(message("{0} has no table `{1}`\n  {2}", file.path(), name,
                              meant ? message("did you mean {0}?", *meant)
                                    : message("its tables are {0}", either(known))));
  }
  std::vector<TableSpec> tables;
  for (const std::string& path : known) {
    const bool named = std::ranges::find(choice.tables, path, path_of) != choice.tables.end();
    const bool usual =
        choice.tables.empty() &&
        (choice.all || std::ranges::find(only_when_asked, path) == only_when_asked.end());
    if (!named && !usual) continue;
    check_name(path, file.path());
    tables.push_back(file.spec(path));
  }
  return tables;
}

}  // namespace doorstroom
