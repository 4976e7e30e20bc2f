#pragma once
/// Parts of a request's body, read with suspicion.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "models/messages/message.hpp"
#include "results/decisions/written_questions.hpp"

namespace doorstroom::request_json {

/// @throws InputError always
[[noreturn]] void refuse(const LocalizedText& what);
/// A text of an object; empty where it has none. @throws InputError when it is something else
std::string text_in(const nlohmann::json& object, const char* key);

/// `question`: `vary` (a list of `path`, `from`, `to`, `step`), `so_that` (a list of `figure`,
/// `relation`, `amount`, `indifference`), `chance`, `minimise`, `at_most`; all texts, or numbers.
/// @throws InputError when it has another form
WrittenSeek seek_in(const nlohmann::json& body);
/// `figure`, `replications`.
WrittenBottlenecks bottlenecks_in(const nlohmann::json& body);

}  // namespace doorstroom::request_json
