#pragma once
/// What an assumption is called for who has never seen a scenario file: "OZA: how long youths stay"
/// instead of `arrangements.oza.stay`.

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "results/report/report_sources.hpp"

namespace doorstroom {

/// "measured", "derived", "assumed".
LocalizedText basis_words(Basis basis);

class AssumptionNames {
 public:
  /// Takes labels from the base and its variants.
  explicit AssumptionNames(ReportSources& sources);
  ~AssumptionNames();
  AssumptionNames(const AssumptionNames&) = delete;
  AssumptionNames& operator=(const AssumptionNames&) = delete;

  /// @param path  of a parameter, a pattern of paths, or the name that several share (`together`)
  std::string of(const std::string& path) const;
  /// "11 months", "240", "0.75". @param unit  as scenarios write it; empty for plain numbers
  std::string value(double value, const std::string& unit) const;
  /// A value as a resolved scenario holds it, "11 months", in the language; of a share "40%".
  std::string value_of(const std::string& path, const std::string& written) const;
  /// "0.75 to 1.0, middle 0.85". @param written  low, (middle,) high, as a scenario holds them
  LocalizedText range_of(const std::string& path, const std::vector<std::string>& written) const;
  /// What the manual says of the last key of a path, without whose it is.
  std::string about(const std::string& path) const;

 private:
  std::string owner_of(const std::vector<std::string>& keys) const;
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  Language language_;
  std::vector<nlohmann::json> scenarios_;
  const KpiLabels* labels_;
};

}  // namespace doorstroom
