// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/timeline_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/columns.h"
#include "query/output/render.h"
#include "query/output/score.h"
#include "query/output/table.h"

namespace timbao {
namespace {

using Lines = std::vector<std::string>;
using Row = std::vector<std::string>;

constexpr std::size_t kUsualColumns = 80;
constexpr std::size_t kLeastBar = 4, kMostBar = 60;
constexpr std::size_t kLongestEmpty = 30;  // more buckets without hits than this are one line
constexpr std::size_t kMostQuery = 60;     // code points of a query in the legend
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kNoneHeld = "no article held";

/// "… 412 days without hits, 400 of them without any article".
std::string empty_run(std::string_view unit, std::size_t buckets, std::size_t none_held) {
  return std::string(kIndent) + "… " + std::to_string(buckets) + " " + std::string(unit) + "s without hits, " +
         std::to_string(none_held) + " of them without any article";
}

// ---- one query

/// A bar of so many eighths of a column; one of more than none is never empty.
std::string bar(std::uint64_t hits, std::uint64_t most, std::size_t width, Blocks blocks) {
  constexpr std::array<std::string_view, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (hits == 0) return {};
  const double columns = static_cast<double>(width) * static_cast<double>(hits) / static_cast<double>(most);
  if (blocks == Blocks::ascii) return std::string(std::max<std::size_t>(1, static_cast<std::size_t>(columns)), '#');
  const auto eighths = std::max<std::size_t>(1, static_cast<std::size_t>(columns * 8));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths[eighths % 8]);
}

/// The table of a timeline while it is put together.
class TimelineTable {
 public:
  TimelineTable(const Timeline& timeline, const TextLook& look) : timeline_(timeline), look_(look) {
    for (const TimelineBucket& bucket : timeline.buckets) {
      most_hits_ = std::max(most_hits_, bucket.hits);
      most_held_ = std::max(most_held_, bucket.held);
    }
    hits_width_ = std::max(hits_width_, std::to_string(most_hits_).size());
    held_width_ = std::max(held_width_, std::to_string(most_held_).size());
    date_width_ = timeline.buckets.empty() ? 0 : timeline.buckets.front().date.size();
  }

  void add_to(Lines& lines) const {
    if (!timeline_.buckets.empty())
      lines.push_back(row(spaces(date_width_), {"hits", "held", std::string(kShareHead)}, ""));
    for (auto bucket = timeline_.buckets.begin(); bucket != timeline_.buckets.end();) {
      const auto behind = std::find_if(bucket, timeline_.buckets.end(), [](const auto& each) { return each.hits > 0; });
      if (static_cast<std::size_t>(behind - bucket) > kLongestEmpty) {
        const auto none_held = std::count_if(bucket, behind, [](const auto& each) { return each.held == 0; });
        lines.push_back(empty_run(row_of_value(kTimelineUnits, timeline_.unit).name,
                                  static_cast<std::size_t>(behind - bucket), static_cast<std::size_t>(none_held)));
        bucket = behind;
      } else {
        lines.push_back(row_of_bucket(*bucket++));
      }
    }
    if (timeline_.undated_held > 0)
      lines.push_back(std::string(kIndent) + "without a date: " + std::to_string(timeline_.undated_hits) + " of " +
                      std::to_string(timeline_.undated_held));
  }

 private:
  static constexpr std::string_view kShareHead = "per 1,000";

  [[nodiscard]] std::string row(const std::string& date, const std::array<std::string, 3>& numbers,
                                const std::string& last) const {
    std::string line = std::string(kIndent) + date + "  " + right_aligned(numbers[0], hits_width_) + "  " +
                       right_aligned(numbers[1], held_width_) + "  " + right_aligned(numbers[2], kShareHead.size());
    return last.empty() ? line : line + "  " + last;
  }

  [[nodiscard]] std::string row_of_bucket(const TimelineBucket& bucket) const {
    const std::optional<double> share = bucket.per_1000();
    if (!share) return row(bucket.date, {"-", "0", "-"}, std::string(kNoneHeld));
    return row(bucket.date, {std::to_string(bucket.hits), std::to_string(bucket.held), format_score(*share)},
               bar(bucket.hits, most_hits_, bar_width(), look_.blocks));
  }

  [[nodiscard]] std::size_t bar_width() const {
    const std::size_t columns = look_.columns == 0 ? kUsualColumns : look_.columns;
    const std::size_t taken = columns_of(row(spaces(date_width_), {"", "", ""}, "")) + 2;
    return std::clamp(columns - std::min(columns, taken), kLeastBar, kMostBar);
  }

  const Timeline& timeline_;
  const TextLook& look_;
  std::uint64_t most_hits_ = 0, most_held_ = 0;
  std::size_t date_width_ = 0, hits_width_ = 4, held_width_ = 4;
};

// ---- several queries

/// The counts of one of several queries.
struct Series {
  const std::vector<TimelineBucket>& buckets;
  std::uint64_t undated_hits;
};

std::vector<Series> series_of(const Timeline& timeline) {
  std::vector<Series> all{{timeline.buckets, timeline.undated_hits}};
  all.reserve(timeline.compared.size() + 1);
  for (const ComparedTimeline& other : timeline.compared) all.push_back({other.buckets, other.undated_hits});
  return all;
}

std::uint64_t articles_of(const Series& series) {
  std::uint64_t articles = series.undated_hits;
  for (const TimelineBucket& bucket : series.buckets) articles += bucket.hits;
  return articles;
}

/// "2  hội đồng: 12 articles".
std::string legend_line(const std::string& number, const std::string& query, const Series& series,
                        const TextLook& look) {
  return std::string(kIndent) + number + "  " + render(shortened(query, kMostQuery), look.highlight) + ": " +
         counted_articles_text(articles_of(series));
}

Row head_row(std::size_t queries) {
  Row row{"", "held"};
  for (std::size_t i = 1; i <= queries; ++i) {
    row.push_back(std::to_string(i));
    row.emplace_back("‰");
  }
  return row;
}

Row bucket_row(const std::vector<Series>& all, std::size_t i) {
  const TimelineBucket& first = all.front().buckets[i];
  Row row{first.date, std::to_string(first.held)};
  for (const Series& series : all) {
    const std::optional<double> share = series.buckets[i].per_1000();
    row.push_back(share ? std::to_string(series.buckets[i].hits) : "-");
    row.push_back(share ? format_score(*share) : "-");
  }
  return row;
}

bool is_without_hits(const std::vector<Series>& all, std::size_t i) {
  return std::all_of(all.begin(), all.end(), [i](const Series& series) { return series.buckets[i].hits == 0; });
}

/// The lines of the buckets, where a long run without hits of any query is one line.
void add_bucket_lines(const Timeline& timeline, const std::vector<Series>& all, Lines& lines) {
  std::vector<Row> rows{head_row(all.size())};
  for (std::size_t i = 0; i < timeline.buckets.size(); ++i) rows.push_back(bucket_row(all, i));
  const Lines table = table_lines(rows);
  lines.emplace_back("");
  lines.push_back(std::string(kIndent) + table.front());
  for (std::size_t i = 0; i < timeline.buckets.size();) {
    std::size_t end = i, none_held = 0;
    for (; end < timeline.buckets.size() && is_without_hits(all, end); ++end)
      none_held += timeline.buckets[end].held == 0 ? 1U : 0U;
    if (end - i > kLongestEmpty) {
      lines.push_back(empty_run(row_of_value(kTimelineUnits, timeline.unit).name, end - i, none_held));
      i = end;
      continue;
    }
    const std::string behind = timeline.buckets[i].held == 0 ? "  " + std::string(kNoneHeld) : "";
    lines.push_back(std::string(kIndent) + table[i + 1] + behind);
    ++i;
  }
}

Lines compared_lines(const Timeline& timeline, const std::string& query, const TextLook& look) {
  const std::vector<Series> all = series_of(timeline);
  Lines lines{"", "by " + std::string(row_of_value(kTimelineUnits, timeline.unit).name) +
                      ", articles with each query and how many of 1,000 held (‰):"};
  for (std::size_t i = 0; i < all.size(); ++i)
    lines.push_back(legend_line(std::to_string(i + 1), i == 0 ? query : timeline.compared[i - 1].parsed, all[i], look));
  if (!timeline.buckets.empty()) add_bucket_lines(timeline, all, lines);
  if (timeline.undated_held == 0) return lines;
  std::string undated;
  for (const Series& series : all) undated += (undated.empty() ? "" : ", ") + std::to_string(series.undated_hits);
  lines.push_back(std::string(kIndent) + "without a date: " + undated + " of " + std::to_string(timeline.undated_held));
  return lines;
}

}  // namespace

Lines timeline_as_lines(const Timeline& timeline, const Answer& answer, const TextLook& look) {
  if (!timeline.compared.empty()) return compared_lines(timeline, answer.parsed, look);
  Lines lines{"", "by " + std::string(row_of_value(kTimelineUnits, timeline.unit).name) + ", of " +
                      counted_articles_text(answer.total.count) + ":"};
  TimelineTable(timeline, look).add_to(lines);
  return lines;
}

}  // namespace timbao
