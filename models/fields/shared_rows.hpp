#pragma once
/// Rows of the field table that several sections share, each written once.

#include "models/fields/scenario_fields.hpp"

namespace doorstroom::rows {

inline constexpr Field label{.key = "label",
                             .kind = QuantityKind::text,
                             .map = &sections::label,
                             .en = "the name that people read",
                             .nl = "de naam die mensen lezen"};
inline constexpr Field paid_by{.key = "paid_by",
                               .kind = QuantityKind::id,
                               .map = &sections::payers,
                               .en = "who pays, which share",
                               .nl = "wie betaalt, welk aandeel"};
inline constexpr Field waiting{.key = "waiting",
                               .map = &sections::waiting,
                               .standard = "{}",
                               .en = "what may happen to who waits",
                               .nl = "wat wie wacht kan overkomen"};
inline constexpr Field routes{.key = "routes",
                              .map = &sections::routes,
                              .item = &sections::branch,
                              .required = true,
                              .en = "where youths go",
                              .nl = "waar jongeren heen gaan"};

/// When an intervention or an effect holds.
inline constexpr Field until{.key = "until",
                             .kind = QuantityKind::date,
                             .en = "the date on which it ends",
                             .nl = "de datum waarop het eindigt"};
inline constexpr Field ramp{.key = "ramp",
                            .kind = QuantityKind::span,
                            .en = "how long it takes to come to full effect",
                            .nl = "hoe lang het duurt tot het volle effect"};
inline constexpr Field afterwards{.key = "afterwards",
                                  .map = &sections::afterwards,
                                  .en = "what stays when it ends",
                                  .nl = "wat blijft als het eindigt"};

constexpr Field cost(const Section& keys) {
  return {.key = "cost", .map = &keys, .en = "what it costs", .nl = "wat het kost"};
}
/// @param en, nl  of what: "the growth of places, on each 1 August"
constexpr Field growth(std::string_view en, std::string_view nl) {
  return {
      .key = "growth", .kind = QuantityKind::growth, .standard = "0% per year", .en = en, .nl = nl};
}
/// @param en, nl  what the units are: "how many sites have a list of their own"
constexpr Field units(std::string_view en, std::string_view nl) {
  return {.key = "units",
          .kind = QuantityKind::whole,
          .map = &sections::units,
          .range = {1, 1000},
          .standard = "1",
          .where_it_applies = true,
          .en = en,
          .nl = nl};
}

}  // namespace doorstroom::rows
