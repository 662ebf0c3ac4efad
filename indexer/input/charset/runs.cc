// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/runs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/syllable.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/single_bytes.h"
#include "indexer/input/charset/stretches.h"

namespace timbao {
namespace {

constexpr std::size_t kMostWays = 3;
constexpr std::size_t kMostJudged = 2'000;          // stretches that tell in which ways a text may be written
constexpr std::size_t kMostRemembered = 1U << 14U;  // values of stretches
constexpr std::size_t kWindowBytes = 256U << 10U;   // of a text that one path goes through
constexpr double kClearGain = 1.5;  // of a stretch that reads as nothing as it stands, and as a word in another way
constexpr double kPriceOfChange = 0.65;    // for going over to another way, and back
constexpr double kPriceOfBeginning = 0.2;  // in another way than as it stands
constexpr double kUnreadable = -1.4;       // of a stretch that cannot be written so: to change twice costs less
constexpr double kUnmistakable = 1;        // three bytes of UTF-8 in a row are no accident
constexpr double kCommonness = 1.3;        // of words of news the commoner one counts more; less than to change twice
constexpr double kLeastExplained = 0.5;    // of the stretches that read as nothing as they stand, by some way
constexpr double kLeastExplainedAlone = 0.65;  // of these, by the charset of a whole text
constexpr double kMostForeign = 0.3;  // of the words of a way and those of ASCII beside them, that cannot be spelled, …
constexpr double kMostForeignIfClear = 0.45;  // … where nearly all stretches are explained
constexpr double kNearlyAll = 0.9;
constexpr std::size_t kLeastForeign = 2;
constexpr std::size_t kLeastWords = 2;  // of two letters or more, different ones, that a way explains
constexpr std::size_t kMostNeighbourBytes = 20, kMostBlanks = 4;
constexpr double kLeastShare = 0.25;  // of the stretches that read as nothing as they stand

/// How well a text reads: a word of news is 1, and more if it is common; what nobody can spell is -1.
double value_of(std::string_view text) {
  const Likeness like = likeness(text);
  return 2 * like.sum - static_cast<double>(like.words) + kCommonness * like.commonness;
}

std::optional<double> value_in(std::string_view stretch, Writing way, Units units) {
  if (way == Writing::as_it_stands) return value_of(stretch);
  const std::optional<StretchReading> reading = read_stretch(stretch, way, units);
  if (!reading) return std::nullopt;
  return value_of(reading->text) + (reading->is_unmistakable ? kUnmistakable : 0);
}

// ---- which ways

/// A set of ways, a bit for each.
using WaySet = unsigned;
constexpr WaySet bit_of(Writing way) { return 1U << static_cast<unsigned>(way); }

/// What speaks for each way.
struct Evidence {
  std::unordered_set<std::string_view> judged;  // the different stretches, in the texts; each counts once
  std::size_t odd = 0;                      // of these, read as nothing as they stand, or clearly better in some way
  std::map<WaySet, std::size_t> explained;  // how many of these read clearly better in just these ways
  std::array<double, kWritings> values{};   // of what each way explains: the commoner its words, the more
  WritingCounts syllables{};                // words that can be spelled: these, and words of ASCII beside them
  WritingCounts foreign{};                  // words of ASCII beside them that cannot: the text is in another language
};

/// How many stretches are explained by one of these ways.
std::size_t explained_by(WaySet ways, const Evidence& evidence) {
  std::size_t count = 0;
  for (const auto& [set, stretches] : evidence.explained) count += (set & ways) != 0 ? stretches : 0;
  return count;
}

/// The words of ASCII in small letters on both sides of a stretch, with nothing but blanks between.
struct Neighbours {
  std::size_t syllables = 0, foreign = 0;
};

void count_neighbour(std::string_view word, Neighbours& neighbours) {
  const bool is_small = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (word.size() < 2 || word.size() > kMostNeighbourBytes || !is_small) return;
  ++(parse_syllable(word) ? neighbours.syllables : neighbours.foreign);
}

Neighbours neighbours_of(std::string_view text, const Stretch& stretch) {
  Neighbours neighbours;
  const std::string_view before = text.substr(0, stretch.begin), behind = text.substr(stretch.end);
  const std::size_t last = before.substr(before.size() - std::min(before.size(), kMostBlanks)).find_last_not_of(' ');
  if (last != std::string_view::npos) {
    std::size_t end = before.size() - std::min(before.size(), kMostBlanks) + last + 1, begin = end;
    while (begin > 0 && end - begin <= kMostNeighbourBytes && is_ascii_letter(before[begin - 1])) --begin;
    const bool is_whole = begin == 0 || before[begin - 1] == ' ' || before[begin - 1] == '\n';
    if (is_whole && end < before.size()) count_neighbour(before.substr(begin, end - begin), neighbours);
  }
  const std::size_t first = behind.substr(0, kMostBlanks).find_first_not_of(' ');
  if (first == std::string_view::npos || first == 0) return neighbours;
  std::size_t end = first;
  while (end < behind.size() && end - first <= kMostNeighbourBytes && is_ascii_letter(behind[end])) ++end;
  const bool is_whole = end == behind.size() || static_cast<unsigned char>(behind[end]) < 0x80;
  if (is_whole) count_neighbour(behind.substr(first, end - first), neighbours);
  return neighbours;
}

/// Whether all that a stretch has beyond ASCII is one letter by itself: "º" is a sign of degrees, "Æ AE" begins a list.
bool is_one_letter(std::string_view stretch) {
  const std::string_view word = stretch.substr(0, stretch.find(' ')), behind = stretch.substr(word.size());
  return count_code_points(word) == 1 && std::all_of(behind.begin(), behind.end(), is_ascii);
}

void judge(std::string_view text, const Stretch& place, Units units, Evidence& evidence) {
  const std::string_view stretch = text.substr(place.begin, place.end - place.begin);
  if (!evidence.judged.insert(stretch).second) return;
  const double as_it_stands = value_of(stretch);
  if (as_it_stands >= 1) return;  // words of news, as nearly all are: nothing is clearly better
  if (is_one_letter(stretch)) return;
  WaySet clear = 0;
  const Neighbours neighbours = neighbours_of(text, place);
  for (const auto& row : kWritingNames) {
    if (row.value == Writing::as_it_stands) continue;
    const std::optional<double> value = value_in(stretch, row.value, units);
    if (!value || *value < as_it_stands + kClearGain || *value < 1) continue;
    const auto way = static_cast<std::size_t>(row.value);
    clear |= bit_of(row.value);
    evidence.values.at(way) += *value;
    evidence.syllables.at(way) += neighbours.syllables + 1;
    evidence.foreign.at(way) += neighbours.foreign;
  }
  evidence.odd += clear != 0 || as_it_stands < 0 ? 1U : 0U;
  if (clear != 0) ++evidence.explained[clear];
}

Evidence evidence_in(const std::vector<std::string_view>& texts) {
  std::size_t bytes = 0, judged = 0;
  for (const std::string_view text : texts) bytes += text.size();
  Evidence evidence;
  std::size_t next = 0, before = 0;  // the byte at which the next stretch is judged, counted through all texts
  for (const std::string_view text : texts) {
    const Units units = units_of(text);
    for (std::size_t at = 0; at < text.size() && judged < kMostJudged;) {
      const Stretch stretch = next_stretch(text, at);
      at = stretch.end;
      if (!stretch.may_be_other || before + stretch.begin < next) continue;
      judge(text, stretch, units, evidence);
      ++judged;
      next = bytes / kMostJudged * judged;
    }
    before += text.size();
  }
  return evidence;
}

/// Whether the text around the stretches of a way is Vietnamese: where most words of ASCII beside them can be spelled.
/// Norwegian and Italian have words that are others in Vietnamese ("så", "più"), but few beside them are syllables. Where
/// nearly all stretches can be explained, there may be more foreign words, as in news of other countries.
bool is_among_syllables(std::size_t way, const Evidence& evidence) {
  const auto explained = static_cast<double>(explained_by(~WaySet{0}, evidence));
  const bool is_clear = explained >= kNearlyAll * static_cast<double>(evidence.odd);
  const auto foreign = static_cast<double>(evidence.foreign.at(way));
  const double all = foreign + static_cast<double>(evidence.syllables.at(way));
  return evidence.foreign.at(way) < kLeastForeign || foreign <= (is_clear ? kMostForeignIfClear : kMostForeign) * all;
}

/// Whether enough stretches are explained by a way and by none of the ways chosen before. Three words can be spelled in
/// several charsets; UTF-8 is rarely an accident.
bool has_evidence_for(Writing writing, const Evidence& rest) {
  const std::size_t clear = explained_by(bit_of(writing), rest);
  if (writing < Writing::windows1258) return clear > 0;
  const auto odd = static_cast<double>(rest.odd);
  const auto explained = static_cast<double>(explained_by(~WaySet{0}, rest));
  return clear >= (clear == rest.odd ? 2U : 3U) && static_cast<double>(clear) >= kLeastShare * odd &&
         explained >= kLeastExplained * odd && is_among_syllables(static_cast<std::size_t>(writing), rest);
}

/// The way that explains most stretches, and of several the one that makes the commonest words of them; as_it_stands where
/// none has enough evidence.
Writing best_way(const Evidence& rest) {
  Writing best = Writing::as_it_stands;
  std::pair<std::size_t, double> most{0, 0};
  for (const auto& row : kWritingNames) {
    if (row.value == Writing::as_it_stands) continue;
    const std::pair candidate{explained_by(bit_of(row.value), rest),
                              rest.values.at(static_cast<std::size_t>(row.value))};
    if (candidate.first == 0 || candidate <= most || !has_evidence_for(row.value, rest)) continue;
    best = row.value;
    most = candidate;
  }
  return best;
}

/// Takes the stretches away that a way explains.
void take_away(Writing way, Evidence& evidence) {
  for (auto entry = evidence.explained.begin(); entry != evidence.explained.end();) {
    const bool is_taken = (entry->first & bit_of(way)) != 0;
    evidence.odd -= is_taken ? entry->second : 0;
    entry = is_taken ? evidence.explained.erase(entry) : std::next(entry);
  }
}

// ---- the best path

struct Step {
  Stretch stretch;
  std::array<std::uint8_t, kMostWays + 1> from{};  // the way of the stretch before, by the way of this one
};

/// Finds the best way for each stretch of a text.
class BestPath {
 public:
  BestPath(const std::vector<Writing>& ways, Units units) : units_(units) {
    ways_.reserve(kMostWays + 1);
    ways_.push_back(Writing::as_it_stands);
    for (std::size_t at = 0; at < std::min(ways.size(), kMostWays); ++at) ways_.push_back(ways[at]);
    score_.assign(ways_.size(), -kPriceOfBeginning);
    score_[0] = 0;
  }

  void add(std::string_view text, const Stretch& stretch) {
    const std::vector<double>& values = values_of(text.substr(stretch.begin, stretch.end - stretch.begin));
    const auto best =
        static_cast<std::size_t>(std::distance(score_.begin(), std::max_element(score_.begin(), score_.end())));
    const double best_score = score_[best];
    Step step{stretch};
    for (std::size_t way = 0; way < ways_.size(); ++way) {
      const double changed = best_score - kPriceOfChange;
      const bool is_change = changed > score_[way];
      step.from.at(way) = static_cast<std::uint8_t>(is_change ? best : way);
      score_[way] = std::max(score_[way], changed) + values[way];
    }
    steps_.push_back(step);
  }

  /// The way of each stretch that was added; the path begins anew.
  std::vector<std::pair<Stretch, Writing>> take() {
    std::vector<std::pair<Stretch, Writing>> path;
    path.reserve(steps_.size());
    auto way = static_cast<std::size_t>(std::distance(score_.begin(), std::max_element(score_.begin(), score_.end())));
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
      path.emplace_back(step->stretch, ways_[way]);
      way = step->from.at(way);
    }
    std::reverse(path.begin(), path.end());
    steps_.clear();
    return path;
  }

 private:
  /// The values of a stretch in each way; words of a text come again and again.
  const std::vector<double>& values_of(std::string_view stretch) {
    if (known_.size() >= kMostRemembered) known_.clear();
    const auto [entry, is_new] = known_.try_emplace(std::string(stretch));
    if (!is_new) return entry->second;
    const double as_it_stands = value_of(stretch);
    for (const Writing way : ways_)
      entry->second.push_back(value_in(stretch, way, units_).value_or(as_it_stands + kUnreadable));
    return entry->second;
  }

  Units units_;
  std::vector<Writing> ways_;  // the first one is as it stands
  std::vector<double> score_;  // of the best path to the last stretch, by its way
  std::vector<Step> steps_;
  std::unordered_map<std::string, std::vector<double>> known_;
};

// ---- writing the text anew

/// A stretch whose ill-formed bytes are read as Windows-1252, where that gives nothing but words of news and signs.
std::optional<std::string> with_stray_bytes(std::string_view stretch) {
  std::string text;
  for (std::size_t at = 0; at < stretch.size();) {
    const CodePoint next = read_code_point(stretch, at);
    const bool is_stray = next.value == kReplacement && next.length == 1;
    append_code_point(text, is_stray ? windows1252_character(static_cast<unsigned char>(stretch[at])) : next.value);
    at += next.length;
  }
  const Likeness like = likeness(text);
  return like.words == 0 || like.share() == 1 ? std::optional(text) : std::nullopt;
}

void append_as_it_stands(std::string_view bytes, UnifiedText& unified) {
  RepairedText repaired = repair_utf8(bytes);
  if (repaired.replaced > 0)
    if (const std::optional<std::string> text = with_stray_bytes(bytes)) repaired = {*text, 0};
  unified.text += repaired.text;
  unified.replaced += repaired.replaced;
}

void append_stretch(std::string_view stretch, Writing way, Units units, UnifiedText& unified) {
  const std::optional<StretchReading> reading = read_stretch(stretch, way, units);
  if (!reading || reading->text == stretch) return append_as_it_stands(stretch, unified);
  unified.text += reading->text;
  ++unified.counts[static_cast<std::size_t>(way)];
}

}  // namespace

std::vector<Writing> ways_of(const std::vector<std::string_view>& texts) {
  Evidence evidence = evidence_in(texts);
  std::vector<Writing> ways;
  while (ways.size() < kMostWays) {
    const Writing way = best_way(evidence);
    if (way == Writing::as_it_stands) break;
    ways.push_back(way);
    take_away(way, evidence);
  }
  return ways;
}

bool stands_in_vietnamese(std::string_view text, Writing way) {
  const Evidence evidence = evidence_in({text});
  const std::size_t words = explained_by(bit_of(way), evidence);
  return words >= kLeastWords &&
         static_cast<double>(words) >= kLeastExplainedAlone * static_cast<double>(evidence.odd) &&
         is_among_syllables(static_cast<std::size_t>(way), evidence);
}

UnifiedText unify_runs(std::string_view text, const std::vector<Writing>& ways) {
  UnifiedText unified;
  unified.text.reserve(text.size());
  const Units units = units_of(text);
  BestPath best(ways, units);
  std::size_t written = 0;
  const auto write = [&] {
    for (const auto& [stretch, way] : best.take()) {
      append_as_it_stands(text.substr(written, stretch.begin - written), unified);
      append_stretch(text.substr(stretch.begin, stretch.end - stretch.begin), way, units, unified);
      written = stretch.end;
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    at = stretch.end;
    if (stretch.may_be_other) best.add(text, stretch);
    if (at - written >= kWindowBytes) write();
  }
  write();
  append_as_it_stands(text.substr(written), unified);
  return unified;
}

}  // namespace timbao
