#pragma once
/// The answer of a search for capacity as text, as JSON and as tables.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "results/decisions/seek.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The answer in sentences, the table of what was tried (its rows in the order of answer.tried),
/// and what the numbers are not.
AnswerWords seek_words(const SeekQuestion& question, const SeekAnswer& answer,
                       const Simulations& simulations, const AnswerReader& reader);
/// The same as one text, on a terminal. @param width  of a line [character]
std::string seek_text(const SeekQuestion& question, const SeekAnswer& answer,
                      const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took
std::string seek_json(const SeekQuestion& question, const SeekAnswer& answer,
                      const Simulations& simulations, double seconds);

/// /knobs, /chance, /constraints, /tried and /funders.
std::vector<Table> seek_tables(const SeekQuestion& question, const SeekAnswer& answer);

/// What a capacity is called: "OZA: places"; the path of another parameter.
std::string capacity_label(const std::string& path, const Scenario& scenario, Language language);

/// How little short of a target counts as meeting it: "20", "2 percentage points".
LocalizedText tolerance_text(const KpiName& kpi, double indifference);

/// How a value stands, as JSON and files name it: "meets", "near", "misses", "open".
std::string standing_name(TargetStanding standing);

}  // namespace doorstroom
