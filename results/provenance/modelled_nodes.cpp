#include <algorithm>

#include "models/messages/message.hpp"
#include "results/provenance/checklist.hpp"
#include "results/report/assumption_words.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

/// The tables of what is modelled, and of what it rests on.

namespace doorstroom {
namespace {

LocalizedText sentence_after(const LocalizedText& text, const LocalizedText& next) {
  if (next.empty()) return text;
  return text + std::string(" ") + next;
}

/// Mean of a quantity for all youths; of one that differs between youths the span of means.
LocalizedText mean_length(const QuantityByYouth& quantity) {
  double low = quantity.of_all.distribution.mean();
  double high = low;
  if (!quantity.of.empty() && !quantity.has_rest) low = high = quantity.of[0].distribution.mean();
  for (const Quantity& of : quantity.of) {
    low = std::min(low, of.distribution.mean());
    high = std::max(high, of.distribution.mean());
  }
  if (low == high) return length_in_words(Days{low});
  return message("{0} to {1}", length_in_words(Days{low}), length_in_words(Days{high}));
}

/// Who goes first, where it is not who came first.
LocalizedText order_of(const Node& node) {
  switch (node.order) {
    case ListOrder::first_come:
      break;
    case ListOrder::severity:
      return message("The most severe go first.");
    case ListOrder::longest_absent:
      return message("Who is absent longest goes first.");
  }
  return {};
}

class NodeSentence {
 public:
  explicit NodeSentence(const Scenario& scenario) : scenario_(scenario) {}

  LocalizedText of(const Node& node) const {
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.kind) {
      case NodeKind::source:
        return of_source(scenario_.sources[index]);
      case NodeKind::desk:
        return sentence_after(of_desk(scenario_.desks[index]), order_of(node));
      case NodeKind::arrangement:
        return sentence_after(of_arrangement(scenario_.arrangements[index], node), order_of(node));
      case NodeKind::choice:
        return message("One request on several lists.");
      case NodeKind::exit:
        return of_exit(scenario_.exits[index]);
    }
    return {};
  }

 private:
  double at_start(const Number& number) const { return number.at(scenario_.period, {Instant{}}); }

  LocalizedText of_source(const Source& source) const {
    if (!source.arrivals.empty()) return message("Youths come on the days of a table.");
    return message("At the start {0} youths a year come, by chance.",
                   grouped(at_start(source.per_year), 0));
  }

  LocalizedText of_desk(const Desk& desk) const {
    if (desk.unlimited)
      return message("Every case takes {0} on average; nobody waits.",
                     length_in_words(Days{desk.takes.distribution.mean()}));
    return message("At the start {0} fte; a case takes {1} hours of work on average.",
                   grouped(at_start(desk.staff), 1), grouped(desk.work.distribution.mean(), 0));
  }

  LocalizedText of_arrangement(const Arrangement& arrangement, const Node& node) const {
    const LocalizedText stay =
        arrangement.unlimited
            ? message("There is always a place; a stay is {0} on average.",
                      mean_length(arrangement.stay))
            : message_plural("At the start {0} place; a stay is {1} on average.",
                             "At the start {0} places; a stay is {1} on average.",
                             static_cast<std::int64_t>(at_start(arrangement.places) + 1e-9),
                             mean_length(arrangement.stay));
    if (node.units.count <= 1) return stay;
    return sentence_after(
        stay, message("They are split over {0} locations, each with its list.", node.units.count));
  }

  static LocalizedText of_exit(const Exit& exit) {
    return exit.returns ? message("Youths leave the model here; some come back.")
                        : message("Youths leave the model here.");
  }

  const Scenario& scenario_;
};

LocalizedText kind_in_words(NodeKind kind) {
  switch (kind) {
    case NodeKind::source:
      return message_in("kind of node", "source");
    case NodeKind::desk:
      return message_in("kind of node", "desk");
    case NodeKind::arrangement:
      return message_in("kind of node", "arrangement");
    case NodeKind::choice:
      return message_in("kind of node", "choice");
    case NodeKind::exit:
      return message_in("kind of node", "exit");
  }
  return {};
}

/// "0.6 - 0.75 - 1.0", as written.
std::string range_in_words(const Evidence& evidence) {
  std::string text;
  for (const std::string& value : evidence.range) text += (text.empty() ? "" : " - ") + value;
  return text;
}

std::string or_dash(const std::string& text) {
  return text.empty() ? "-" : text;
}

}  // namespace

ReportTable modelled_nodes(const ReportSources& sources) {
  ReportTable table{
      .id = "modelled-nodes",
      .caption = sources.localized(message("What is modelled")),
      .corner = sources.localized(message("Name")),
      .columns = {{.label = sources.localized(message("kind")), .units = {}, .numeric = false},
                  {.label = sources.localized(message("what it does")),
                   .units = {},
                   .numeric = false}},
      .rows = {},
      .note = sources.localized(message("Who came first goes first, unless it says otherwise.")),
      .folded = true};
  const NodeSentence sentence(sources.scenario());
  for (const Node& node : sources.scenario().nodes)
    table.rows.push_back({.header = sources.labels().of_node(node.id, sources.language()),
                          .cells = {{sources.localized(kind_in_words(node.kind)), {}},
                                    {sources.localized(sentence.of(node)), {}}}});
  return table;
}

ReportTable evidence_table(const ReportSources& sources) {
  ReportTable table{.id = "evidence-sources",
                    .caption = sources.localized(message("Where inputs come from")),
                    .corner = sources.localized(message("Input, as the scenario names it")),
                    .columns = {},
                    .rows = {},
                    .note = {},
                    .folded = true};
  for (const LocalizedText& column :
       {message("basis"), message("source"), message("may lie between")})
    table.columns.push_back({.label = sources.localized(column), .units = {}, .numeric = false});
  for (const Evidence& evidence : sources.scenario().evidence)
    table.rows.push_back({.header = evidence.pattern,
                          .cells = {{sources.localized(basis_words(evidence.basis)), {}},
                                    {or_dash(evidence.source), {}},
                                    {or_dash(range_in_words(evidence)), {}}}});
  return table;
}

}  // namespace doorstroom
