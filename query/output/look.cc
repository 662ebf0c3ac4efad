// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/look.h"

namespace timbao {

Highlight highlight_for(HighlightChoice choice, const Terminal& terminal) {
  if (choice == HighlightChoice::ansi) return Highlight::ansi;
  if (choice == HighlightChoice::html) return Highlight::html;
  return choice == HighlightChoice::automatic && terminal.wants_colour ? Highlight::ansi : Highlight::none;
}

}  // namespace timbao
