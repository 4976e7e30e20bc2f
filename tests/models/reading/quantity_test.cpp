#include "models/reading/quantity.hpp"

#include <gmock/gmock.h>

#include <clocale>

#include "engine/units.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Quantity, durations_are_read_in_days) {
  EXPECT_EQ(read_quantity(QuantityKind::duration, "3 days").value, 3);
  EXPECT_EQ(read_quantity(QuantityKind::duration, "1 week").value, 7);
  EXPECT_EQ(read_quantity(QuantityKind::duration, "11 months").value, 11 * days_per_month);
  EXPECT_EQ(read_quantity(QuantityKind::duration, "2 years").value, 730.5);
  EXPECT_EQ(read_quantity(QuantityKind::duration, " 1.5   weeks ").value, 10.5);
}

TEST(Quantity, a_percentage_is_rounded_once) {
  EXPECT_EQ(read_quantity(QuantityKind::share, "14%").value, 0.14);
  EXPECT_EQ(read_quantity(QuantityKind::share, "33.3%").value, 0.333);
  EXPECT_EQ(read_quantity(QuantityKind::share, "7 %").value, 0.07);
  EXPECT_EQ(read_quantity(QuantityKind::growth, "-2.2% per year").value, -0.022);
}

TEST(Quantity, rates_are_per_day_and_yearly_amounts_per_year) {
  EXPECT_DOUBLE_EQ(*read_quantity(QuantityKind::hazard, "3% per month").value,
                   0.03 / days_per_month);
  EXPECT_DOUBLE_EQ(*read_quantity(QuantityKind::hazard, "1% per week").value, 0.01 / 7);
  EXPECT_EQ(read_quantity(QuantityKind::youths_per_year, "900 per year").value, 900);
  EXPECT_EQ(read_quantity(QuantityKind::hours_per_year, "1300 hours per year").value, 1300);
  EXPECT_EQ(read_quantity(QuantityKind::money_per_year, "22000 EUR per year").value, 22000);
  EXPECT_EQ(read_quantity(QuantityKind::money, "85 EUR").value, 85);
  EXPECT_EQ(read_quantity(QuantityKind::staff, "11.7 fte").value, 11.7);
  EXPECT_EQ(read_quantity(QuantityKind::age, "18 months").value, 1.5);
}

TEST(Quantity, what_is_no_number_of_the_kind_is_told_with_what_to_write) {
  const auto why = [](QuantityKind kind, const char* text) {
    const auto parsed = read_quantity(kind, text);
    EXPECT_FALSE(parsed.value) << text;
    return parsed.why.in(Language::en);
  };
  EXPECT_THAT(why(QuantityKind::duration, "6"),
              HasSubstr("6 days or 6 weeks or 6 months or 6 years"));
  EXPECT_THAT(why(QuantityKind::duration, "0"), HasSubstr("needs a unit"));
  EXPECT_THAT(why(QuantityKind::duration, "6 EUR"), HasSubstr("such as 6 weeks"));
  EXPECT_THAT(why(QuantityKind::duration, "6 wekes"), HasSubstr("did you mean 6 weeks?"));
  EXPECT_THAT(why(QuantityKind::duration, "1,5 weeks"), HasSubstr("write 1.5 weeks"));
  EXPECT_THAT(why(QuantityKind::money_per_year, "22.000 EUR per year"),
              HasSubstr("write 22000 or 22,"));
  EXPECT_THAT(why(QuantityKind::number, "10.000"), HasSubstr("write 10000 or 10,"));
  EXPECT_THAT(why(QuantityKind::number, "1.250"), HasSubstr("write 1250 or 1.25,"));
  EXPECT_THAT(why(QuantityKind::duration, "11 lunar cycles"),
              HasSubstr("such as 6 weeks, in days or weeks or months or years"));
  EXPECT_THAT(why(QuantityKind::duration, "-1 week"), HasSubstr("0 or more"));
  EXPECT_THAT(why(QuantityKind::places, "10 000"), HasSubstr("thousands"));
  EXPECT_THAT(why(QuantityKind::places, "10'000"), HasSubstr("thousands"));
  EXPECT_THAT(why(QuantityKind::money, "22.000.000 EUR"), HasSubstr("thousands"));
  EXPECT_THAT(why(QuantityKind::share, "101%"), HasSubstr("0% to 100%"));
  for (const char* junk : {"", " ", "nan", "-nan", "inf", "-inf", "infinity", "0x1p3", "e5", ".",
                           "-", "--1", "+-1", "1e", "1e999", "1e-999", "1..2", "1.2.3",
                           "\xc2\xa0"
                           "1"})
    EXPECT_FALSE(why(QuantityKind::number, junk).empty()) << junk;
}

TEST(Quantity, units_of_other_languages_are_told_as_files_write_them) {
  const auto why = [](QuantityKind kind, const char* text) {
    return read_quantity(kind, text).why.in(Language::en);
  };
  EXPECT_THAT(why(QuantityKind::duration, "3 weken"), HasSubstr("did you mean 3 weeks?"));
  EXPECT_THAT(why(QuantityKind::duration, "2 jaar"), HasSubstr("did you mean 2 years?"));
  EXPECT_THAT(why(QuantityKind::duration, "1 Jaar"), HasSubstr("did you mean 1 year?"));
  EXPECT_THAT(why(QuantityKind::duration, "11 maanden"), HasSubstr("did you mean 11 months?"));
  EXPECT_THAT(why(QuantityKind::hazard, "3% per maand"), HasSubstr("did you mean 3% per month?"));
  EXPECT_THAT(why(QuantityKind::hours, "30 uur"), HasSubstr("did you mean 30 hours?"));
  EXPECT_THAT(why(QuantityKind::hours_per_year, "1300 uur per jaar"),
              HasSubstr("did you mean 1300 hours per year?"));
  EXPECT_THAT(why(QuantityKind::money_per_year, "22000 euro per jaar"),
              HasSubstr("did you mean 22000 EUR per year?"));
  EXPECT_THAT(why(QuantityKind::growth, "2% per jaar"), HasSubstr("did you mean 2% per year?"));
  EXPECT_THAT(why(QuantityKind::duration, "3 euro"), HasSubstr("such as 6 weeks"));
}

TEST(Quantity, dates_as_people_say_them_are_told_as_files_write_them) {
  for (const char* said : {"1 september 2026", "1 sep 2026", "1 September 2026", "01-09-2026",
                           "1-9-2026", "1/9/2026", "1.9.2026"})
    EXPECT_THAT(read_date(said).why.in(Language::en), HasSubstr("did you mean 2026-09-01?"))
        << said;
  EXPECT_THAT(read_date("1 mei 2027").why.in(Language::en), HasSubstr("2027-05-01?"));
  EXPECT_THAT(read_date("31 september 2026").why.in(Language::en), Not(HasSubstr("did you mean")));
  EXPECT_THAT(read_date("1 2026 9").why.in(Language::en), Not(HasSubstr("did you mean")));
  EXPECT_THAT(read_day_of_year("1 augustus").why.in(Language::en),
              HasSubstr("did you mean 08-01?"));
}

TEST(Quantity, reads_alike_in_every_locale) {
  const char* before = std::setlocale(LC_NUMERIC, nullptr);
  const std::string kept = before ? before : "C";
  std::setlocale(LC_NUMERIC, "nl_NL.UTF-8");
  EXPECT_EQ(read_quantity(QuantityKind::number, "1.5").value, 1.5);
  EXPECT_EQ(normalise_quantity("1.5 week")->text, "1.5 weeks");
  std::setlocale(LC_NUMERIC, kept.c_str());
}

TEST(Quantity, a_difference_may_be_negative) {
  EXPECT_EQ(read_difference(QuantityKind::share, "-5%").value, -0.05);
  EXPECT_EQ(read_difference(QuantityKind::drawn_duration, "-2 weeks").value, -14);
  EXPECT_FALSE(read_difference(QuantityKind::share, "-5 weeks").value);
}

TEST(Quantity, a_range_of_a_field_narrows_that_of_its_kind) {
  const Range positive{0, Range{}.most, true};
  EXPECT_FALSE(read_quantity(QuantityKind::duration, "0 days", positive).value);
  EXPECT_TRUE(read_quantity(QuantityKind::duration, "1 day", positive).value);
  EXPECT_FALSE(read_quantity(QuantityKind::duration, "10001 years", positive).value);
}

TEST(Quantity, spans_are_whole_days_or_whole_months) {
  EXPECT_EQ(read_span("1.5 years").value, (CalendarSpan{18, 0}));
  EXPECT_EQ(read_span("4 months").value, (CalendarSpan{4, 0}));
  EXPECT_EQ(read_span("6 weeks").value, (CalendarSpan{0, 42}));
  EXPECT_FALSE(read_span("1.3 months").value);
  EXPECT_FALSE(read_span("0.5 days").value);
  EXPECT_FALSE(read_span("-1 day").value);
  EXPECT_FALSE(read_span("1e9 years").value);
}

TEST(Quantity, dates_exist) {
  EXPECT_EQ(to_text(*read_date("2028-02-29").value), "2028-02-29");
  for (const char* wrong : {"2027-02-29", "2026-13-01", "2026-00-10", "1899-12-31", "2026-8-1",
                            "26-08-01", "2026/08/01", "2026-08-01T00:00", "-026-08-01", ""})
    EXPECT_FALSE(read_date(wrong).value) << wrong;
}

TEST(Quantity, is_normalised_to_a_number_and_one_unit) {
  EXPECT_EQ(normalise_quantity("14%")->number, 0.14);
  EXPECT_EQ(normalise_quantity("12")->number, 12);
  EXPECT_EQ(normalise_quantity("1 weeks")->text, "1 week");
  EXPECT_EQ(normalise_quantity("2.50  week")->text, "2.5 weeks");
  EXPECT_EQ(normalise_quantity("2 % per year")->text, "2% per year");
  EXPECT_FALSE(normalise_quantity("unlimited"));
  EXPECT_FALSE(normalise_quantity("5 apples"));
}

}  // namespace
}  // namespace doorstroom
