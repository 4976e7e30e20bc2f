#pragma once
/// What a reader of an HDF5 file relies on: names, types, units, descriptions, the order of columns
/// and the codes of categories. No values, but for what says which kind of file it is.

#include <fmt/format.h>

#include <set>
#include <string>

#include "results/file/h5_file.hpp"
#include "tests/frozen/contract.hpp"

namespace doorstroom::frozen {

class H5Contract {
 public:
  explicit H5Contract(const fs::path& path) : file_(H5File::open(path.string())) {
    describe_group("/");
  }

  const Lines& lines() const { return lines_; }

 private:
  static std::string type_of(const H5Content& content) {
    return content.type.substr(0, content.type.find(" {"));
  }
  static std::string rank_of(const H5Content& content) {
    if (content.shape == "scalar" || content.shape == "null") return content.shape;
    return content.shape.find('x') == std::string::npos ? "list" : "table";
  }

  void describe_group(const std::string& group) {
    lines_.push_back(group + " group");
    describe_attributes(group);
    const std::string prefix = group == "/" ? group : group + "/";
    for (const H5Link& link : file_.links(group)) {
      const std::string path = prefix + link.name;
      if (link.kind == H5Link::Kind::group)
        describe_group(path);
      else if (link.kind == H5Link::Kind::dataset)
        describe_dataset(path);
      else
        lines_.push_back(path + " other link " + link.target);
    }
  }

  void describe_dataset(const std::string& path) {
    const H5Content content = file_.dataset(path);
    lines_.push_back(fmt::format("{} {} of {}", path, rank_of(content), type_of(content)));
    describe_attributes(path);
    for (const auto& [name, code] : content.names)
      lines_.push_back(fmt::format("{} code {} = {}", path, code, name));
  }

  void describe_attributes(const std::string& object) {
    static const std::set<std::string> fixed{"columns", "description_en", "description_nl",
                                             "format",  "format_version", "random_scheme",
                                             "units"};
    for (const std::string& name : file_.attribute_names(object)) {
      const H5Content content = file_.attribute(object, name);
      const std::string what = fmt::format("{} @{}", object, name);
      if (!fixed.contains(name))
        lines_.push_back(fmt::format("{} {} of {}", what, rank_of(content), type_of(content)));
      else if (name == "columns")
        for (std::size_t i = 0; i < content.count; ++i)
          lines_.push_back(fmt::format("{} {} {}", what, i, content.texts[i]));
      else if (content.kind == H5Content::Kind::text)
        lines_.push_back(fmt::format("{} \"{}\"", what, content.texts.at(0)));
      else
        lines_.push_back(fmt::format("{} {}", what, content.value_text(0)));
    }
  }

  H5File file_;
  Lines lines_;
};

}  // namespace doorstroom::frozen
