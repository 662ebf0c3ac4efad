// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/highlight_pattern.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "query/output/code_point_walk.h"

namespace timbao {
namespace {

void count_forms(const HighlightedText& text, std::map<std::string, std::size_t>& forms) {
  CodePointWalk walk(text.text);
  for (const CharRange& range : text.highlights) {
    walk.to(range.begin);
    const std::string_view form = walk.to(range.end);
    if (!form.empty()) ++forms[on_one_line(form)];
  }
}

/// A word in which no character has a meaning for a regular expression.
std::string escaped(std::string_view word) {
  std::string literal;
  for (const char c : word) {
    if (std::string_view("\\^$.[]|()*+?{}/").find(c) != std::string_view::npos) literal += '\\';
    literal += c;
  }
  return literal;
}

/// "\\b" beside a letter or digit, so that "dân" is not found within another word; nothing beside a sign such as %.
std::string_view word_edge(char byte) { return is_ascii_letter_or_digit(byte) || !is_ascii(byte) ? "\\b" : ""; }

/// "Đảng bộ xã" as \bĐảng( bộ( xã\b|$)|$): a line may end behind each word.
std::string pattern_of(std::string_view form) {
  std::string pattern(word_edge(form.front()));
  std::string closing(word_edge(form.back()));
  for (std::size_t at = 0; at <= form.size();) {
    const std::size_t end = std::min(form.find(' ', at), form.size());
    if (at > 0) {
      pattern += "( ";
      closing += "|$)";
    }
    pattern += escaped(form.substr(at, end - at));
    at = end + 1;
  }
  return pattern + closing;
}

/// The forms, the most frequent first.
std::vector<std::string> forms_of(const Hit& hit) {
  std::map<std::string, std::size_t> counts;
  count_forms(hit.title, counts);
  count_forms(hit.snippet, counts);
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> forms;
  forms.reserve(sorted.size());
  for (auto& [form, count] : sorted) forms.push_back(std::move(form));
  return forms;
}

}  // namespace

std::string highlight_pattern(const Hit& hit) {
  std::string alternatives;
  for (const std::string& form : forms_of(hit)) {
    const std::string pattern = pattern_of(form);
    if (alternatives.size() + pattern.size() + 1 > kPatternLimitBytes) continue;
    alternatives += (alternatives.empty() ? "" : "|") + pattern;
  }
  return alternatives;
}

}  // namespace timbao
