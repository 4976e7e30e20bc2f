#include "results/compare_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "models/said.hpp"
#include "results/h5_file.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view not_compared = "/run";
constexpr int deepest = 64;

std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 120;
  return text.size() <= longest ? text : text.substr(0, longest) + "...";
}

std::string_view kind_text(H5Link::Kind kind) {
  constexpr std::array<std::string_view, 5> words{"group", "dataset", "named type", "soft link",
                                                  "external link"};
  return words[static_cast<std::size_t>(kind)];
}

/// In what two enums differ, at the first value where they do.
std::string enum_difference(const H5Content& a, const H5Content& b) {
  const auto [in_a, in_b] =
      std::mismatch(a.names.begin(), a.names.end(), b.names.begin(), b.names.end());
  const auto text = [](const H5Content& content, auto at) {
    return at == content.names.end() ? std::string("nothing")
                                     : fmt::format("`{}` = {}", at->first, at->second);
  };
  if (in_a == a.names.end() && in_b == b.names.end())
    return fmt::format("the type is {} against {}", shortened(a.type), shortened(b.type));
  return fmt::format("the names of the enum differ, the first: {} against {}", text(a, in_a),
                     text(b, in_b));
}

class Comparison {
 public:
  Comparison(const std::string& first, const std::string& second)
      : a_(H5File::open(first)), b_(H5File::open(second)) {
    compare_attributes("/");
    compare_groups("/", 0);
  }

  std::vector<Difference> take() { return std::move(found_); }

 private:
  void compare_groups(const std::string& group, int depth) {
    if (depth > deepest) throw run_error(say("{}: nested too deep to compare", group));
    const std::vector<H5Link> in_a = a_.links(group);
    const std::vector<H5Link> in_b = b_.links(group);
    each_of_both(
        in_a, in_b, [](const H5Link& link) { return link.name; },
        [&](const H5Link* a, const H5Link* b) {
          const std::string& name = a != nullptr ? a->name : b->name;
          const std::string path = group == "/" ? "/" + name : group + "/" + name;
          if (path == not_compared) return;
          if (a == nullptr || b == nullptr) {
            const H5Link& link = a != nullptr ? *a : *b;
            add(path, fmt::format("only in the {} file: a {}", a != nullptr ? "first" : "second",
                                  kind_text(link.kind)));
          } else {
            compare_links(path, *a, *b, depth);
          }
        });
  }

  void compare_links(const std::string& path, const H5Link& a, const H5Link& b, int depth) {
    if (a.kind != b.kind)
      return add(path, fmt::format("a {} against a {}", kind_text(a.kind), kind_text(b.kind)));
    switch (a.kind) {
      case H5Link::Kind::soft:
      case H5Link::Kind::external:
        if (a.target != b.target)
          add(path, fmt::format("links to {} against {}", a.target.c_str(), b.target.c_str()));
        return;
      case H5Link::Kind::type:
        if (a_.named_type(path) != b_.named_type(path))
          add(path, fmt::format("the type is {} against {}", shortened(a_.named_type(path)),
                                shortened(b_.named_type(path))));
        break;
      case H5Link::Kind::dataset:
        compare(path, a_.dataset(path), b_.dataset(path));
        break;
      case H5Link::Kind::group:
        compare_groups(path, depth + 1);
        break;
    }
    compare_attributes(path);
  }

  void compare_attributes(const std::string& path) {
    each_of_both(
        a_.attribute_names(path), b_.attribute_names(path),
        [](const std::string& name) { return name; },
        [&](const std::string* a, const std::string* b) {
          const std::string& name = a != nullptr ? *a : *b;
          const std::string place = path + "@" + name;
          if (a == nullptr || b == nullptr)
            add(place, fmt::format("only in the {} file: an attribute",
                                   a != nullptr ? "first" : "second"));
          else
            compare(place, a_.attribute(path, name), b_.attribute(path, name));
        });
  }

  void compare(const std::string& path, const H5Content& a, const H5Content& b) {
    if (a.type != b.type) {
      const bool enums = a.kind == H5Content::Kind::category && b.kind == H5Content::Kind::category;
      return add(path, enums ? enum_difference(a, b)
                             : fmt::format("the type is {} against {}", shortened(a.type),
                                           shortened(b.type)));
    }
    if (a.shape != b.shape)
      return add(path, fmt::format("the shape is {} against {}", a.shape, b.shape));
    if (a.kind == H5Content::Kind::other && a.value_size == 0)
      return add(path,
                 fmt::format("values of this type cannot be compared: {}", shortened(a.type)));
    std::size_t differing = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < a.count; ++i) {
      if (a.same_value(b, i)) continue;
      if (differing++ == 0) first = i;
    }
    if (differing == 0) return;
    const std::string values =
        fmt::format("{} against {}", a.value_text(first), b.value_text(first));
    add(path, a.shape == "scalar" ? "the value is " + values
                                  : fmt::format("{} of {} values differ, the first at {}: {}",
                                                differing, a.count, first, values));
  }

  /// Calls with pointers to what two sorted lists have under a name; null where one lacks it.
  template <class Item, class Name, class Call>
  static void each_of_both(const std::vector<Item>& a, const std::vector<Item>& b, Name name,
                           Call call) {
    auto in_a = a.begin();
    auto in_b = b.begin();
    while (in_a != a.end() || in_b != b.end()) {
      const bool no_a = in_a == a.end() || (in_b != b.end() && name(*in_b) < name(*in_a));
      const bool no_b = in_b == b.end() || (in_a != a.end() && name(*in_a) < name(*in_b));
      call(no_a ? nullptr : &*in_a, no_b ? nullptr : &*in_b);
      if (!no_a) ++in_a;
      if (!no_b) ++in_b;
    }
  }

  void add(const std::string& path, std::string what) { found_.push_back({path, std::move(what)}); }

  H5File a_;
  H5File b_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const std::string& first, const std::string& second) {
  return Comparison(first, second).take();
}

std::string to_text(const Difference& difference) {
  return difference.path + ": " + difference.what;
}

}  // namespace doorstroom
