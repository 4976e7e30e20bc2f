#include "results/file/compare_files.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "results/file/h5_file.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view not_compared = "/run";
constexpr int deepest = 64;
constexpr int most_objects = 1'000'000;  ///< a group that holds itself has no end

std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 120;
  return text.size() <= longest ? text : text.substr(0, longest) + "...";
}

LocalizedText kind_text(H5Link::Kind kind) {
  constexpr std::array words{translatable("a group"), translatable("a dataset"),
                             translatable("a named type"), translatable("a soft link"),
                             translatable("an external link")};
  return words[static_cast<std::size_t>(kind)];
}

LocalizedText only_in(bool first, const LocalizedText& what) {
  return first ? message("only in the first file: {0}", what)
               : message("only in the second file: {0}", what);
}

LocalizedText other_type(const std::string& a, const std::string& b) {
  return message("the type is {0} against {1}", shortened(a), shortened(b));
}

/// The first value at which two enums differ.
LocalizedText enum_difference(const H5Content& a, const H5Content& b) {
  const auto [in_a, in_b] =
      std::mismatch(a.names.begin(), a.names.end(), b.names.begin(), b.names.end());
  const auto text = [](const H5Content& content, auto at) {
    return at == content.names.end() ? message("nothing")
                                     : message("`{0}` = {1}", at->first, at->second);
  };
  if (in_a == a.names.end() && in_b == b.names.end()) return other_type(a.type, b.type);
  return message("the names of the enum differ, the first: {0} against {1}", text(a, in_a),
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
    if (depth > deepest) throw input_error(message("{0}: nested too deep to compare", group));
    const std::vector<H5Link> in_a = a_.links(group);
    const std::vector<H5Link> in_b = b_.links(group);
    each_of_both(
        in_a, in_b, [](const H5Link& link) { return link.name; },
        [&](const H5Link* a, const H5Link* b) {
          const std::string& name = a != nullptr ? a->name : b->name;
          const std::string path = group == "/" ? "/" + name : group + "/" + name;
          if (path == not_compared) return;
          if (++objects_ > most_objects)
            throw input_error(message("{0}: too many objects to compare", path));
          if (a == nullptr || b == nullptr) {
            const H5Link& link = a != nullptr ? *a : *b;
            add(path, only_in(a != nullptr, kind_text(link.kind)));
          } else {
            compare_links(path, *a, *b, depth);
          }
        });
  }

  void compare_links(const std::string& path, const H5Link& a, const H5Link& b, int depth) {
    if (a.kind != b.kind)
      return add(path, message("{0} against {1}", kind_text(a.kind), kind_text(b.kind)));
    switch (a.kind) {
      case H5Link::Kind::soft:
      case H5Link::Kind::external:
        if (a.target != b.target)
          add(path, message("links to {0} against {1}", a.target.c_str(), b.target.c_str()));
        return;
      case H5Link::Kind::type:
        if (a_.named_type(path) != b_.named_type(path))
          add(path, other_type(a_.named_type(path), b_.named_type(path)));
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
            add(place, only_in(a != nullptr, message("an attribute")));
          else
            compare(place, a_.attribute(path, name), b_.attribute(path, name));
        });
  }

  void compare(const std::string& path, const H5Content& a, const H5Content& b) {
    if (a.type != b.type) {
      const bool enums = a.kind == H5Content::Kind::category && b.kind == H5Content::Kind::category;
      return add(path, enums ? enum_difference(a, b) : other_type(a.type, b.type));
    }
    if (a.shape != b.shape)
      return add(path, message("the shape is {0} against {1}", a.shape, b.shape));
    if (a.kind == H5Content::Kind::other && a.value_size == 0)
      return add(path, message("values of this type cannot be compared: {0}", shortened(a.type)));
    std::size_t differing = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < a.count; ++i) {
      if (a.same_value(b, i)) continue;
      if (differing++ == 0) first = i;
    }
    if (differing == 0) return;
    const LocalizedText values =
        message("{0} against {1}", a.value_text(first), b.value_text(first));
    add(path, a.shape == "scalar" ? message("the value is {0}", values)
                                  : message("{0} of {1} values differ, the first at {2}: {3}",
                                            differing, a.count, first, values));
  }

  /// Merges two sorted lists by name, and calls with the two elements; null where a list has none.
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

  void add(const std::string& path, LocalizedText what) {
    found_.push_back({path, std::move(what)});
  }

  H5File a_;
  H5File b_;
  std::vector<Difference> found_;
  int objects_ = 0;
};

}  // namespace

std::vector<Difference> differences(const std::string& first, const std::string& second) {
  return Comparison(first, second).take();
}

LocalizedText to_text(const Difference& difference) {
  return message("{0}: {1}", difference.path, difference.what);
}

}  // namespace doorstroom
