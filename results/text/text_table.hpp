#pragma once
/// A table for a terminal. Columns of figures are as wide as their longest value; the labels at the
/// left get what is left, and are wrapped. Where even that is too narrow, the columns are divided
/// into blocks below each other, each with the labels.

#include <cstddef>
#include <string>
#include <vector>

namespace doorstroom {

/// Where an answer is not printed on a terminal that is wider [character].
inline constexpr std::size_t customary_width = 80;

class TextTable {
 public:
  /// @param title    above the labels
  /// @param columns  what stands above each column; wrapped where its values are shorter
  TextTable(std::string title, std::vector<std::string> columns);

  /// @param values  one for each column
  void add_row(std::string label, std::vector<std::string> values);

  /// The lines of the table, without an empty one at either end. Only a value or a word of a label
  /// that is itself too long makes a line longer than `width` characters.
  std::string text(std::size_t width) const;

  struct Row {
    std::string label;
    std::vector<std::string> values;
  };
  /// The title, and what stands above the columns.
  const Row& head() const { return head_; }
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<std::size_t> widths() const;
  std::string block(std::size_t first, std::size_t end, std::vector<std::size_t> widths,
                    std::size_t room) const;

  Row head_;
  std::vector<Row> rows_;
};

}  // namespace doorstroom
