#pragma once
/// Where a little more capacity helps most, as text, as JSON and as a table.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/decisions/bottlenecks.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The answer in sentences, the table (its rows in the order of found.rows), and what the numbers
/// are not.
AnswerWords bottlenecks_words(const BottleneckQuestion& question, const Bottlenecks& found,
                              const Simulations& simulations, const AnswerReader& reader);
/// The same as one text, on a terminal. @param width  of a line [character]
std::string bottlenecks_text(const BottleneckQuestion& question, const Bottlenecks& found,
                             const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took
std::string bottlenecks_json(const BottleneckQuestion& question, const Bottlenecks& found,
                             const Simulations& simulations, double seconds);

/// /bottlenecks, a row per capacity, the most helpful first.
Table bottlenecks_table(const BottleneckQuestion& question, const Bottlenecks& found);

}  // namespace doorstroom
