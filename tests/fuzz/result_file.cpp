// Result files of any kind: read as a command does (read_results.hpp), which the first byte
// chooses, or refused. Files are changed by their form (h5_mutator.hpp), and read in a child
// (watched_child.hpp), as the library that reads them does not survive all.

#include <map>
#include <nlohmann/json.hpp>

#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/folder.hpp"
#include "tests/fuzz/h5_mutator.hpp"
#include "tests/fuzz/read_results.hpp"
#include "tests/fuzz/watched_child.hpp"

namespace doorstroom::fuzz {
namespace {

/// Another result that the same command reads, in memory.
const std::string& good_for(const Reader& reader) {
  static std::map<std::string, std::string> copies;
  std::string& copy = copies[reader.name];
  if (copy.empty())
    copy = folder().write("good_" + reader.name + ".h5",
                          read_file(DOORSTROOM_RESULTS "/" + reader.name + ".h5"));
  return copy;
}

void read_as_chosen(std::span<const std::uint8_t> input) {
  const Reader& reader = readers()[input.front() % readers().size()];
  const std::string path =
      folder().write("bad.h5", {reinterpret_cast<const char*>(input.data()) + 1, input.size() - 1});
  try {
    answered([&] { reader.read(path, good_for(reader)); });
  } catch (const nlohmann::json::exception&) {  // main() tells that the file is not as the program
                                                // writes it
  }
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // What the library does not survive teaches nothing of ours, so it is no seed of further inputs.
  return doorstroom::fuzz::try_in_child(doorstroom::fuzz::read_as_chosen, {data, size}) ? 0 : -1;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  if (size < 2) return size;
  if (seed % 64 == 0) ++*data;
  doorstroom::fuzz::Bytes file(data + 1, data + size);
  doorstroom::fuzz::mutate_file(file, seed, most - 1);
  std::ranges::copy(file, data + 1);
  return file.size() + 1;
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* into, std::size_t most,
                                                 unsigned seed) {
  if (one_size < 2 || other_size < 2) return 0;
  doorstroom::fuzz::Bytes file(one + 1, one + std::min(one_size, most));
  doorstroom::fuzz::cross_files(file, {other + 1, other + other_size}, seed);
  *into = *one;
  std::ranges::copy(file, into + 1);
  return file.size() + 1;
}
