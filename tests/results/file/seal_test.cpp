#include "results/file/seal.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "engine/regular_file.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/digest.hpp"
#include "results/file/result_reader.hpp"
#include "results/run/result_writer.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using namespace example;
using testing::HasSubstr;
using testing::ThrowsMessage;

class Seal : public testing::Test {
 protected:
  Seal() {
    write(path_, scenario());
    whole_ = content_of(path_);
  }

  /// Gives the file other bytes. @return its path
  std::string with(const std::string& bytes) const {
    std::ofstream(folder_ / "other.h5", std::ios::binary) << bytes;
    return folder_ / "other.h5";
  }

  /// What the reader says when it refuses these bytes; empty when it reads them.
  std::string refusal(const std::string& bytes) const {
    try {
      ResultReader(with(bytes));
      return {};
    } catch (const InputError& error) {
      return error.what();
    }
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "out.h5";
  std::string whole_;
};

TEST_F(Seal, tells_the_sum_of_all_that_stands_behind_it) {
  const std::string told = "doorstroom 1 sha256 " +
                           sha256(std::string_view(whole_).substr(seal_bytes)) + " " +
                           std::to_string(whole_.size()) + "\n";
  EXPECT_EQ(whole_.substr(0, seal_bytes), told + std::string(seal_bytes - told.size(), '\0'));
  EXPECT_EQ(whole_.substr(seal_bytes, 8), "\x89HDF\r\n\x1a\n");
}

TEST_F(Seal, a_digest_of_pieces_is_that_of_the_whole) {
  Sha256 digest;
  for (const std::string_view piece : {"a", "", "bc"})
    digest.add(std::as_bytes(std::span(piece.data(), piece.size())));
  EXPECT_EQ(digest.hexadecimal(), sha256("abc"));
}

TEST_F(Seal, no_bit_changes_unnoticed) {
  ASSERT_GT(whole_.size(), 40'000u);
  for (std::size_t i = 0; i < whole_.size(); i += i < 700 ? 1 : 499) {
    std::string other = whole_;
    other[i] = static_cast<char>(other[i] ^ (1 << i % 8));
    EXPECT_THAT(refusal(other), testing::AnyOf(HasSubstr("damaged, or saved by another program"),
                                               HasSubstr("the end of the file is missing")))
        << "byte " << i;
  }
}

TEST_F(Seal, neither_a_longer_nor_a_shorter_file_is_read) {
  EXPECT_THAT(refusal(whole_ + '\0'), HasSubstr("damaged, or saved by another program"));
  EXPECT_THAT(refusal(whole_ + whole_), HasSubstr("damaged, or saved by another program"));
  for (const std::size_t left : {whole_.size() - 1, whole_.size() / 2, std::size_t{2000}})
    EXPECT_THAT(refusal(whole_.substr(0, left)),
                HasSubstr("the end of the file is missing: " + std::to_string(left) + " of " +
                          std::to_string(whole_.size()) + " bytes"));
  EXPECT_THAT(refusal(""), HasSubstr("not an HDF5 file"));
}

TEST_F(Seal, a_block_of_zeros_is_no_seal) {
  std::string other = whole_;
  other.replace(0, seal_bytes, seal_bytes, '\0');
  EXPECT_THAT(refusal(other), HasSubstr("damaged, or saved by another program"));
}

TEST_F(Seal, a_file_of_an_earlier_version_makes_no_claim_and_is_read) {
  const std::string earlier = with(whole_.substr(seal_bytes));
  EXPECT_EQ(ResultReader(earlier).table("/waiting").rows(), 27u);
  EXPECT_TRUE(differences(path_, earlier).empty());
}

TEST_F(Seal, another_program_reads_the_file_but_what_it_saves_is_told) {
  if (std::system("/usr/bin/python3 -c 'import h5py' 2> /dev/null") != 0)
    GTEST_SKIP() << "no h5py here";
  std::ofstream(folder_ / "read.py") << R"(
import sys, h5py
with h5py.File(sys.argv[1], sys.argv[2]) as file:
    assert file.userblock_size == 512 and file.attrs["seed"] == 4000000000
    if sys.argv[2] == "r+": file["/replications/dropouts_per_year"][0] = 0
)";
  const auto opened_with = [&](const std::string& mode) {
    const std::string command =
        "/usr/bin/python3 " + (folder_ / "read.py") + " " + path_ + " " + mode;
    return std::system(command.c_str());
  };
  ASSERT_EQ(opened_with("r"), 0);
  EXPECT_EQ(content_of(path_), whole_);
  EXPECT_NO_THROW(ResultReader{path_});
  ASSERT_EQ(opened_with("r+"), 0);
  EXPECT_THAT([&] { ResultReader{path_}; },
              ThrowsMessage<InputError>(HasSubstr("damaged, or saved by another program")));
}

/// Bytes that this process has asked to read so far.
std::size_t bytes_read() {
  std::ifstream file("/proc/self/io");
  std::string name;
  std::size_t bytes = 0;
  file >> name >> bytes;
  return bytes;
}

SealedFile summed_now(const std::string& path) {
  return SealedFile(path, open_regular_file(path).file);
}

TEST_F(Seal, a_file_is_summed_once_but_anew_when_it_was_written_to) {
  std::string long_file = whole_.substr(0, seal_bytes) + std::string(3'000'000, 'x');
  const std::string path = with(long_file);
  seal(path);
  const std::size_t before = bytes_read();
  summed_now(path);
  const std::size_t summed = bytes_read() - before;
  EXPECT_GE(summed, 3'000'000u);
  summed_now(path);
  EXPECT_LT(bytes_read() - before - summed, 100'000u);

  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  ASSERT_EQ(pwrite(file, "y", 1, 2'000'000), 1);
  close(file);
  EXPECT_THROW(summed_now(path), InputError);
}

TEST_F(Seal, tells_a_file_that_was_replaced_since_it_was_summed) {
  const SealedFile sealed = summed_now(path_);
  const auto is_there = [&] {
    const int file = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is = sealed.is_open_at(file);
    close(file);
    return is;
  };
  EXPECT_TRUE(is_there());
  fs::rename(with(whole_), path_);
  EXPECT_FALSE(is_there());
}

TEST(SealDeathTest, what_the_user_accepts_is_read_although_it_was_changed) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  std::ofstream(folder / "out.h5", std::ios::binary | std::ios::app) << "more";
  const auto read = [&] {
    accept_changed_files();
    std::exit(ResultReader(folder / "out.h5").table("/waiting").rows() == 27 ? 0 : 1);
  };
  EXPECT_EXIT(read(), testing::ExitedWithCode(0), "");
  EXPECT_THROW(ResultReader{folder / "out.h5"}, InputError);
}

}  // namespace
}  // namespace doorstroom
