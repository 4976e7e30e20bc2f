#pragma once
/// A variant that somebody tries on the what-if page: a scenario of a folder with some parameters
/// set. It is always run as the overlay that would be saved, so what is shown is what
/// `doorstroom run` makes of the saved file, to the last digit.

#include <optional>
#include <string>
#include <vector>

namespace doorstroom {

/// One parameter, as after `--set PATH=VALUE`.
struct VariantSetting {
  std::string path;
  std::string value;  ///< YAML
};

struct WhatIfVariant {
  std::string name;     ///< as people read it; empty: that of what it extends
  std::string extends;  ///< a file in the scenario's folder; empty: the scenario itself
  std::vector<VariantSetting> sets;
  /// YAML of an overlay that somebody typed, which is then the variant, whatever `extends` and
  /// `sets` say. Nothing of it is believed.
  std::optional<std::string> text{};
};

/// The overlay that says the same, as YAML; what was typed, as it was typed.
/// @param scenario  name of the scenario's file, without its folder
/// @throws InputError when a value is no YAML, a path is set twice, or `extends` is no name of a
///         file in the folder. Whether the paths and values make sense is found when it is loaded
std::string overlay_text(const WhatIfVariant& variant, const std::string& scenario);

/// Whether a name may be that of an overlay in the scenario's folder: letters, digits, dots,
/// hyphens and underscores, ending in ".yaml" and not beginning with a dot or a hyphen.
bool is_overlay_name(const std::string& name);
/// A name of a file for a variant: "20-oza-places-more.yaml".
std::string file_name_for(const WhatIfVariant& variant);

}  // namespace doorstroom
