#include "models/reading/shared_fields.hpp"

/// The keys of what many sections share: labels, shares, months, distributions, dated numbers.

namespace doorstroom {
namespace {

constexpr Range spread{0, 10};

constexpr Field label[] = {
    {.key = "nl", .kind = QuantityKind::text, .about = translatable("the name in Dutch")},
    {.key = "en", .kind = QuantityKind::text, .about = translatable("the name in English")},
};

constexpr Field shares[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .words = "rest",
                             .about = translatable("a share of all")}};
constexpr Field mix_by_another[] = {
    {.key = "by",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("the attribute on which the shares depend")},
    {.key = "*",
     .map = &sections::shares,
     .about = translatable("the shares among youths with this value of that attribute")},
};
constexpr Field units_of_subregions[] = {
    {.key = "*",
     .kind = QuantityKind::whole,
     .range = {1, 1000},
     .about = translatable("how many units the subregion, or other value, has")}};
constinit const Section units_of_subregions_section{translatable("units of subregions"),
                                                    units_of_subregions};
constexpr Field elsewhere[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .changeable = true,
     .about = translatable("the share of youths who take a free place at another unit")},
    {.key = "after",
     .kind = QuantityKind::duration,
     .required = true,
     .about = translatable("how long they wait for their own unit first")},
};
constinit const Section elsewhere_section{translatable("elsewhere"), elsewhere};
constexpr Field units[] = {
    {.key = "count",
     .kind = QuantityKind::whole,
     .range = {1, 1000},
     .one_of = "number",
     .required = true,
     .about = translatable("how many units there are")},
    {.key = "of",
     .map = &units_of_subregions_section,
     .one_of = "number",
     .required = true,
     .about = translatable("how many units each value of the attribute has")},
    {.key = "by",
     .kind = QuantityKind::id,
     .about = translatable("the attribute by which youths are divided over the units, such as "
                           "subregion")},
    {.key = "elsewhere",
     .map = &elsewhere_section,
     .about = translatable("who takes a place at another unit, and when")},
};
constexpr Field starts[] = {{.key = "*",
                             .kind = QuantityKind::places,
                             .words = "all",
                             .about = translatable("how many may enter on that date")}};
constexpr Field closed[] = {
    {.key = "from",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .about = translatable("the first closed day of the year")},
    {.key = "to",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .about = translatable("the day on which it is open again")},
};
constexpr Field payers[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .words = "rest",
                             .about = translatable("the share that a funder pays")}};

constexpr Field month(std::string_view key, TranslatableText about) {
  return {.key = key, .kind = QuantityKind::factor, .standard = "1", .about = about};
}
constexpr Field months[] = {
    month("jan", translatable("the factor of January")),
    month("feb", translatable("the factor of February")),
    month("mar", translatable("the factor of March")),
    month("apr", translatable("the factor of April")),
    month("may", translatable("the factor of May")),
    month("jun", translatable("the factor of June")),
    month("jul", translatable("the factor of July")),
    month("aug", translatable("the factor of August")),
    month("sep", translatable("the factor of September")),
    month("oct", translatable("the factor of October")),
    month("nov", translatable("the factor of November")),
    month("dec", translatable("the factor of December")),
};

constexpr Field mean{.key = "mean",
                     .kind = QuantityKind::parameter,
                     .range = above_zero,
                     .required = true,
                     .about = translatable("the mean")};
constexpr Field cv{.key = "cv",
                   .kind = QuantityKind::number,
                   .range = spread,
                   .required = true,
                   .about = translatable("the standard deviation as a share of the mean")};
constexpr Field least{.key = "from",
                      .kind = QuantityKind::parameter,
                      .required = true,
                      .about = translatable("the least value")};
constexpr Field most{.key = "to",
                     .kind = QuantityKind::parameter,
                     .required = true,
                     .about = translatable("the largest value")};

constexpr Field exponential_keys[] = {mean};
constexpr Field lognormal_keys[] = {
    {.key = "median",
     .kind = QuantityKind::parameter,
     .range = above_zero,
     .one_of = "centre",
     .required = true,
     .about = translatable("the value that half stays below")},
    {.key = "mean",
     .kind = QuantityKind::parameter,
     .range = above_zero,
     .one_of = "centre",
     .required = true,
     .about = translatable("the mean")},
    {.key = "sigma",
     .kind = QuantityKind::number,
     .range = spread,
     .one_of = "spread",
     .required = true,
     .about = translatable("the standard deviation of the logarithm")},
    {.key = "cv",
     .kind = QuantityKind::number,
     .range = spread,
     .one_of = "spread",
     .required = true,
     .about = translatable("the standard deviation as a share of the mean")},
};
constexpr Field gamma_keys[] = {mean, cv};
constexpr Field weibull_keys[] = {
    {.key = "scale",
     .kind = QuantityKind::parameter,
     .range = above_zero,
     .required = true,
     .about = translatable("the value that 63% stay below")},
    {.key = "shape",
     .kind = QuantityKind::number,
     .range = {0.1, 100},
     .required = true,
     .about = translatable("the shape: 1 is exponential, more is steadier")},
};
constexpr Field uniform_keys[] = {least, most};
constexpr Field triangular_keys[] = {least,
                                     {.key = "mode",
                                      .kind = QuantityKind::parameter,
                                      .required = true,
                                      .about = translatable("the likeliest value")},
                                     most};
constexpr Field empirical_keys[] = {
    {.key = "values",
     .kind = QuantityKind::parameter,
     .list = true,
     .required = true,
     .about = translatable("the values that were seen")},
    {.key = "weights",
     .kind = QuantityKind::number,
     .list = true,
     .range = {0, 1e9},
     .about = translatable("how often each value was seen")},
};

constexpr Section exponential_section{translatable("exponential"), exponential_keys};
constexpr Section lognormal_section{translatable("lognormal"), lognormal_keys};
constexpr Section gamma_section{translatable("gamma"), gamma_keys};
constexpr Section weibull_section{translatable("weibull"), weibull_keys};
constexpr Section uniform_section{translatable("uniform"), uniform_keys};
constexpr Section triangular_section{translatable("triangular"), triangular_keys};
constexpr Section empirical_section{translatable("empirical"), empirical_keys};

constexpr Field shape(const Section& section, TranslatableText about) {
  return {.key = section.name.english,
          .map = &section,
          .one_of = "shape",
          .required = true,
          .about = about};
}
constexpr Field distribution[] = {
    shape(exponential_section, translatable("a distribution without memory")),
    shape(lognormal_section, translatable("a distribution with a long tail")),
    shape(gamma_section, translatable("a distribution of sums of steps")),
    shape(weibull_section, translatable("a distribution of lifetimes")),
    shape(uniform_section, translatable("all values between two alike")),
    shape(triangular_section, translatable("a least, a likeliest and a largest value")),
    shape(empirical_section, translatable("values as they were seen")),
};

constexpr Field first_day{.key = "from",
                          .kind = QuantityKind::date,
                          .required = true,
                          .about = translatable("the date from which it holds")};
constexpr Field dated_places[] = {first_day,
                                  {.key = "count",
                                   .kind = QuantityKind::places,
                                   .required = true,
                                   .about = translatable("how many youths can be there at once")}};
constexpr Field dated_staff[] = {first_day,
                                 {.key = "count",
                                  .kind = QuantityKind::staff_count,
                                  .required = true,
                                  .about = translatable("the staff who work on cases")}};

}  // namespace

constinit const Section sections::label{translatable("label"), doorstroom::label};
constinit const Section sections::shares{translatable("shares"), doorstroom::shares};
constinit const Section sections::mix{translatable("shares by another attribute"),
                                      doorstroom::mix_by_another, QuantityKind::id,
                                      &sections::shares};
constinit const Section sections::units{translatable("units"), doorstroom::units, QuantityKind::id,
                                        &units_of_subregions_section};
constinit const Section sections::starts{translatable("starts"), doorstroom::starts,
                                         QuantityKind::day_of_year};
constinit const Section sections::closed{translatable("closed"), doorstroom::closed};
constinit const Section sections::payers{translatable("paid_by"), doorstroom::payers};
constinit const Section sections::months{translatable("months"), doorstroom::months};
constinit const Section sections::distribution{translatable("distribution"),
                                               doorstroom::distribution};
constinit const Section sections::dated_places{translatable("dated places"),
                                               doorstroom::dated_places};
constinit const Section sections::dated_staff{translatable("dated staff"), doorstroom::dated_staff};

}  // namespace doorstroom
