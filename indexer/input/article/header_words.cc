// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/header_words.h"

#include <algorithm>
#include <string>

#include "common/base/ascii.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostWordBytes = 40;  // "Ngày đăng", "Published Date"
constexpr std::size_t kFewestWords = 3;

/// A line, and the word that it begins with; no word where it has none that is known.
struct HeaderLine {
  std::string_view word, value;
  Part part = Part::other;

  [[nodiscard]] bool has_word() const { return part != Part::other; }
};

HeaderLine header_line(std::string_view line) {
  const std::size_t colon = line.substr(0, kMostWordBytes).find(':');
  if (colon == std::string_view::npos) return {{}, line};
  const std::string_view word = trim(line.substr(0, colon));
  const Part part = word.empty() ? Part::other : meaning_of(word).part;
  if (part >= Part::extra) return {{}, line};
  return {word, trim(line.substr(colon + 1)), part};
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return trim(line);
}

bool begins_with_words(std::string_view text) {
  bool has_title = false;
  std::size_t words = 0;
  while (!text.empty() && words < kFewestWords) {
    const std::string_view line = take_line(text);
    if (line.empty()) continue;
    const HeaderLine header = header_line(line);
    if (!header.has_word()) return false;
    has_title = has_title || header.part == Part::title;
    ++words;
  }
  return words == kFewestWords && has_title;
}

}  // namespace

bool read_header_words(std::string_view text, RecordText& record) {
  if (!begins_with_words(text)) return false;
  record.begin();
  HeaderLine now;
  std::string value;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const HeaderLine next = now.part == Part::body ? HeaderLine{{}, line} : header_line(line);
    if (!next.has_word()) {
      value.append("\n").append(line);
      continue;
    }
    if (now.has_word()) record.add(now.word, trim(value));
    now = next;
    value = next.value;
  }
  record.add(now.word, trim(value));
  return true;
}

}  // namespace timbao
