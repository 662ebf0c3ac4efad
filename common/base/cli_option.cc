// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/cli_option.h"

namespace timbao {

std::string OptionRow::long_name() const { return name.substr(0, name.find(',')); }

std::string OptionRow::letter() const {
  const std::size_t comma = name.find(',');
  return comma == std::string::npos ? std::string() : name.substr(comma + 1);
}

std::string OptionRow::value_name() const {
  return !argument.empty() && may_stand_alone() ? argument.substr(2, argument.size() - 3) : argument;
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string line;
  for (const std::string& text : texts) {
    if (&text != texts.data()) line += separator;
    line += text;
  }
  return line;
}

std::string in_words(const std::vector<std::string>& names, std::string_view last_joint) {
  if (names.size() < 2) return joined(names, "");
  const std::vector<std::string> before(names.begin(), names.end() - 1);
  return joined(before, ", ") + " " + std::string(last_joint) + " " + names.back();
}

std::string in_words(const std::vector<Choice>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const Choice& choice : choices)
    names.push_back(choice.help.empty() ? choice.name : choice.name + " (" + choice.help + ")");
  return in_words(names, "or");
}

}  // namespace timbao
