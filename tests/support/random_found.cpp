// Who is found at nodes, at random: when the run begins, and on the start date.

#include "tests/support/scenario_writer.hpp"

namespace doorstroom::writing {

Text ScenarioWriter::found_by_number(const Text& id, bool desk, bool limited) {
  Text text = fmt::format("{}: {}", desk ? "in_work" : "occupied", between(0, 4));
  if (limited) text += fmt::format(", waiting: {}, waited: {}", between(0, 4), days());
  if (chance(30)) text += ", absent: " + percent(0, 100);
  if (chance(30)) text += ", severity: {light: 40%, complex: 60%}";
  if (subregions_ && chance(30)) text += ", subregion: {north: 30%, south: 70%}";
  if (attributes_ && chance(40))
    text += one_of({", gemeente: {leiden: 100%}", ", gemeente: {katwijk: 50%, noordwijk: 50%}",
                    ", swv: {town: 80%, coast: 20%}"});
  if (chance(30)) text += fmt::format(", age: {} years", between(4, 17));
  return fmt::format("  {}: {{{}}}\n", id, text);
}

/// Nobody is found who would leave by age at once.
Text ScenarioWriter::young_enough(const Text& age) const {
  return !age.empty() && std::stod(age) >= leaves_at_ ? "7" : age;
}

/// Lines of the table of `today`.
Text ScenarioWriter::rows_of(const Text& id, bool desk, bool limited) {
  Text text;
  for (int i = between(1, 4); i > 0; --i)
    text +=
        fmt::format("    {},{},{},{},{},{}{}\n", id,
                    limited && chance(50) ? "waiting"
                    : desk                ? "in_work"
                                          : "inside",
                    one_of({"", "2026-03-10", "2026-02-01", "2025-11-03", "2023-05-05"}),
                    young_enough(one_of({"", "7", "11.5", "16"})), one_of({"", "light", "complex"}),
                    one_of({"", "", "2026-03-01", "2025-12-01"}),
                    attributes_ ? one_of({",", ",leiden", ",noordwijk"}) : Text());
  return text;
}

Text ScenarioWriter::found() {
  Text initial;
  Text today;
  Text rows;
  const auto at = [&](const Text& id, bool desk, bool limited) {
    if (chance(50)) return;
    // Without further rules, nothing that may take no time at all is found under way: whoever comes
    // back at the same instant could not be told apart.
    if (desk && !limited && !more_) return;
    const bool in_initial = chance(40);
    if (in_initial) initial += found_by_number(id, desk, limited);
    if (in_initial && !warms_up_) return;
    if (in_initial || chance(80)) {
      if (chance(35))
        rows += rows_of(id, desk, limited);
      else
        today += found_by_number(id, desk, limited);
    }
  };
  for (int i = 0; i < nodes_; ++i) {
    const Text id = node_id(i);
    const bool has_staff =
        std::ranges::any_of(staffed_, [&](const auto& desk) { return desk.first == id; });
    at(id, i < desks_, i < desks_ ? has_staff : std::ranges::count(limited_, id) > 0);
  }
  if (beside_ && chance(30)) today += "  b0: {in_work: 0}\n";
  if (beside_ && chance(30)) today += "  b1: {occupied: 0}\n";
  if (!rows.empty())
    today +=
        fmt::format("  rows:\n    table: |\n      node,state,since,age,severity,absent_since{}\n",
                    attributes_ ? ",gemeente" : "");
  for (std::size_t line = 0; line < rows.size();) {
    const std::size_t end = rows.find('\n', line) + 1;
    today += "  " + rows.substr(line, end - line);
    line = end;
  }
  return (initial.empty() ? "" : "initial:\n" + initial) +
         (today.empty() ? "" : "today:\n" + today);
}

}  // namespace doorstroom::writing
