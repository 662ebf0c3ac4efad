// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/overview_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/text/columns.h"
#include "query/output/render.h"
#include "query/output/score.h"

namespace timbao {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kUsualColumns = 80;
constexpr std::size_t kLeastBar = 4, kMostBar = 60;
constexpr std::size_t kMostName = 60;      // code points of a facet's value
constexpr std::size_t kMostReadings = 12;  // of one word
constexpr std::size_t kLongestEmpty = 30;  // more buckets without hits than this are one line
constexpr std::string_view kIndent = "  ";

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string right(const std::string& text, std::size_t width) {
  return spaces(width - std::min(width, columns_of(text))) + text;
}

std::string articles(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " article" : " articles"); }

// ---- facets

std::string shortened(const std::string& name) {
  const std::string_view kept = cut_at_letter(name, kMostName);
  return kept.size() == name.size() ? name : std::string(kept) + "…";
}

/// "… and 3 more; 1 article has none".
std::string rest_of(const Facet& facet) {
  std::string text;
  if (facet.others > 0) text = "… and " + std::to_string(facet.others) + " more";
  if (facet.without == 0) return text;
  if (!text.empty()) text += "; ";
  return text + articles(facet.without) + (facet.without == 1 ? " has none" : " have none");
}

void add_facet(const Facet& facet, const Answer& answer, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("by " + std::string(row_of_value(kFacetFields, facet.field).name) + ", of " +
                  articles(answer.total.count) + ":");
  std::size_t names = 0, counts = 0;
  for (const FacetValue& value : facet.values) {
    names = std::max(names, columns_of(shortened(value.value)));
    counts = std::max(counts, std::to_string(value.count).size());
  }
  for (const FacetValue& value : facet.values) {
    const std::string name = shortened(value.value);
    lines.push_back(std::string(kIndent) + render(name, look.highlight) + spaces(names - columns_of(name) + 2) +
                    right(std::to_string(value.count), counts));
  }
  if (const std::string rest = rest_of(facet); !rest.empty()) lines.push_back(std::string(kIndent) + rest);
}

// ---- timeline

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
        lines.push_back(empty_run({bucket, behind}));
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
    std::string line = std::string(kIndent) + date + "  " + right(numbers[0], hits_width_) + "  " +
                       right(numbers[1], held_width_) + "  " + right(numbers[2], kShareHead.size());
    return last.empty() ? line : line + "  " + last;
  }

  [[nodiscard]] std::string row_of_bucket(const TimelineBucket& bucket) const {
    const std::optional<double> share = bucket.per_1000();
    if (!share) return row(bucket.date, {"-", "0", "-"}, "no article held");
    return row(bucket.date, {std::to_string(bucket.hits), std::to_string(bucket.held), format_score(*share)},
               bar(bucket.hits, most_hits_, bar_width(), look_.blocks));
  }

  [[nodiscard]] std::size_t bar_width() const {
    const std::size_t columns = look_.columns == 0 ? kUsualColumns : look_.columns;
    const std::size_t taken = columns_of(row(spaces(date_width_), {"", "", ""}, "")) + 2;
    return std::clamp(columns - std::min(columns, taken), kLeastBar, kMostBar);
  }

  struct Run {
    std::vector<TimelineBucket>::const_iterator begin, end;
  };

  /// "… 412 days without hits, 400 of them without any article".
  [[nodiscard]] std::string empty_run(const Run& run) const {
    const auto none_held = std::count_if(run.begin, run.end, [](const auto& bucket) { return bucket.held == 0; });
    return std::string(kIndent) + "… " + std::to_string(run.end - run.begin) + " " +
           std::string(row_of_value(kTimelineUnits, timeline_.unit).name) + "s without hits, " +
           std::to_string(none_held) + " of them without any article";
  }

  const Timeline& timeline_;
  const TextLook& look_;
  std::uint64_t most_hits_ = 0, most_held_ = 0;
  std::size_t date_width_ = 0, hits_width_ = 4, held_width_ = 4;
};

void add_timeline(const Timeline& timeline, const Answer& answer, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("by " + std::string(row_of_value(kTimelineUnits, timeline.unit).name) + ", of " +
                  articles(answer.total.count) + ":");
  TimelineTable(timeline, look).add_to(lines);
}

// ---- readings

/// "dang: đảng 12 of 340 · đang 4 of 210".
std::string readings_line(const WordReadings& word, const TextLook& look) {
  std::string line = std::string(kIndent) + (word.field ? std::string(row_of(*word.field).name) + ":" : "");
  line += render(word.word, look.highlight) + ": ";
  if (word.readings.empty()) return line + "in no article";
  const std::size_t shown = std::min(word.readings.size(), kMostReadings);
  for (std::size_t i = 0; i < shown; ++i) {
    const ReadingShare& reading = word.readings[i];
    line += (i == 0 ? "" : " · ") + render(reading.reading, look.highlight) + " " + std::to_string(reading.hits) +
            " of " + std::to_string(reading.articles);
  }
  return shown < word.readings.size() ? line + " · … and " + std::to_string(word.readings.size() - shown) + " more"
                                      : line;
}

void add_readings(const Answer& answer, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("readings in " + articles(answer.total.count) + ", of all articles that have them:");
  for (const WordReadings& word : answer.overview.readings) lines.push_back(readings_line(word, look));
}

}  // namespace

std::vector<std::string> overview_as_lines(const Answer& answer, const TextLook& look) {
  Lines lines;
  for (const Facet& facet : answer.overview.facets) add_facet(facet, answer, look, lines);
  if (answer.overview.timeline) add_timeline(*answer.overview.timeline, answer, look, lines);
  if (!answer.overview.readings.empty()) add_readings(answer, look, lines);
  return lines;
}

}  // namespace timbao
