#include "models/reading/shared_fields.hpp"

/// The keys of what many sections share: labels, shares, months, distributions, dated numbers.

namespace doorstroom {
namespace {

constexpr Range positive{0, Range{}.most, true};
constexpr Range spread{0, 10};

constexpr Field label[] = {
    {.key = "nl",
     .kind = QuantityKind::text,
     .en = "the name in Dutch",
     .nl = "de naam in het Nederlands"},
    {.key = "en",
     .kind = QuantityKind::text,
     .en = "the name in English",
     .nl = "de naam in het Engels"},
};

constexpr Field shares[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .words = "rest",
                             .en = "a share of all",
                             .nl = "een aandeel van het geheel"}};
constexpr Field units[] = {{.key = "*",
                            .kind = QuantityKind::whole,
                            .range = {1, 1000},
                            .en = "how many units the subregion has",
                            .nl = "hoeveel eenheden de deelregio heeft"}};
constexpr Field starts[] = {{.key = "*",
                             .kind = QuantityKind::places,
                             .words = "all",
                             .en = "how many may enter on that date",
                             .nl = "hoeveel er op die datum kunnen beginnen"}};
constexpr Field payers[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .words = "rest",
                             .en = "the share that a funder pays",
                             .nl = "het aandeel dat een financier betaalt"}};

constexpr Field month(std::string_view key, std::string_view en, std::string_view nl) {
  return {.key = key, .kind = QuantityKind::factor, .standard = "1", .en = en, .nl = nl};
}
constexpr Field months[] = {
    month("jan", "the factor of January", "de factor van januari"),
    month("feb", "the factor of February", "de factor van februari"),
    month("mar", "the factor of March", "de factor van maart"),
    month("apr", "the factor of April", "de factor van april"),
    month("may", "the factor of May", "de factor van mei"),
    month("jun", "the factor of June", "de factor van juni"),
    month("jul", "the factor of July", "de factor van juli"),
    month("aug", "the factor of August", "de factor van augustus"),
    month("sep", "the factor of September", "de factor van september"),
    month("oct", "the factor of October", "de factor van oktober"),
    month("nov", "the factor of November", "de factor van november"),
    month("dec", "the factor of December", "de factor van december"),
};

constexpr Field mean{.key = "mean",
                     .kind = QuantityKind::parameter,
                     .range = positive,
                     .required = true,
                     .en = "the mean",
                     .nl = "het gemiddelde"};
constexpr Field cv{.key = "cv",
                   .kind = QuantityKind::number,
                   .range = spread,
                   .required = true,
                   .en = "the standard deviation as a share of the mean",
                   .nl = "de standaardafwijking als deel van het gemiddelde"};
constexpr Field least{.key = "from",
                      .kind = QuantityKind::parameter,
                      .required = true,
                      .en = "the least value",
                      .nl = "de laagste waarde"};
constexpr Field most{.key = "to",
                     .kind = QuantityKind::parameter,
                     .required = true,
                     .en = "the largest value",
                     .nl = "de hoogste waarde"};

constexpr Field exponential[] = {mean};
constexpr Field lognormal[] = {
    {.key = "median",
     .kind = QuantityKind::parameter,
     .range = positive,
     .one_of = "centre",
     .required = true,
     .en = "the value that half stays below",
     .nl = "de waarde waar de helft onder blijft"},
    {.key = "mean",
     .kind = QuantityKind::parameter,
     .range = positive,
     .one_of = "centre",
     .required = true,
     .en = "the mean",
     .nl = "het gemiddelde"},
    {.key = "sigma",
     .kind = QuantityKind::number,
     .range = spread,
     .one_of = "spread",
     .required = true,
     .en = "the standard deviation of the logarithm",
     .nl = "de standaardafwijking van de logaritme"},
    {.key = "cv",
     .kind = QuantityKind::number,
     .range = spread,
     .one_of = "spread",
     .required = true,
     .en = "the standard deviation as a share of the mean",
     .nl = "de standaardafwijking als deel van het gemiddelde"},
};
constexpr Field gamma[] = {mean, cv};
constexpr Field weibull[] = {
    {.key = "scale",
     .kind = QuantityKind::parameter,
     .range = positive,
     .required = true,
     .en = "the value that 63% stay below",
     .nl = "de waarde waar 63% onder blijft"},
    {.key = "shape",
     .kind = QuantityKind::number,
     .range = {0.1, 100},
     .required = true,
     .en = "the shape: 1 is exponential, more is steadier",
     .nl = "de vorm: 1 is exponentieel, meer is regelmatiger"},
};
constexpr Field uniform[] = {least, most};
constexpr Field triangular[] = {least,
                                {.key = "mode",
                                 .kind = QuantityKind::parameter,
                                 .required = true,
                                 .en = "the likeliest value",
                                 .nl = "de waarschijnlijkste waarde"},
                                most};
constexpr Field empirical[] = {
    {.key = "values",
     .kind = QuantityKind::parameter,
     .list = true,
     .required = true,
     .en = "the values that were seen",
     .nl = "de waarden die zijn gezien"},
    {.key = "weights",
     .kind = QuantityKind::number,
     .list = true,
     .range = {0, 1e9},
     .en = "how often each value was seen",
     .nl = "hoe vaak elke waarde is gezien"},
};

constinit const Section exponential_section{"exponential", exponential};
constinit const Section lognormal_section{"lognormal", lognormal};
constinit const Section gamma_section{"gamma", doorstroom::gamma};
constinit const Section weibull_section{"weibull", weibull};
constinit const Section uniform_section{"uniform", doorstroom::uniform};
constinit const Section triangular_section{"triangular", triangular};
constinit const Section empirical_section{"empirical", empirical};

constexpr Field shape(const Section& section, std::string_view en, std::string_view nl) {
  return {.key = section.name,
          .map = &section,
          .one_of = "shape",
          .required = true,
          .en = en,
          .nl = nl};
}
constexpr Field distribution[] = {
    shape(exponential_section, "a distribution without memory", "een verdeling zonder geheugen"),
    shape(lognormal_section, "a distribution with a long tail",
          "een verdeling met een lange staart"),
    shape(gamma_section, "a distribution of sums of steps", "een verdeling van sommen van stappen"),
    shape(weibull_section, "a distribution of lifetimes", "een verdeling van levensduren"),
    shape(uniform_section, "all values between two alike", "alle waarden tussen twee gelijk"),
    shape(triangular_section, "a least, a likeliest and a largest value",
          "een laagste, een waarschijnlijkste en een hoogste waarde"),
    shape(empirical_section, "values as they were seen", "waarden zoals ze zijn gezien"),
};

constexpr Field first_day{.key = "from",
                          .kind = QuantityKind::date,
                          .required = true,
                          .en = "the date from which it holds",
                          .nl = "de datum vanaf wanneer het geldt"};
constexpr Field dated_places[] = {first_day,
                                  {.key = "count",
                                   .kind = QuantityKind::places,
                                   .required = true,
                                   .en = "how many youths can be there at once",
                                   .nl = "hoeveel jongeren er tegelijk kunnen zijn"}};
constexpr Field dated_staff[] = {first_day,
                                 {.key = "count",
                                  .kind = QuantityKind::staff_count,
                                  .required = true,
                                  .en = "the staff who work on cases",
                                  .nl = "de medewerkers die aan zaken werken"}};

}  // namespace

constinit const Section sections::label{"label", doorstroom::label};
constinit const Section sections::shares{"shares", doorstroom::shares};
constinit const Section sections::units{"units", doorstroom::units};
constinit const Section sections::starts{"starts", doorstroom::starts, QuantityKind::day_of_year};
constinit const Section sections::payers{"paid_by", doorstroom::payers};
constinit const Section sections::months{"months", doorstroom::months};
constinit const Section sections::distribution{"distribution", doorstroom::distribution};
constinit const Section sections::dated_places{"dated places", doorstroom::dated_places};
constinit const Section sections::dated_staff{"dated staff", doorstroom::dated_staff};

}  // namespace doorstroom
