#pragma once
/// Rows of the field table that several sections share, each written once.

#include "models/fields/scenario_fields.hpp"

namespace doorstroom::rows {

inline constexpr Field label{
    .key = "label",
    .kind = QuantityKind::text,
    .map = &sections::label,
    .about = translatable(
        "the name that people read; with an article, such as `the youth team`, it reads "
        "well in sentences, and tables leave the article out")};
inline constexpr Field paid_by{.key = "paid_by",
                               .kind = QuantityKind::id,
                               .map = &sections::payers,
                               .about = translatable("who pays, which share")};
inline constexpr Field waiting{.key = "waiting",
                               .map = &sections::waiting,
                               .standard = "{}",
                               .about = translatable("what may happen to who waits")};
inline constexpr Field routes{.key = "routes",
                              .map = &sections::routes,
                              .item = &sections::branch,
                              .required = true,
                              .unless = "beside",
                              .about = translatable("where youths go")};
inline constexpr Field also{.key = "also",
                            .kind = QuantityKind::id,
                            .map = &sections::also,
                            .about = translatable("the help that youths ask for beside their way")};
inline constexpr Field beside{
    .key = "beside",
    .kind = QuantityKind::word,
    .words = "true | false",
    .standard = "false",
    .where_it_applies = true,
    .about = translatable("whether it is help beside the way of a youth, asked for by `also`")};
inline constexpr Field ends_with_main{
    .key = "ends_with_main",
    .kind = QuantityKind::word,
    .words = "true | false",
    .standard = "false",
    .where_it_applies = true,
    .about = translatable("whether help beside the way ends when the youth leaves the node that "
                          "asked")};
inline constexpr Field helps{
    .key = "helps",
    .map = &sections::helps,
    .about = translatable("what help beside the way changes for the youth while it lasts")};

inline constexpr Field limit{
    .key = "limit", .kind = QuantityKind::whole, .about = translatable("how long the list can be")};
inline constexpr Field when_full{.key = "when_full",
                                 .kind = QuantityKind::id,
                                 .about = translatable("where youths go when the list is full")};

/// When an intervention or an effect holds.
inline constexpr Field until{
    .key = "until", .kind = QuantityKind::date, .about = translatable("the date on which it ends")};
inline constexpr Field ramp{.key = "ramp",
                            .kind = QuantityKind::span,
                            .about = translatable("how long it takes to come to full effect")};
inline constexpr Field afterwards{.key = "afterwards",
                                  .map = &sections::afterwards,
                                  .about = translatable("what stays when it ends")};

/// @param about  "the parts of the year without work"
constexpr Field closed(TranslatableText about) {
  return {.key = "closed", .item = &sections::closed, .about = about};
}
constexpr Field cost(const Section& keys) {
  return {.key = "cost", .map = &keys, .about = translatable("what it costs")};
}
/// @param about  "the growth of places, on each 1 August"
constexpr Field growth(TranslatableText about) {
  return {.key = "growth", .kind = QuantityKind::growth, .standard = "0% per year", .about = about};
}
/// @param about  what the units are, "how many sites have a list of their own"
constexpr Field units(TranslatableText about) {
  return {.key = "units",
          .kind = QuantityKind::whole,
          .map = &sections::units,
          .range = {1, 1000},
          .standard = "1",
          .where_it_applies = true,
          .about = about};
}

}  // namespace doorstroom::rows
