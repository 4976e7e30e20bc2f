#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/messages/message.hpp"
#include "results/decisions/bottlenecks_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/parameter_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

class BottlenecksText : AnswerText {
 public:
  BottlenecksText(const BottleneckQuestion& question, const Bottlenecks& found,
                  const Simulations& simulations, const AnswerReader& reader)
      : AnswerText(simulations.scenario(0), reader), question_(question), found_(found) {}

  AnswerWords words() {
    add(message("Where a little more helps most: {0}\n", labels_.of(question_.kpi, language_)));
    add_first();
    std::string before = std::exchange(text_, {});
    add_left_out();
    add_limits();
    return {std::move(before), table(), std::move(text_)};
  }

 private:
  std::string units() const { return std::string(question_.kpi.definition().units); }
  std::string label(const std::string& node) const { return labels_.of_node(node, language_); }

  LocalizedText step_text(const BottleneckRow& row) const {
    return row.unit.empty()
               ? message_plural("{0} place", "{0} places", static_cast<std::int64_t>(row.step))
               : LocalizedText(parameter_text(row.step, row.unit, language_));
  }

  std::string names(const std::vector<std::string>& nodes) const {
    std::vector<LocalizedText> parts;
    for (const std::string& node : nodes) parts.emplace_back(label(node));
    return localized(all_of(parts));
  }

  bool helps(const BottleneckRow& row) const {
    const Interval& effect = row.effect.difference;
    return question_.kpi.definition().preferred == PreferredDirection::lower ? effect.high < 0
                                                                             : effect.low > 0;
  }

  void add_first() {
    if (found_.rows.empty()) return add(message("Nobody waits anywhere.\n"));
    const BottleneckRow& first = found_.rows.front();
    if (!helps(first))
      return add(
          on_page_
              ? message("Of none of these steps is an effect for the better shown. Look at more "
                        "replications, or at what the waits are made of: a wait for a start date, "
                        "or at one site while others have room, is no lack of capacity.\n")
              : message(
                    "Of none of these steps is an effect for the better shown. Look at more "
                    "replications (--replications), or at what the waits are made of: a wait for a "
                    "start date, or at one site while others have room, is no lack of "
                    "capacity.\n"));
    const NumberText numbers = NumberText::of_difference(units(), first.effect.difference);
    const Interval& all = first.effect.difference;
    add(message("{0}: {1} more changes it by {2}.\n", label(first.node), step_text(first),
                numbers.value_and_bounds(all.mean, all.low, all.high)));
    if (first.per_100k_euro) {
      const NumberText money = NumberText::of_difference(units(), *first.per_100k_euro);
      const Interval& for_it = *first.per_100k_euro;
      add(message("For €100,000 a year that is {0}.\n",
                  money.value_and_bounds(for_it.mean, for_it.low, for_it.high)));
    }
    std::vector<std::string> as_good;
    for (const BottleneckRow& row : found_.rows)
      if (&row != &first && row.rank.low == 1) as_good.push_back(row.node);
    if (!as_good.empty())
      add(message("It cannot be told from {0}: any of them may be the first.\n", names(as_good)));
  }

  NumberText cell_text(const Interval& about) const {
    return NumberText::of_difference(units(), about).abbreviated();
  }

  std::string per_money(const BottleneckRow& row) const {
    if (row.per_100k_euro) {
      const NumberText numbers = cell_text(*row.per_100k_euro);
      return localized(numbers.value(row.per_100k_euro->mean));
    }
    if (is_effect(row.effect) || !(row.euro_per_year > 0)) return "-";
    const bool lower = question_.kpi.definition().preferred == PreferredDirection::lower;
    const Interval& effect = row.effect.difference;
    const double most = std::max(0.0, lower ? -effect.low : effect.high) * 1e5 / row.euro_per_year;
    const NumberText numbers = cell_text({most, 0, 2 * most, 2});
    return localized(most > 0 ? message("less than {0}", numbers.value(most)) : numbers.value(0));
  }

  TextTable table() const {
    std::vector<std::string> columns;
    for (const LocalizedText& column :
         {message("rank"), message("step"), message("effect"), message("from - to"),
          message("price, € a year"), message("bill, € a year"), message("for €100,000")})
      columns.push_back(localized(column));
    TextTable table("", std::move(columns));
    for (const BottleneckRow& row : found_.rows) {
      const Interval& effect = row.effect.difference;
      const NumberText numbers = cell_text(effect);
      const Interval price{row.euro_per_year, row.euro_per_year, row.euro_per_year, 2};
      const NumberText euro("EUR/year", price);
      const NumberText bill = NumberText::of_difference("EUR/year", row.bill.difference);
      table.add_row(
          label(row.node),
          {row.rank.low == row.rank.high ? fmt::format("{}", row.rank.low)
                                         : fmt::format("{}-{}", row.rank.low, row.rank.high),
           localized(step_text(row)), localized(numbers.value(effect.mean)),
           localized(numbers.bounds(effect.low, effect.high)),
           row.euro_per_year > 0 ? localized(euro.value(row.euro_per_year)) : "-",
           localized(bill.value(row.bill.difference.mean)), per_money(row)});
    }
    return table;
  }

  void add_left_out() {
    text_ += '\n';
    if (!found_.without_list.empty())
      add(message("Left out, as nobody ever waits there: {0}.\n", names(found_.without_list)));
    if (!found_.not_one_number.empty())
      add(message("Left out, as their capacity is no single number: {0}.\n",
                  names(found_.not_one_number)));
  }

  void add_limits() {
    add(found_.by_money ? message("Ranks are of the effect for its money.\n")
        : on_page_
            ? message("Ranks are of the effect of the step, as not every capacity has a price.\n")
            : message("Ranks are of the effect of the step, as not every capacity has a price "
                      "(`doorstroom check` names those).\n"));
    add(message(
        "All effects and ranks hold together with 95% confidence, as far as chance in "
        "simulation goes. Price: what the step costs when it is used in full; bill: what all "
        "funders pay more. A dash for €100,000: there is no price, or it was not shown "
        "that twice the step does twice as much. More in one place may move the list to "
        "the next, and inputs may be otherwise.\n"));
  }

  const BottleneckQuestion& question_;
  const Bottlenecks& found_;
};

}  // namespace

AnswerWords bottlenecks_words(const BottleneckQuestion& question, const Bottlenecks& found,
                              const Simulations& simulations, const AnswerReader& reader) {
  return BottlenecksText(question, found, simulations, reader).words();
}

std::string bottlenecks_text(const BottleneckQuestion& question, const Bottlenecks& found,
                             const Simulations& simulations, Language language, std::size_t width) {
  return bottlenecks_words(question, found, simulations, {.language = language, .width = width})
      .text(width);
}

}  // namespace doorstroom
