// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/server_code.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/ascii.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

struct CodeSigns {
  std::string_view begin, end;
};
constexpr std::array<CodeSigns, 6> kSigns{
    {{"<%--", "--%>"}, {"<%", "%>"}, {"<?php", "?>"}, {"<?=", "?>"}, {"{{", "}}"}, {"{!!", "!!}"}}};

/// The directives of Blade that stand on lines of their own.
constexpr std::array<std::string_view, 18> kDirectives{
    "@extends", "@section", "@endsection", "@stop",    "@yield", "@include",    "@if",   "@elseif",  "@else",
    "@endif",   "@foreach", "@endforeach", "@forelse", "@empty", "@endforelse", "@push", "@endpush", "@csrf"};

void blank(std::string& html, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (html[at] != '\n') html[at] = ' ';
}

/// Where nothing ends like it, no code is searched: pages are full of "<" and "{", but seldom hold the last two bytes.
void blank_between(std::string& html, const CodeSigns& signs) {
  if (html.find(signs.end.substr(signs.end.size() - 2)) == std::string::npos) return;
  for (std::size_t at = html.find(signs.begin); at != std::string::npos; at = html.find(signs.begin, at)) {
    const std::size_t end = html.find(signs.end, at + signs.begin.size());
    if (end == std::string::npos) return;
    blank(html, at, end + signs.end.size());
    at = end + signs.end.size();
  }
}

bool is_directive(std::string_view line) {
  return std::any_of(kDirectives.begin(), kDirectives.end(), [line](std::string_view directive) {
    return starts_with(line, directive) && !is_ascii_letter(byte_at(line, directive.size()));
  });
}

void blank_directives(std::string& html) {
  for (std::size_t at = html.find('@'); at != std::string::npos; at = html.find('@', at + 1)) {
    const std::size_t begin = at == 0 ? 0 : html.find_last_not_of(" \t", at - 1) + 1;
    if (begin > 0 && begin != std::string::npos && html[begin - 1] != '\n') continue;
    const std::size_t end = std::min(html.find('\n', at), html.size());
    if (is_directive(std::string_view(html).substr(at, end - at))) blank(html, at, end);
  }
}

}  // namespace

void blank_server_code(std::string& html) {
  for (const CodeSigns& signs : kSigns) blank_between(html, signs);
  blank_directives(html);
}

bool is_template_place(std::string_view value) {
  constexpr std::array<std::string_view, 5> kPlaces{"{{", "${", "#{", "<%", "{!!"};
  return std::any_of(kPlaces.begin(), kPlaces.end(),
                     [value](std::string_view place) { return value.find(place) != std::string_view::npos; });
}

}  // namespace timbao
