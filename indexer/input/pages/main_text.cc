// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/main_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "indexer/input/pages/page_marks.h"

namespace timbao {
namespace {

constexpr double kContainerShare = 0.35;  // of the sentences of the best run
constexpr double kHomeShare = 0.8;        // of the sentences of a run
constexpr std::uint32_t kLongSentenceWords = 20;
constexpr std::size_t kFewSentences = 3, kManyBlocks = 20, kHeadOfVerses = 4;

/// Sums over the blocks before each place, so that a range costs two look-ups.
class Sums {
 public:
  explicit Sums(const Page& page, const std::vector<BlockFacts>& facts) {
    sentence_bytes_.push_back(0);
    for (std::size_t at = 0; at < facts.size(); ++at) {
      const bool counts = facts[at].kind == BlockKind::sentence && facts[at].hint != ElementHint::boundary;
      sentence_bytes_.push_back(sentence_bytes_.back() + (counts ? page.text_of(page.blocks[at]).size() : 0));
    }
  }
  [[nodiscard]] std::size_t sentence_bytes(std::size_t begin, std::size_t end) const {
    return begin < end ? sentence_bytes_[end] - sentence_bytes_[begin] : 0;
  }

 private:
  std::vector<std::size_t> sentence_bytes_;
};

struct Range {
  std::size_t begin = 0, end = 0;
};

/// The run of blocks with the largest sum of weights.
Range best_run(const std::vector<BlockFacts>& facts) {
  Range best;
  std::int64_t sum = 0, most = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    if (sum <= 0) {
      sum = 0;
      begin = at;
    }
    sum += facts[at].weight;
    if (sum <= most) continue;
    most = sum;
    best = {begin, at + 1};
  }
  return best;
}

Range range_of(const Page& page, const PageElement& element) {
  return {block_from(page, element.text_begin), block_from(page, element.text_end)};
}

struct Container {
  const PaperRow* row = nullptr;
  const PageElement* element = nullptr;
  std::size_t bytes = 0;       // of its sentences
  bool holds_several = false;  // more sentences stand in other elements like it
};

/// The element of a row's container that holds most sentences.
Container fullest(const Page& page, const PaperRow& row, const Sums& sums) {
  Container found{&row, nullptr, 0, false};
  std::size_t all_bytes = 0, end = 0;  // of the elements so far; those inside of others do not count
  for (const PageElement* const element : select_all(page, row.container)) {
    const Range range = range_of(page, *element);
    const std::size_t bytes = sums.sentence_bytes(range.begin, range.end);
    if (range.begin >= end) all_bytes += bytes;
    end = std::max(end, range.end);
    if (bytes <= found.bytes) continue;
    found.bytes = bytes;
    found.element = element;
  }
  found.holds_several = all_bytes > 2 * found.bytes;
  return found;
}

Container container_of(const Page& page, const Sums& sums, const PaperRow* paper, std::size_t needed) {
  std::vector<const PaperRow*> rows;
  if (paper != nullptr) rows.push_back(paper);
  for (const PaperRow& row : system_rows()) rows.push_back(&row);
  Container several;
  for (const PaperRow* const row : rows) {
    const Container container = fullest(page, *row, sums);
    if (container.element != nullptr && container.bytes >= needed) return container;
    several.holds_several = several.holds_several || container.holds_several;
  }
  return several;
}

/// Moves the ends of a range to those of an element, but not past the long sentences that stand directly beside it:
/// pages close elements too early.
Range narrowed(const std::vector<BlockFacts>& facts, Range range, const Range& home) {
  const auto is_kept = [&facts](std::size_t at) {
    return facts[at].kind == BlockKind::sentence && facts[at].hint == ElementHint::none &&
           facts[at].words >= kLongSentenceWords;
  };
  Range kept{std::max(range.begin, home.begin), std::min(range.end, home.end)};
  while (kept.begin > range.begin && is_kept(kept.begin - 1)) --kept.begin;
  while (kept.end < range.end && is_kept(kept.end)) ++kept.end;
  return kept;
}

/// A run without what stands outside of the innermost element that has nearly all of its sentences: a column beside the
/// article, the comments behind it.
Range at_home(const Page& page, const std::vector<BlockFacts>& facts, const Sums& sums, Range run) {
  const std::size_t sentence_bytes = sums.sentence_bytes(run.begin, run.end);
  const std::size_t bytes = run.begin == run.end ? 0 : page.blocks[run.end - 1].end - page.blocks[run.begin].begin;
  if (sentence_bytes * 2 <= bytes) return run;  // verses
  const auto first = facts.begin() + static_cast<std::ptrdiff_t>(run.begin);
  const auto heaviest = std::max_element(first, facts.begin() + static_cast<std::ptrdiff_t>(run.end),
                                         [](const auto& a, const auto& b) { return a.weight < b.weight; });
  const auto needed = static_cast<std::size_t>(kHomeShare * static_cast<double>(sentence_bytes));
  std::uint32_t element = page.blocks[static_cast<std::size_t>(heaviest - facts.begin())].element;
  for (; element > 0; element = page.elements[element].parent) {
    const Range home = range_of(page, page.elements[element]);
    if (sums.sentence_bytes(std::max(home.begin, run.begin), std::min(home.end, run.end)) >= needed)
      return narrowed(facts, run, home);
  }
  return run;
}

/// Cuts off what follows the article: from a mark on behind which little is left, and the few words before it.
Range trimmed(const Page& page, const std::vector<BlockFacts>& facts, const Sums& sums, Range range) {
  const std::size_t all = sums.sentence_bytes(range.begin, range.end);
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const std::size_t left = sums.sentence_bytes(at, range.end);
    if (left * 3 > all) continue;
    const std::string_view text = page.text_of(page.blocks[at]);
    if (facts[at].kind == BlockKind::sentence ? is_call_to_readers(text) : is_end_mark(text)) return {range.begin, at};
  }
  return range;
}

void count(const Page& page, const std::vector<BlockFacts>& facts, MainText& main) {
  for (std::size_t at = main.begin; at < main.end; ++at) {
    if (facts[at].kind == BlockKind::sentence) ++main.sentences;
    if (facts[at].kind == BlockKind::line) ++main.lines;
    const bool is_links = facts[at].kind == BlockKind::links;
    if (is_links && (facts[at].words > 4 || is_more_link(page.text_of(page.blocks[at])))) ++main.headlines;
  }
}

/// The first long sentence of a range, else the first one. Verses have none: there it is a little below the beginning.
std::size_t first_sentence_of(const std::vector<BlockFacts>& facts, const MainText& main) {
  if (main.sentences < kFewSentences && main.end - main.begin > kManyBlocks)
    return std::min(main.begin + kHeadOfVerses, main.end);
  for (const std::uint32_t least : {kLongSentenceWords, 1U})
    for (std::size_t at = main.begin; at < main.end; ++at)
      if (facts[at].kind == BlockKind::sentence && facts[at].words >= least) return at;
  return main.begin;
}

}  // namespace

MainText main_text_of(const Page& page, const std::vector<BlockFacts>& facts, const PaperRow* paper) {
  const Sums sums(page, facts);
  const Range run = best_run(facts);
  const std::size_t bytes = sums.sentence_bytes(run.begin, run.end);
  const auto needed = static_cast<std::size_t>(kContainerShare * static_cast<double>(bytes)) + 1;
  const Container container = container_of(page, sums, paper, needed);
  const Range range =
      trimmed(page, facts, sums,
              container.element != nullptr ? range_of(page, *container.element) : at_home(page, facts, sums, run));
  MainText main;
  main.begin = range.begin;
  main.end = range.end;
  main.sentence_bytes = sums.sentence_bytes(range.begin, range.end);
  main.holds_several = container.holds_several;
  main.row = container.row;
  main.container = container.element;
  count(page, facts, main);
  main.first_sentence = first_sentence_of(facts, main);
  return main;
}

}  // namespace timbao
