#include <nlohmann/json.hpp>

#include "results/decisions/bottlenecks_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson row_json(const BottleneckRow& row) {
  OrderedJson json{{"node", row.node},
                   {"lever", row.lever},
                   {"unit", row.unit},
                   {"capacity", row.capacity},
                   {"step", row.step},
                   {"difference", json_number(row.effect.difference.mean)},
                   {"low", json_number(row.effect.difference.low)},
                   {"high", json_number(row.effect.difference.high)},
                   {"euro_per_year", row.euro_per_year},
                   {"bill_difference", json_number(row.bill.difference.mean)},
                   {"bill_low", json_number(row.bill.difference.low)},
                   {"bill_high", json_number(row.bill.difference.high)},
                   {"proportional", row.proportional}};
  const auto part = [&](const char* key, double Interval::*number) {
    json[key] = row.per_100k_euro ? json_number((*row.per_100k_euro).*number) : OrderedJson();
  };
  part("per_100k_euro", &Interval::mean);
  part("per_100k_euro_low", &Interval::low);
  part("per_100k_euro_high", &Interval::high);
  json["rank_low"] = row.rank.low;
  json["rank_high"] = row.rank.high;
  return json;
}

}  // namespace

std::string bottlenecks_json(const BottleneckQuestion& question, const Bottlenecks& found,
                             const Simulations& simulations, double seconds) {
  OrderedJson json{{"format", "doorstroom.bottlenecks"},
                   {"format_version", 1},
                   {"scenario", simulations.scenario(0).name},
                   {"seed", simulations.seed()},
                   {"kpi", question.kpi.text()},
                   {"units", question.kpi.definition().units},
                   {"smallest_relevant", found.smallest_relevant},
                   {"ranked_by", found.by_money ? "per_100k_euro" : "difference"}};
  json["rows"] = OrderedJson::array();
  for (const BottleneckRow& row : found.rows) json["rows"].push_back(row_json(row));
  json["without_list"] = found.without_list;
  json["not_one_number"] = found.not_one_number;
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

Table bottlenecks_table(const BottleneckQuestion& question, const Bottlenecks& found) {
  using column::id;
  using column::number;
  using column::text;
  const std::string units(question.kpi.definition().units);
  const TableSpec spec{
      "/bottlenecks",
      {text("kpi", translatable("Key figure, by its name")),
       text("node", translatable("Desk or arrangement")),
       text("lever", translatable("Path of the parameter that is raised")),
       text("unit", translatable("Unit of capacity and step; empty: places")),
       number("capacity", "1", translatable("What it is now")),
       number("step", "1", translatable("What is added")),
       number("difference", units, translatable("Mean difference of the key figure")),
       number("low", units,
              translatable("Lower end of its interval; those of all rows hold "
                           "together with 95% confidence")),
       number("high", units, translatable("Upper end of that interval")),
       number("euro_per_year", "EUR/year",
              translatable("What the step costs when it is used in full; 0: it has no price")),
       number("bill_difference", "EUR/year", translatable("What all funders pay more")),
       column::low_of_mean("bill_low"), column::high_of_mean("bill_high"),
       number("per_100k_euro", units,
              translatable("The difference for 100,000 euro a year; NaN where that is not shown to "
                           "be proportional, or there is no price")),
       column::low_of_mean("per_100k_euro_low"), column::high_of_mean("per_100k_euro_high"),
       id("rank_low", translatable("The best rank that it may have, from 1")),
       id("rank_high", translatable("The worst rank that it may have"))}};
  TableData rows(spec);
  for (const BottleneckRow& row : found.rows) {
    const Interval money = row.per_100k_euro.value_or(Interval{no_number, no_number, no_number, 0});
    rows.add(question.kpi.text(), row.node, row.lever, row.unit, row.capacity, row.step,
             row.effect.difference.mean, row.effect.difference.low, row.effect.difference.high,
             row.euro_per_year, row.bill.difference.mean, row.bill.difference.low,
             row.bill.difference.high, money.mean, money.low, money.high,
             static_cast<std::int32_t>(row.rank.low), static_cast<std::int32_t>(row.rank.high));
  }
  return {spec, std::move(rows)};
}

}  // namespace doorstroom
