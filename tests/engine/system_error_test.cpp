#include "engine/system_error.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>

namespace doorstroom {
namespace {

TEST(SystemError, says_what_to_do_about_what_users_meet) {
  for (const int number : {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, ENOENT, ENOTDIR, EISDIR,
                           EEXIST, ENAMETOOLONG, ELOOP, EMFILE, ENFILE, EAGAIN, ENOMEM, EIO}) {
    const std::string text = filled_in(system_error(number));
    EXPECT_NE(text.find("\n  "), std::string::npos) << text;
    EXPECT_EQ(text.find(std::strerror(number)), std::string::npos) << text;
  }
}

TEST(SystemError, of_any_other_has_its_number_to_look_up) {
  EXPECT_EQ(filled_in(system_error(EDOM)),
            "Numerical argument out of domain (error " + std::to_string(EDOM) + " of the system)");
  for (int number = 0; number < 200; ++number)
    EXPECT_FALSE(filled_in(system_error(number)).empty()) << number;
}

}  // namespace
}  // namespace doorstroom
