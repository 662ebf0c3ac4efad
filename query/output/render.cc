// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/render.h"

#include <array>

#include "common/base/error.h"
#include "common/base/utf8.h"

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

/// Walks forward through a text by code points.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  /// Goes on to code point `place`, and returns the text on the way.
  std::string_view to(std::size_t place) {
    const std::size_t begin = bytes_;
    for (; code_points_ < place && bytes_ < text_.size(); ++code_points_)
      bytes_ += read_code_point(text_, bytes_).length;
    return text_.substr(begin, bytes_ - begin);
  }
  [[nodiscard]] std::string_view rest() const { return text_.substr(bytes_); }

 private:
  std::string_view text_;
  std::size_t bytes_ = 0, code_points_ = 0;
};

}  // namespace

std::string render(const HighlightedText& text, Highlight highlight) {
  const HighlightSigns& signs = row_of_value(kSigns, highlight);
  Walk walk(text.text);
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
