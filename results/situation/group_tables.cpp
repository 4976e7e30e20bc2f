#include "results/situation/group_tables.hpp"

#include <algorithm>

#include "models/messages/message.hpp"
#include "results/comparison/comparison.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/situation/waiting_lists.hpp"

namespace doorstroom {
namespace {

struct Group {
  std::string id;  ///< "gemeente.leiden"
  std::string label;
  std::vector<double> wait_days;  ///< mean, by replication, of all lists together
};

class GroupTables {
 public:
  explicit GroupTables(ReportSources& sources) : sources_(sources), file_(sources.base()) {
    columns_.emplace_back("arrived");
    for (const Declared& declared : declared_figures(sources.scenario(), file_))
      if (declared.kpi.is_of_system() && declared.kpi.year < 0 &&
          declared.kpi.column != "arrived" && is_kept_by_group(file_, declared.kpi.column))
        columns_.push_back(declared.kpi.column);
    for (const std::string& id : groups_in(file_)) {
      if (!(t_interval(group_values(file_, id, "arrived")).mean > 0)) continue;
      const std::string attribute = id.substr(0, id.find('.'));
      if (attributes_.empty() || attributes_.back().id != attribute)
        attributes_.push_back({attribute, {}});
      attributes_.back().groups.push_back({id, label_of(id), wait_days(id)});
    }
  }

  std::vector<ReportBlock> blocks() {
    std::vector<ReportBlock> blocks;
    for (const Attribute& attribute : attributes_) {
      if (attribute.groups.size() < 2) continue;
      if (const LocalizedText sentence = longest_wait(attribute); !sentence.empty())
        blocks.emplace_back(ReportText{sources_.localized(sentence)});
      blocks.emplace_back(table_of(attribute));
    }
    return blocks;
  }

 private:
  struct Attribute {
    std::string id;
    std::vector<Group> groups;
  };

  /// The value, without what it is a value of: "Leiden", "complex".
  std::string label_of(const std::string& group) const {
    const std::size_t dot = group.find('.');
    const std::string value = group.substr(dot + 1);
    if (group.starts_with("severity."))
      return sources_.labels().of_level(value, sources_.language());
    for (const doorstroom::Attribute& each : sources_.scenario().attributes)
      if (each.id == group.substr(0, dot))
        if (const ValueId id = each.values.find(value); id && !each.labels.empty())
          return name_in(sources_.language(), each.labels[id], value);
    return group.starts_with("age.") ? sources_.labels().of_group(group, sources_.language())
                                     : value;
  }

  /// "Municipality", as the scenario has it.
  std::string name_of(const std::string& attribute) const {
    if (attribute == "age") return sources_.localized(message("Age on arrival"));
    if (attribute == "severity") return sources_.localized(message("Severity on arrival"));
    for (const doorstroom::Attribute& each : sources_.scenario().attributes)
      if (each.id == attribute && attribute != "subregion")
        return name_in(sources_.language(), each.label, attribute);
    return sources_.localized(message("Subregion"));
  }

  std::vector<double> wait_days(const std::string& group) const {
    if (!file_.has_table("/groups_waiting")) return {};
    const Table& table = file_.table("/groups_waiting");
    const std::int32_t code = table.code_of("group", group);
    const std::vector<std::int32_t>& groups = table.codes("group");
    const std::vector<std::int32_t>& nodes = table.codes("node");
    std::vector<std::size_t> meant;
    for (std::size_t row = 0; row < table.rows(); ++row)
      if (groups[row] == code && nodes[row] == none_code) meant.push_back(row);
    return table.as_numbers("wait_mean", meant);
  }

  LocalizedText longest_wait(const Attribute& attribute) const {
    std::vector<const Group*> waiting;
    std::vector<std::vector<double>> values;
    for (const Group& group : attribute.groups)
      if (t_interval(group.wait_days).mean > 0) {
        waiting.push_back(&group);
        values.push_back(group.wait_days);
      }
    const std::vector<std::optional<RankRange>> ranks = joint_ranks(values);
    std::vector<LocalizedText> longest;
    for (std::size_t i = 0; i < waiting.size(); ++i)
      if (ranks[i] && ranks[i]->low == 1)
        longest.push_back(message("{0}, on average {1}", waiting[i]->label,
                                  value_with_bounds("day", t_interval(values[i]))));
    const std::string name = name_of(attribute.id);
    if (waiting.size() < 2 || longest.empty()) return {};
    if (longest.size() == 1)
      return message("{0}: over all lists together, this group waits longest: {1}.", name,
                     longest.front());
    if (longest.size() == waiting.size())
      return message("{0}: we cannot tell which group waits longest.", name);
    if (longest.size() <= most_ties_named)
      return message(
          "{0}: we cannot tell which group waits longest, over all lists together. It may be any "
          "of "
          "these: {1}.",
          name, between_semicolons(longest));
    return message("{0}: we cannot tell which group waits longest. {1} of {2} groups may be it.",
                   name, longest.size(), waiting.size());
  }

  ReportTable table_of(const Attribute& attribute) const {
    ReportTable table{
        .id = "groups-" + slug(attribute.id),
        .caption = sources_.localized(message("{0}: the main figures", name_of(attribute.id))),
        .corner = name_of(attribute.id),
        .columns = {},
        .rows = {}};
    for (const std::string& column : columns_) {
      const KpiDefinition& kpi = *find_kpi(group_kpis(), column);
      table.columns.push_back({kpi.label.in(sources_.language()), std::string(kpi.units)});
    }
    const bool has_waits = file_.has_table("/groups_waiting");
    if (has_waits)
      table.columns.push_back(
          {sources_.localized(message("Waited on a list, mean")), std::string("day")});
    for (const Group& group : attribute.groups) {
      ReportRow row{.header = group.label, .cells = {}};
      for (const std::string& column : columns_)
        row.cells.push_back(noise_cell(find_kpi(group_kpis(), column)->units,
                                       t_interval(group_values(file_, group.id, column)),
                                       sources_.language()));
      if (has_waits)
        row.cells.push_back(noise_cell("day", t_interval(group.wait_days), sources_.language()));
      table.rows.push_back(std::move(row));
    }
    table.note = sources_.localized(
        message("Counts are larger in larger groups. The wait is that of those who entered, "
                "over all desks and arrangements."));
    return table;
  }

  /// Only letters, digits and "-".
  static std::string slug(std::string id) {
    std::ranges::replace_if(
        id,
        [](char letter) {
          return !((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                   (letter >= '0' && letter <= '9'));
        },
        '-');
    return id;
  }

  ReportSources& sources_;
  ResultReader& file_;
  std::vector<std::string> columns_;
  std::vector<Attribute> attributes_;
};

}  // namespace

std::vector<ReportBlock> group_tables(ReportSources& sources) {
  return GroupTables(sources).blocks();
}

}  // namespace doorstroom
