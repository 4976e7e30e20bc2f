#pragma once
/// What every target holds to: any input ends in an answer, or in one of the program's own errors,
/// which can be told in every language. All else (our own fault, another exception, a wrong access,
/// a leak, too long, too much memory) ends the process, and libFuzzer keeps the input.

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom::fuzz {

inline void tell(const LocalizedText& text) {
  for (const Language& language : Language::all()) (void)text.in(language);
}

/// @return whether the call came to its end
template <class Call>
bool answered(Call call) {
  try {
    call();
    return true;
  } catch (const InputError& error) {
    tell(error);
  } catch (const RunError& error) {
    tell(error);
  }
  return false;
}

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace doorstroom::fuzz
