#include "results/report/private_text.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <ostream>

namespace doorstroom {
namespace {

struct Cleaned {
  const char* text;
  const char* clean;
};

/// In the name of a test; without it, GoogleTest prints where the texts lie in memory.
void PrintTo(const Cleaned& cleaned, std::ostream* out) {
  for (const char* at = cleaned.text; *at != '\0'; ++at)
    *out << (std::isalnum(static_cast<unsigned char>(*at)) != 0 ? *at : '_');
}

class WithoutFolders : public testing::TestWithParam<Cleaned> {};

TEST_P(WithoutFolders, keeps_the_last_part_of_paths) {
  EXPECT_EQ(without_folders(GetParam().text), GetParam().clean);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, WithoutFolders,
    testing::Values(Cleaned{"/home/jan/x/a.h5", "a.h5"},
                    Cleaned{"read from /home/jan/x/a.h5, and /tmp/b.yaml.",
                            "read from a.h5, and b.yaml."},
                    Cleaned{"doorstroom report '/home/jan de vries/a b.h5' -o /srv/x.html",
                            "doorstroom report 'a b.h5' -o x.html"},
                    Cleaned{"/home/jan de vries/runs/a.h5 is a result", "a.h5 is a result"},
                    Cleaned{"/home/jan\\ de\\ vries/a.h5", "a.h5"},
                    Cleaned{"--set=/home/jan/a.h5", "--set=a.h5"},
                    Cleaned{"C:\\Users\\Jan de Vries\\Documents\\a.h5 (2026)", "a.h5 (2026)"},
                    Cleaned{"C:/Users/jan/a.h5", "a.h5"}, Cleaned{"\\\\server\\jan\\a.h5", "a.h5"},
                    Cleaned{"~/runs/a.h5", "a.h5"}, Cleaned{"~jan/runs/a.h5", "a.h5"},
                    Cleaned{"../jan/a.yaml:41:15: no", "a.yaml:41:15: no"},
                    Cleaned{"runs/jan/a.h5", "a.h5"}, Cleaned{"(runs\\jan\\a.h5)", "(a.h5)"},
                    Cleaned{"/home/jan", "~"}, Cleaned{"in /Users/jan/", "in ~"},
                    Cleaned{"doorstroom report jan/a.h5 jan/sweep -o jan/b",
                            "doorstroom report a.h5 sweep -o b"},
                    Cleaned{"file:///home/jan/a.pdf", "a.pdf"}));

INSTANTIATE_TEST_SUITE_P(
    Others, WithoutFolders,
    testing::Values(Cleaned{"https://duo.nl/open/x.jsp?a=/b/c", "https://duo.nl/open/x.jsp?a=/b/c"},
                    Cleaned{"see https://example.org/a/b.pdf, page 2",
                            "see https://example.org/a/b.pdf, page 2"},
                    Cleaned{"https://jan:geheim@example.org/a", "https://example.org/a"},
                    Cleaned{"youth/year and en/of, t/m 2021", "youth/year and en/of, t/m 2021"},
                    Cleaned{"1/8/2026, +/- 3, 2 / 3", "1/8/2026, +/- 3, 2 / 3"},
                    Cleaned{"attributes of /run", "attributes of /run"},
                    Cleaned{"~20 youths", "~20 youths"},
                    Cleaned{"P10 - P90: 12.5/7.3", "P10 - P90: 12.5/7.3"},
                    Cleaned{"'s-Gravenhage", "'s-Gravenhage"}, Cleaned{"", ""}, Cleaned{"/", "/"},
                    Cleaned{"**.routes.*.delay", "**.routes.*.delay"}));

TEST(WithoutStartCounts, takes_out_the_numbers_beside_a_parameter_of_today) {
  EXPECT_EQ(without_start_counts("today.oza.waiting: 3 -> 12"), "today.oza.waiting: ... -> ...");
  EXPECT_EQ(without_start_counts("--set today.so_2.occupied=4 --seed 7"),
            "--set today.so_2.occupied=... --seed ...");
  EXPECT_EQ(without_start_counts("today.oza.absent is 0.45"), "today.oza.absent is ...");
}

TEST(WithoutStartCounts, takes_them_out_of_a_whole_entry) {
  EXPECT_EQ(without_start_counts("--set today.oza={occupied: 3}"),
            "--set today.oza={occupied: ...}");
}

TEST(WithoutStartCounts, leaves_other_texts_alone) {
  for (const char* const text :
       {"arrangements.oza.places: 3 -> 12", "3 wait today. 4 more", "today",
        "doorstroom run hr-today.yaml --seed 7", "today.csv, 12 rows", "today.yaml:41:15"})
    EXPECT_EQ(without_start_counts(text), text);
}

}  // namespace
}  // namespace doorstroom
