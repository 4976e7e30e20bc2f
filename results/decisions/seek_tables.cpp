#include "results/decisions/seek_report.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using column::count;
using column::number;
using column::text;

Table knob_table(const SeekQuestion& question, const SeekAnswer& answer) {
  const TableSpec spec{
      "/knobs",
      {text("path", translatable("A capacity that was varied")),
       text("unit", translatable("Unit of its values; empty: plain numbers")),
       number("now", "1", translatable("What it is in the scenario; NaN: not one number")),
       number("answer", "1",
              translatable("The smallest value shown to meet every target, or of several "
                           "capacities the cheapest; NaN: none was")),
       number("answer_low", "1",
              translatable("One step above the largest value below it that was shown to miss a "
                           "target; NaN: of several capacities"))}};
  TableData rows(spec);
  for (std::size_t i = 0; i < question.knobs.size(); ++i) {
    const Knob& knob = question.knobs[i];
    rows.add(knob.path, knob.unit, knob.now.value_or(no_number),
             answer.answer ? knob.value((*answer.answer)[i]) : no_number,
             answer.answer_low ? knob.value(*answer.answer_low) : no_number);
  }
  return {spec, std::move(rows)};
}

Table chance_table(const SeekQuestion& question, const SeekAnswer& answer) {
  const TableSpec spec{
      "/chance",
      {number("met", "1",
              translatable("Share of single futures that meet every target, of fresh replications "
                           "of the answer")),
       column::low_of_mean("met_low"), column::high_of_mean("met_high"),
       number("asked", "1", translatable("The share that was asked for; NaN: none, but the mean")),
       number("one_pool", "1",
              translatable("What would do, were its sites one with one list; NaN: it has none, or "
                           "nothing would")),
       count("replications", "1", translatable("Fresh replications"))}};
  TableData rows(spec);
  rows.add(answer.met_chance.mean, answer.met_chance.low, answer.met_chance.high,
           question.chance.value_or(no_number),
           answer.one_pool ? question.knobs.front().value(*answer.one_pool) : no_number,
           static_cast<std::int64_t>(answer.fresh));
  return {spec, std::move(rows)};
}

Table constraint_table(const SeekQuestion& question, const SeekAnswer& answer) {
  const TableSpec constraints{
      "/constraints",
      {text("kpi", translatable("Key figure, by its name")),
       text("units", translatable("Units of the row")),
       text("relation", translatable("Whether the target is the least (>=) or the most (<=)")),
       number("target", "1", translatable("The target")),
       number("indifference", "1",
              translatable("So far from the target counts as meeting it, on the bad side")),
       number("mean", "1", translatable("Mean over fresh replications of the answer")),
       column::low_of_mean("low"), column::high_of_mean("high"),
       number("p10", "1", translatable("What 10% of single futures stay below")),
       number("p90", "1", translatable("What 90% of single futures stay below"))}};
  TableData constraint_rows(constraints);
  for (std::size_t i = 0; i < question.constraints.size(); ++i) {
    const Constraint& constraint = question.constraints[i];
    const Estimate& figure = answer.confirmed[i].figure;
    constraint_rows.add(constraint.kpi.text(), std::string(constraint.kpi.definition().units),
                        std::string(constraint.at_least ? ">=" : "<="), constraint.target,
                        constraint.indifference, figure.mean.mean, figure.mean.low,
                        figure.mean.high, figure.p10, figure.p90);
  }
  return {constraints, std::move(constraint_rows)};
}

Table tried_table(const SeekQuestion& question, const SeekAnswer& answer) {
  TableSpec tried{"/tried", {}};
  for (const Knob& knob : question.knobs)
    tried.columns.push_back(number(knob.path, "1", translatable("A capacity that was varied")));
  tried.columns.push_back(count("replications", "1", translatable("Replications looked at")));
  tried.columns.push_back(text(
      "verdict", translatable("meets the targets, near them, misses one, or open: not known")));
  for (const Constraint& constraint : question.constraints) {
    const std::string kpi = constraint.kpi.text();
    const std::string units(constraint.kpi.definition().units);
    tried.columns.push_back(number(kpi, units, constraint.kpi.definition().description));
    tried.columns.push_back(column::low_of_mean(kpi + "_low"));
    tried.columns.push_back(column::high_of_mean(kpi + "_high"));
  }
  TableData tried_rows(tried);
  for (const TriedCombination& one : answer.tried) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < one.values.size(); ++i)
      tried_rows.add_value(at++, question.knobs[i].value(one.values[i]));
    tried_rows.add_value(at++, std::int64_t{one.judgement.replications});
    tried_rows.add_value(at++, standing_name(one.judgement.standing));
    for (const Interval& figure : one.figures)
      for (const double value : {figure.mean, figure.low, figure.high})
        tried_rows.add_value(at++, value);
  }
  return {tried, std::move(tried_rows)};
}

Table funder_table(const SeekAnswer& answer) {
  const TableSpec funders{"/funders",
                          {text("funder", translatable("Who pays; `none`: nobody is named")),
                           number("now", "EUR/year", translatable("What is paid without a change")),
                           number("then", "EUR/year", translatable("What is paid with the answer")),
                           number("difference", "EUR/year", translatable("Mean difference")),
                           column::low_of_mean("low"), column::high_of_mean("high")}};
  TableData funder_rows(funders);
  for (const FunderAnswer& each : answer.funders)
    funder_rows.add(each.funder, each.paid.base_mean, each.paid.other_mean,
                    each.paid.difference.mean, each.paid.difference.low, each.paid.difference.high);
  return {funders, std::move(funder_rows)};
}

}  // namespace

std::vector<Table> seek_tables(const SeekQuestion& question, const SeekAnswer& answer) {
  return {knob_table(question, answer), chance_table(question, answer),
          constraint_table(question, answer), tried_table(question, answer), funder_table(answer)};
}

}  // namespace doorstroom
