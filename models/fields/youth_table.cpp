#include "models/fields/youth_table.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <filesystem>
#include <utility>

#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/reading/read_values.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/yaml_text.hpp"

namespace doorstroom {
namespace {

/// Where a table stands: alone in a document, or somewhere in one.
struct Place {
  SourceLocation begin;
  bool alone = false;

  SourceLocation at(int line, std::string_view before) const {
    return alone ? SourceLocation{begin.file, line, static_cast<int>(characters(before).size()) + 1}
                 : begin;
  }
};

/// The values of a line, without the blanks around them.
std::vector<Value> values_of(std::string_view line, const Place& place, int number) {
  std::vector<Value> values;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(',', begin), line.size());
    const std::string_view whole = line.substr(begin, end - begin);
    const std::size_t blanks = std::min(whole.find_first_not_of(" \t"), whole.size());
    Value& value = values.emplace_back();
    value.kind = Value::Kind::scalar;
    value.text = boost::trim_copy(std::string(whole));
    value.location = place.at(number, line.substr(0, begin + blanks));
    begin = end + 1;
  }
  return values;
}

class Table {
 public:
  Table(const Place& place, const TableColumns& columns, LoadContext& context,
        const std::function<void(const TableRow&)>& read)
      : place_(place), columns_(columns), context_(context), read_(read) {}

  void read(std::string_view text) {
    int number = 0;
    for (; !text.empty() && sound_;
         text.remove_prefix(std::min(end_of_line(text) + 1, text.size())))
      read_line(text.substr(0, end_of_line(text)), ++number);
    if (rows_ == 0 && sound_)
      report(place_.begin, message("the table holds no youths"),
             message("below the line that names the columns, such as {0}, give each youth a line",
                     boost::join(std::vector(columns_.known.begin(), columns_.known.begin() + 2),
                                 ",")));
  }

 private:
  static std::size_t end_of_line(std::string_view text) {
    return std::min(text.find('\n'), text.size());
  }

  void report(SourceLocation location, LocalizedText problem, LocalizedText suggestion) {
    context_.error(location, std::move(problem), std::move(suggestion));
  }
  /// Of what makes it useless to read on.
  void give_up(SourceLocation location, LocalizedText problem, LocalizedText suggestion) {
    report(location, std::move(problem), std::move(suggestion));
    sound_ = false;
  }

  void read_line(std::string_view line, int number) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    const std::size_t foreign = line.find_first_of("\";");
    if (foreign != std::string_view::npos) return report_foreign(line, number, foreign);
    const std::vector<Value> values = values_of(line, place_, number);
    if (names_.empty()) return read_names(values);
    ++rows_;
    if (values.size() == names_.size()) return read_(TableRow(names_, values));
    report(values.front().location,
           message("the line has {0} values for {1} columns", values.size(), names_.size()),
           message(
               "give each column its value, or nothing between two commas; a decimal has a point"));
  }

  void report_foreign(std::string_view line, int number, std::size_t at) {
    const bool quote = line[at] == '"';
    give_up(place_.at(number, line.substr(0, at)),
            quote ? message("the table has a quote") : message("the table has a semicolon"),
            quote ? message("no value needs quotes; take them out")
                  : message("values have a comma between; save the table with commas"));
  }

  void read_names(const std::vector<Value>& values) {
    for (const Value& one : values) {
      const bool is_attribute{context_.scenario.attributes.find(one.text, &Attribute::id)};
      if (std::ranges::find(columns_.known, one.text) == columns_.known.end() && !is_attribute)
        return give_up(one.location, message("{0} is not a known column", shown(one)),
                       name_the_columns());
      if (has(one.text))
        return give_up(one.location, message("the column {0} is there twice", one.text),
                       name_the_columns());
      names_.push_back(one.text);
    }
    for (std::size_t i = 0; i < columns_.required; ++i)
      if (!has(columns_.known[i]))
        return give_up(values.front().location,
                       message("the table has no column {0}", columns_.known[i]),
                       name_the_columns());
  }

  LocalizedText name_the_columns() const {
    std::vector<std::string> names = columns_.known;
    for (const Attribute& one : context_.scenario.attributes) names.push_back(one.id);
    return message("the first line names the columns, of which there may be {0}",
                   boost::join(names, ", "));
  }

  bool has(std::string_view name) const { return std::ranges::find(names_, name) != names_.end(); }

  Place place_;
  const TableColumns& columns_;
  LoadContext& context_;
  const std::function<void(const TableRow&)>& read_;
  bool sound_ = true;
  std::vector<std::string> names_;
  std::size_t rows_ = 0;
};

/// So that the resolved scenario, which holds the tables, can be read again.
constexpr std::size_t largest_table = std::size_t{512} << 10;

/// @param map  that names the file of the table
/// @param closed  document that may name none
void take_in_table(Value& map, std::vector<Document>& documents, Issues& issues, int closed) {
  const Entry* file = map.find("file");
  if (!file || !file->value->is_scalar()) return;
  const SourceLocation location = file->value->location;
  if (closed >= 0 && location.file == closed) {
    issues.error(location, message("{0} is named as a table", shown(*file->value)),
                 message("a variant reads no files; write that into the scenario"));
    map.erase("file");
    return;
  }
  const auto folder = location.file < 0
                          ? std::filesystem::path()
                          : std::filesystem::path(documents[location.file].path).parent_path();
  const std::string path = (folder / file->value->text).string();
  map.erase("file");
  const auto text = read_small_file(path, largest_table, location, issues);
  if (!text) return;
  const SourceLocation begin{static_cast<int>(documents.size()), 1, 1};
  documents.push_back({path, *text});
  map.set("table", Value::scalar(*text, begin), location);
}

}  // namespace

NodeRef TableRow::cell(std::string_view column) const {
  const auto found = std::ranges::find(names_, column);
  if (found == names_.end()) return {nullptr, std::string(column), location()};
  const Value& value = values_[static_cast<std::size_t>(found - names_.begin())];
  return {&value, std::string(column), value.location};
}

NodeRef TableRow::operator[](std::string_view column) const {
  NodeRef at = cell(column);
  if (at.text().empty()) at.value = nullptr;
  return at;
}

void read_youth_table(const NodeRef& at, const TableColumns& columns, LoadContext& context,
                      const std::function<void(const TableRow&)>& read) {
  const std::vector<Document>& documents = context.scenario.documents;
  const int file = at.location().file;
  const bool alone = file >= 0 && documents[file].text == at.text();
  if (alone && !check_text(documents[file].text, file, context.issues)) return;
  Table({at.location(), alone}, columns, context, read).read(at.text());
}

void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues, int closed) {
  if (const Entry* sources = tree.find("sources"))
    for (const Entry& source : sources->value->entries)
      if (const Entry* arrivals = source.value->find("arrivals"))
        take_in_table(*arrivals->value, documents, issues, closed);
  if (const Entry* today = tree.find("today"))
    if (const Entry* rows = today->value->find("rows"))
      take_in_table(*rows->value, documents, issues, closed);
}

KnownPerson read_known_person(const TableRow& row, LoadContext& context) {
  KnownPerson person;
  if (const NodeRef at = row["age"]) {
    const ParseResult<double> years = read_quantity(QuantityKind::age, at.text());
    if (years.value)
      person.age = *years.value * days_per_year;
    else
      context.error(at.location(), message("age is {0}", shown(*at.value)), years.why);
  }
  if (const NodeRef at = row["severity"])
    person.severity = context.id_of(at, context.scenario.severities, "severity");
  for (const AttributeId id : context.scenario.attributes.ids()) {
    const Attribute& attribute = context.scenario.attributes[id];
    if (const NodeRef at = row[attribute.id])
      if (const auto value = context.id_of(at, attribute.values, attribute.id))
        person.values.set(id, *value);
  }
  return person;
}

std::optional<Date> read_date_in_table(const NodeRef& at, LoadContext& context) {
  const ParseResult<Date> day = read_date(at.text());
  if (!day.value)
    context.error(at.location(), message("{0} is {1}", at.path, shown(*at.value)), day.why);
  return day.value;
}

}  // namespace doorstroom
