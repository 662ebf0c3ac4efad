// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/mentions_text.h"

#include <algorithm>
#include <string_view>

#include "common/base/day.h"
#include "common/base/error.h"
#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "query/output/render.h"

namespace timbao {
namespace {

constexpr std::size_t kDateColumns = 10;
constexpr std::size_t kSourceColumns = 16;
constexpr std::size_t kLeftColumns = 60;     // where lines may have any length
constexpr std::size_t kLeastForDate = 40;    // columns of a line that has a date
constexpr std::size_t kLeastForSource = 72;  // and of one that has the newspaper too
constexpr std::string_view kBetween = "  ";

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// The beginning of a text that takes so many columns at most; "…" stands for the rest.
std::string beginning(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t at = 0;
  for (std::size_t taken = 1; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    taken += columns_of(next.value);
    if (taken > columns) break;
    at += next.length;
  }
  return std::string(text.substr(0, at)) + (columns > 0 ? "…" : "");
}

/// The end of a text that takes so many columns at most, and begins with no mark of the letter before.
std::string ending(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t at = text.size(), begin = at;
  for (std::size_t taken = 1; at > 0;) {
    at = code_point_before(text, at);
    const std::size_t wide = columns_of(read_code_point(text, at).value);
    taken += wide;
    if (taken > columns) break;
    if (wide > 0) begin = at;
  }
  return (columns > 0 ? "…" : "") + std::string(text.substr(begin));
}

std::string padded(const std::string& text, std::size_t columns) {
  return text + spaces(columns - std::min(columns, columns_of(text)));
}

/// The columns of a line: what stands before the context, and what is left of it on both sides of the match.
struct Layout {
  std::string head;
  std::size_t left = kLeftColumns, rest = SIZE_MAX;
};

Layout layout_of(const Mention& mention, std::size_t columns, Highlight highlight) {
  Layout layout;
  if (columns == 0 || columns >= kLeastForDate)
    layout.head = padded(mention.date ? format_day(day_at(*mention.date)) : "", kDateColumns) + std::string(kBetween);
  std::size_t taken = layout.head.size();
  if (columns == 0 || columns >= kLeastForSource) {
    const std::string source = beginning(on_one_line(mention.source), kSourceColumns);
    layout.head += render(source, highlight) + spaces(kSourceColumns - std::min(kSourceColumns, columns_of(source))) +
                   std::string(kBetween);
    taken += kSourceColumns + kBetween.size();
  }
  if (columns == 0) return layout;
  const std::size_t room = columns - std::min(columns, taken);
  layout.left = room * 2 / 5;
  layout.rest = room - layout.left;
  return layout;
}

/// "1234" as "1,234".
std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t count, const std::string& what) {
  return with_commas(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string mention_as_text(const Mention& mention, const TextLook& look) {
  const Layout layout = layout_of(mention, look.columns, look.highlight);
  const std::string left = ending(on_one_line(mention.left), layout.left);
  const std::string match = beginning(on_one_line(mention.match), layout.rest);
  const std::string right =
      beginning(on_one_line(mention.right), layout.rest - std::min(layout.rest, columns_of(match)));
  return layout.head + spaces(layout.left - std::min(layout.left, columns_of(left))) + render(left, look.highlight) +
         render(HighlightedText{match, {{0, count_code_points(match)}}}, look.highlight) +
         render(right, look.highlight) + "\n";
}

std::string count_of_mentions(const MentionRequest& request, const Mentions& mentions) {
  if (mentions.count == 0) return "no mentions";
  std::string text = counted(mentions.count, "mention") + " in " + counted(mentions.articles, "article");
  if (mentions.shown == 0) return text + "; none shown";
  if (mentions.shown < mentions.count)
    text += "; " + with_commas(request.offset + 1) + " to " + with_commas(request.offset + mentions.shown) + " shown";
  return text + ", sorted by " + std::string(row_of_value(kMentionSorts, request.sort).name);
}

}  // namespace timbao
