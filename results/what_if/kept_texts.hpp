#pragma once
/// Texts that took a while to make and hold as long as some files stay as they are: made once, and
/// kept for all processes that are forked later, in memory that these share. As with BaselineRows,
/// any of them may be killed while it writes, so a text counts only with its digest.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace doorstroom {

/// A text, and the files that it was made from.
struct MadeText {
  std::string text;
  std::vector<std::string> files;  ///< paths
};

class KeptTexts {
 public:
  /// @throws RunError when there is no memory
  KeptTexts();
  ~KeptTexts();
  KeptTexts(const KeptTexts&) = delete;
  KeptTexts& operator=(const KeptTexts&) = delete;

  /// The text of a key: as it was kept, where none of its files has changed since, else made anew.
  /// Of files that changed in the last seconds nothing is kept: they might change once more, and
  /// look the same. @param make  none: there is no text, which is not kept
  std::optional<std::string> text(const std::string& key,
                                  const std::function<std::optional<MadeText>()>& make);

 private:
  std::optional<std::string> find(const std::string& key) const;
  void keep(const std::string& key, const MadeText& made);
  std::byte* place(const std::string& key) const;

  std::byte* memory_ = nullptr;
};

}  // namespace doorstroom
