// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/render.h"

#include <array>

#include "common/base/error.h"
#include "query/output/code_point_walk.h"

namespace timbao {
namespace {

/// What is written before and after a highlight.
struct HighlightSigns {
  Highlight value;
  std::string_view before, after;
};
constexpr std::array<HighlightSigns, 3> kSigns{{
    {Highlight::none, "", ""},
    {Highlight::ansi, "\x1B[1m", "\x1B[0m"},
    {Highlight::html, "<mark>", "</mark>"},
}};
static_assert(covers_every_value<kSigns>());

struct Entity {
  char character;
  std::string_view name;
};
constexpr std::array<Entity, 4> kEntities{{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}}};

std::string escaped(std::string_view text, Highlight highlight) {
  std::string line = on_one_line(text);
  if (highlight != Highlight::html) return line;
  std::string html;
  for (const char c : line) {
    std::string_view written(&c, 1);
    for (const Entity& entity : kEntities)
      if (entity.character == c) written = entity.name;
    html += written;
  }
  return html;
}

}  // namespace

std::string render(const HighlightedText& text, Highlight highlight) {
  const HighlightSigns& signs = row_of_value(kSigns, highlight);
  CodePointWalk walk(text.text);
  std::string line;
  for (const CharRange& range : text.highlights) {
    line += escaped(walk.to(range.begin), highlight);
    const std::string matched = escaped(walk.to(range.end), highlight);
    if (!matched.empty()) ((line += signs.before) += matched) += signs.after;
  }
  return line + escaped(walk.rest(), highlight);
}

std::string render(std::string_view text, Highlight highlight) { return escaped(text, highlight); }

}  // namespace timbao
