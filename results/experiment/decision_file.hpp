#pragma once
/// The file of an answer to a question about decisions, such as that of `doorstroom seek --save`:
/// some tables in the form of all result files, for `doorstroom export` and other readers.

#include <string>
#include <vector>

#include "results/experiment/simulations.hpp"
#include "results/file/result_format.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// @throws InputError when the file exists and is not to be replaced; RunError when it cannot be
///         written
void write_decision(const std::string& path, const FileFormat& format,
                    const Simulations& simulations, const std::vector<Table>& tables, bool force);

}  // namespace doorstroom
