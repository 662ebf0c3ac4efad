// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/base/named_values.h"
#include "common/base/terminal.h"

namespace timbao {

/// --highlight as typed. `automatic` is decided when the answer is written: only then is it known whether the output is
/// a terminal.
enum class HighlightChoice : std::uint8_t { automatic, ansi, html, none };
inline constexpr std::array<NamedValue<HighlightChoice>, 4> kHighlightChoices{{
    {HighlightChoice::automatic, "auto", "on a terminal"},
    {HighlightChoice::ansi, "ansi"},
    {HighlightChoice::html, "html"},
    {HighlightChoice::none, "none"},
}};
static_assert(covers_every_value<kHighlightChoices>());

/// How highlights are shown in text for people: not at all, in bold on a terminal, or as <mark> elements of HTML.
enum class Highlight : std::uint8_t { none, ansi, html };

/// What --highlight means for one output.
///
///   highlight_for(HighlightChoice::automatic, console.terminal) == Highlight::ansi
///
/// Takes    the terminal behind the output; a file or a pipe wants no colour.
/// Returns  for `automatic`: ansi where the terminal wants colour, else none.
/// Errors   none.
/// Source   Terminal::wants_colour obeys NO_COLOR and TERM=dumb. Covered by tests/query/output/output_test.cc.
Highlight highlight_for(HighlightChoice choice, const Terminal& terminal);

/// What bars are drawn with: Unicode's block elements, or # where these cannot be shown.
enum class Blocks : std::uint8_t { unicode, ascii };

/// How text for people is laid out. HTML is given no width, since the program that shows it breaks lines itself.
///
///   answer_as_text(request, answer, {Highlight::ansi, 80})
///   answer_as_text(request, answer, Highlight::none)         // lines of any length
struct TextLook {
  // NOLINTNEXTLINE(google-explicit-constructor): a highlight alone is text whose lines are not wrapped
  TextLook(Highlight shown = Highlight::none, std::size_t width = 0) : highlight(shown), columns(width) {}

  Highlight highlight;

  /// The columns of a line, which is broken between words; 0: lines may have any length.
  std::size_t columns;

  Blocks blocks = Blocks::unicode;
};

}  // namespace timbao
