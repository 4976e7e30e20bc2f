#include "models/fields/arrivals_table.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>

#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/reading/read_values.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/yaml_text.hpp"

namespace doorstroom {
namespace {

constexpr std::array<std::string_view, 3> columns{"day", "age", "severity"};

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
  Table(const Place& place, LoadContext& context) : place_(place), context_(context) {}

  std::vector<Arrival> read(std::string_view text) {
    int number = 0;
    for (; !text.empty() && sound_;
         text.remove_prefix(std::min(end_of_line(text) + 1, text.size())))
      read_line(text.substr(0, end_of_line(text)), ++number);
    if (rows_ == 0 && sound_)
      report(place_.begin, message("the table holds no youths"),
             message(
                 "below the line that names the columns, such as day,age, give each youth a line"));
    return std::move(arrivals_);
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
    if (values.size() == names_.size()) return read_youth(values);
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
      if (std::ranges::find(columns, one.text) == columns.end() && !attribute(one.text))
        return give_up(one.location, message("{0} is not a known column", shown(one)),
                       name_the_columns());
      if (has(one.text))
        return give_up(one.location, message("the column {0} is there twice", one.text),
                       name_the_columns());
      names_.push_back(one.text);
    }
    if (!has("day"))
      give_up(values.front().location, message("the table has no column day"), name_the_columns());
  }

  AttributeId attribute(const std::string& name) const {
    return context_.scenario.attributes.find(name, &Attribute::id);
  }
  LocalizedText name_the_columns() const {
    std::vector<std::string> names(columns.begin(), columns.end());
    for (const Attribute& one : context_.scenario.attributes) names.push_back(one.id);
    return message("the first line names the columns, of which there may be {0}",
                   boost::join(names, ", "));
  }

  bool has(std::string_view name) const { return std::ranges::find(names_, name) != names_.end(); }

  void read_youth(const std::vector<Value>& values) {
    Arrival arrival;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const NodeRef at{&values[i], names_[i], values[i].location};
      if (names_[i] == "day") read_day(at, arrival);
      if (values[i].text.empty()) continue;
      if (names_[i] == "age") read_age(at, arrival);
      if (names_[i] == "severity")
        arrival.severity = context_.id_of(at, context_.scenario.severities, "severity");
      if (const AttributeId id = attribute(names_[i]))
        if (const auto value =
                context_.id_of(at, context_.scenario.attributes[id].values, names_[i]))
          arrival.values.set(id, *value);
    }
    arrivals_.push_back(arrival);
  }

  void read_day(const NodeRef& at, Arrival& arrival) {
    const ParseResult<Date> day = doorstroom::read_date(at.text());
    if (!day.value) return report(at.location(), message("day is {0}", shown(*at.value)), day.why);
    arrival.day = *day.value;
    report_outside_run(arrival.day, at.location(), at.path, context_);
  }

  void read_age(const NodeRef& at, Arrival& arrival) {
    const ParseResult<double> years = read_quantity(QuantityKind::age, at.text());
    if (!years.value)
      return report(at.location(), message("age is {0}", shown(*at.value)), years.why);
    arrival.age = *years.value * days_per_year;
  }

  Place place_;
  LoadContext& context_;
  bool sound_ = true;
  std::vector<std::string> names_;
  std::size_t rows_ = 0;
  std::vector<Arrival> arrivals_;
};

}  // namespace

void report_outside_run(Date date, SourceLocation location, const std::string& path,
                        LoadContext& context) {
  const Period& period = context.scenario.period;
  const std::int64_t day = period.day_of(date);
  if (!context.period_known || (day >= period.first_day() && day < period.horizon_day())) return;
  context.error(location, message("{0} holds {1}, outside the run", path, to_text(date)),
                message("the run covers {0} to {1}, the last not included",
                        to_text(period.date_at(period.first_day())),
                        to_text(period.date_at(period.horizon_day()))));
}

std::vector<Arrival> read_arrivals_table(const NodeRef& at, LoadContext& context) {
  const std::vector<Document>& documents = context.scenario.documents;
  const int file = at.location().file;
  const bool alone = file >= 0 && documents[file].text == at.text();
  if (alone && !check_text(documents[file].text, file, context.issues)) return {};
  return Table({at.location(), alone}, context).read(at.text());
}

}  // namespace doorstroom
