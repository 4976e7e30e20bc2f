#pragma once
/// Answers one request of the what-if page. Runs in a process of its own, which may be killed at
/// any moment.

#include <functional>
#include <string>
#include <string_view>

#include "models/messages/language.hpp"
#include "results/variants/place.hpp"
#include "results/what_if/baseline_rows.hpp"
#include "results/what_if/kept_texts.hpp"
#include "results/what_if/request.hpp"

namespace doorstroom {

inline constexpr std::string_view json_type = "application/json";
inline constexpr std::string_view lines_type = "application/x-ndjson";

/// Where an answer goes: how it begins, once, and then texts that follow each other.
struct AnswerTo {
  std::function<void(int status, std::string_view type)> begin;
  std::function<void(std::string_view text)> send;
};

/// A mistake of who asks is answered, too: with 400, 403 or 409 and {"error": ...}; in a variant
/// that is run, as a line of the kind `mistakes`. So is what fails in the world: with 500, or as a
/// line of the kind `failed`.
/// @throws ContractError, std::bad_alloc when the program fails
void answer_request(const RawRequest& raw, const WhatIfPlace& place, Language language,
                    BaselineRows& baseline, KeptTexts& kept, const AnswerTo& to);

}  // namespace doorstroom
