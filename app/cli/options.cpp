#include "app/cli/options.hpp"

#include <utility>

namespace doorstroom {

Option::Option(std::string name, std::string value_name, Target target, TranslatableText help)
    : name_(std::move(name)),
      value_name_(std::move(value_name)),
      target_(std::move(target)),
      help_(help) {}

Option& Option::required() {
  required_ = true;
  return *this;
}

Option& Option::required_unless(const std::string& other) {
  alternative_ = other;
  return *this;
}

Option& Option::needs(const std::string& other) {
  needed_ = other;
  return *this;
}

Option& Option::one_of(std::vector<std::string> words) {
  words_ = std::move(words);
  return *this;
}

Option& Option::in_range(NumberRange range) {
  range_ = range;
  return *this;
}

Option& Option::names_output() {
  output_ = true;
  return *this;
}

Option& Option::values(ValueCount count) {
  value_count_ = count;
  return *this;
}

Option& Options::positional(const std::string& name, std::string& target, TranslatableText help) {
  return add({name, " ", &target, help});
}

Option& Options::positional(const std::string& name, std::vector<std::string>& target,
                            TranslatableText help) {
  return add({name, "...", &target, help});
}

Option& Options::option(const std::string& name, const std::string& value_name, std::string& target,
                        TranslatableText help) {
  return add({name, value_name, &target, help});
}

Option& Options::option(const std::string& name, const std::string& value_name,
                        std::vector<std::string>& target, TranslatableText help) {
  return add({name, value_name, &target, help});
}

Option& Options::flag(const std::string& name, bool& target, TranslatableText help) {
  return add({name, "", &target, help});
}

Option& Options::add(Option option) {
  return all_.emplace_back(std::move(option));
}

}  // namespace doorstroom
