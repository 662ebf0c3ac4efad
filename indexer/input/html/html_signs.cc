// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/base/ascii.h"

namespace timbao {
namespace {

/// The tags that pieces of web pages usually hold.
constexpr std::array<std::string_view, 34> kTags{
    "a",   "b",      "blockquote", "body",   "br",    "center", "div", "em",     "figcaption", "figure", "font", "h1",
    "h2",  "h3",     "h4",         "h5",     "hr",    "html",   "i",   "iframe", "img",        "li",     "ol",   "p",
    "pre", "script", "span",       "strong", "style", "table",  "td",  "tr",     "u",          "ul"};

constexpr std::size_t kMostNameBytes = 10, kMostEntityBytes = 10;

std::string lower_letters_of(std::string_view text) {
  std::string letters;
  for (const char byte : text.substr(0, kMostNameBytes + 1)) {
    if (!is_ascii_letter(byte) && !is_ascii_digit(byte)) break;
    letters += to_ascii_lower(byte);
  }
  return letters;
}

std::string_view without_slash(std::string_view text) {
  if (!text.empty() && text.front() == '/') text.remove_prefix(1);
  return text;
}

/// Takes    what follows "<".
bool is_tag(std::string_view text) {
  text = without_slash(text);
  const std::string name = lower_letters_of(text);
  if (std::find(kTags.begin(), kTags.end(), name) == kTags.end() || name.size() == text.size()) return false;
  const char behind = text[name.size()];
  return behind == '>' || behind == '/' || behind == ' ' || behind == '\n' || behind == '\t';
}

/// Takes    what follows "&".
bool is_entity(std::string_view text) {
  const std::size_t end = text.substr(0, kMostEntityBytes).find(';');
  if (end == std::string_view::npos) return false;
  const std::string_view name = text.substr(0, end);
  if (name.size() > 1 && name.front() == '#')
    return std::all_of(name.begin() + 1, name.end(), [](char byte) { return is_ascii_digit(byte); }) ||
           ((name[1] == 'x' || name[1] == 'X') && name.size() > 2 &&
            std::all_of(name.begin() + 2, name.end(), [](char byte) { return is_ascii_hex_digit(byte); }));
  return name.size() >= 2 && std::all_of(name.begin(), name.end(), [](char byte) { return is_ascii_letter(byte); });
}

/// The next "<" or "&" from a place on. std::string_view::find_first_of takes several times as long.
std::size_t next_sign(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '<' && text[at] != '&') ++at;
  return at;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (std::size_t at = next_sign(text, 0); at < text.size(); at = next_sign(text, at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (text[at] == '<' ? is_tag(rest) : is_entity(rest)) return true;
  }
  return false;
}

std::string tag_name_at(std::string_view text, std::size_t at) {
  return lower_letters_of(without_slash(text.substr(at + 1)));
}

}  // namespace timbao
