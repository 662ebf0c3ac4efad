// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/shell_text.h"

#include <algorithm>

namespace timbao {
namespace {

constexpr std::string_view kPlainSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./=:,";

}  // namespace

std::string shell_quoted(std::string_view text) {
  if (!text.empty() && text.find_first_not_of(kPlainSigns) == std::string_view::npos) return std::string(text);
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'')
      quoted += R"('\'')";
    else
      quoted += letter;
  }
  return quoted + "'";
}

std::string fish_quoted(std::string_view text) { return "'" + backslashed(text, R"(\')") + "'"; }

std::string backslashed(std::string_view text, std::string_view signs) {
  std::string escaped;
  for (const char letter : text) {
    if (signs.find(letter) != std::string_view::npos) escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

std::string quoted_names(const std::vector<Choice>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const Choice& choice : choices) names.push_back(shell_quoted(choice.name));
  return joined(names, " ");
}

std::string shell_name(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
  std::string result;
  while (true) {
    const std::size_t sign = text.find('@');
    result += text.substr(0, sign);
    if (sign == std::string_view::npos) return result;
    text.remove_prefix(sign + 1);
    const std::size_t end = text.find('@');
    const auto value = values.find(text.substr(0, end));
    if (end == std::string_view::npos || value == values.end()) {
      result += '@';
      continue;
    }
    result += value->second;
    text.remove_prefix(end + 1);
  }
}

}  // namespace timbao
