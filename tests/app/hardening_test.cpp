// What SECURITY.md promises of the release build.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

#if defined(NDEBUG) && !defined(DOORSTROOM_SANITIZE)

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

/// What readelf tells of the program: its header, segments, dynamic section and dynamic symbols.
std::string facts_of_the_program() {
  FILE* const told = popen(("LC_ALL=C readelf -hldW --dyn-syms " + program).c_str(), "r");
  std::string text;
  std::array<char, 4096> piece{};
  while (const std::size_t got = fread(piece.data(), 1, piece.size(), told))
    text.append(piece.data(), got);
  EXPECT_EQ(pclose(told), 0);
  return text;
}

TEST(Hardening, of_the_program_is_what_is_promised) {
  EXPECT_THAT(facts_of_the_program(),
              AllOf(ContainsRegex("Type: +DYN"), HasSubstr("GNU_RELRO"), HasSubstr("Flags: NOW"),
                    HasSubstr("__stack_chk_fail"), HasSubstr("__memcpy_chk")));
}

}  // namespace
}  // namespace doorstroom::testing

#endif
