// Quantities, spans, dates and days of the year: read, or refused with what to write instead. A
// quantity in its one form is itself, and reads as the same number. The first byte chooses the
// kind.

#include <fmt/format.h>

#include <cmath>

#include "models/loading/sweep_plan.hpp"
#include "models/reading/number_parts.hpp"
#include "models/reading/quantity.hpp"
#include "tests/fuzz/answer.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr auto last_kind = static_cast<int>(QuantityKind::parameter);

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

/// The one form as a text.
std::string written(const Normalised& form) {
  return form.number ? fmt::format("{}", *form.number) : form.text;
}

void try_kind(QuantityKind kind, const std::string& text, const std::optional<Normalised>& form) {
  const ParseResult<double> read = read_quantity(kind, text);
  DOORSTROOM_EXPECT(read.value.has_value() == read.why.empty());
  if (!read.value) {  // to tell takes longer than to read
    const auto chance = text.size() % 8;
    if (chance == 0) tell(read.why);
    if (chance == 1) tell(read_quantity(kind, text, above_zero).why);
    if (chance == 2) tell(read_difference(kind, text).why);
    return;
  }
  DOORSTROOM_EXPECT(std::isfinite(*read.value));
  DOORSTROOM_EXPECT(form.has_value());
  const ParseResult<double> again = read_quantity(kind, written(*form));
  DOORSTROOM_EXPECT(again.value.has_value() && near(*again.value, *read.value));
}

/// Whatever has a place on the calendar reads as itself from its own text.
void try_date(const std::string& text) {
  const ParseResult<Date> date = read_date(text);
  tell(date.why);
  if (date.value) DOORSTROOM_EXPECT(read_date(to_text(*date.value)).value == date.value);
  tell(read_day_of_year(text).why);
  tell(read_span(text).why);
}

void try_text(int kind, const std::string& text) {
  const std::optional<Normalised> form = normalise_quantity(text);
  if (form) {
    const std::optional<Normalised> again = normalise_quantity(written(*form));
    DOORSTROOM_EXPECT(again && written(*again) == written(*form));
  }
  if (kind <= last_kind)
    try_kind(static_cast<QuantityKind>(kind), text, form);
  else
    try_date(text);
  if (const std::optional<Amount> amount = read_amount(text))
    DOORSTROOM_EXPECT(std::isfinite(amount->number));
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0)
    doorstroom::fuzz::try_text(*data % (doorstroom::fuzz::last_kind + 2),
                               doorstroom::fuzz::text_of(data + 1, size - 1));
  return 0;
}
