#pragma once
/// Key figures of the scenario's own replications, which every variant is compared with: simulated
/// once, and kept for all processes that are forked later. They lie in memory that these share, and
/// are gone with the last of them.
///
/// Any of them may be killed at any moment, also while it writes. So a row counts only when the
/// digest that stands before it is that of the row and of what it is for; another one is written
/// over.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace doorstroom {

class BaselineRows {
 public:
  /// @throws RunError when there is no memory
  BaselineRows();
  ~BaselineRows();
  BaselineRows(const BaselineRows&) = delete;
  BaselineRows& operator=(const BaselineRows&) = delete;

  /// The row of a replication, if somebody kept it.
  /// @param key    what the rows are of: scenario, seed and key figures
  /// @param width  of a row
  std::optional<std::vector<double>> find(const std::string& key, std::uint32_t replication,
                                          std::size_t width) const;
  /// Keeps a row, if there is room for it.
  void keep(const std::string& key, std::uint32_t replication, std::span<const double> row);

 private:
  /// Where the row of a replication stands; null when there is no room.
  std::byte* place(std::uint32_t replication, std::size_t width) const;

  std::byte* memory_ = nullptr;
};

}  // namespace doorstroom
