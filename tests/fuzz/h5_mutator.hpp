#pragma once
/// Changes a result file as somebody does who knows its form: single fields of superblock, object
/// headers, heaps, trees and chunk indices; messages of types, shapes, layouts, links and
/// attributes, also in each other's place; texts and values of our own tables. The checksums of
/// HDF5 and the seal are made anew, so that readers get past them.

#include <cstdint>
#include <random>
#include <vector>

namespace doorstroom::fuzz {

using Bytes = std::vector<std::uint8_t>;

/// @param seed  of the chance by which places and values are chosen
/// @param most  bytes that the file may have afterwards
void mutate_file(Bytes& file, unsigned seed, std::size_t most);

/// Puts messages of another file in the place of some of their type.
void cross_files(Bytes& file, const Bytes& other, unsigned seed);

}  // namespace doorstroom::fuzz
