#pragma once
/// The months as people name them.

#include <array>

#include "models/messages/message.hpp"

namespace doorstroom {

inline constexpr std::array<TranslatableText, 12> month_names{
    translatable_in("month", "January"),   translatable_in("month", "February"),
    translatable_in("month", "March"),     translatable_in("month", "April"),
    translatable_in("month", "May"),       translatable_in("month", "June"),
    translatable_in("month", "July"),      translatable_in("month", "August"),
    translatable_in("month", "September"), translatable_in("month", "October"),
    translatable_in("month", "November"),  translatable_in("month", "December")};

}  // namespace doorstroom
