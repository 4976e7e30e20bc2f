#pragma once
/// Sections that stand at several places of a file: labels, shares, payers, distributions, dated
/// numbers.

#include "models/reading/field.hpp"

namespace doorstroom::sections {

extern const Section label;
extern const Section shares;
extern const Section mix;
extern const Section units;
extern const Section starts;
extern const Section closed;
extern const Section payers;
extern const Section months;
extern const Section distribution;
extern const Section dated_places;
extern const Section dated_staff;

}  // namespace doorstroom::sections
