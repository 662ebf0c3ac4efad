// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/main_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "common/base/ascii.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

constexpr double kContainerShare = 0.35;  // of the sentences of the best run
constexpr std::size_t kMostMarkBytes = 160;
constexpr std::uint32_t kLongSentenceWords = 20;
constexpr std::size_t kFewSentences = 3, kManyBlocks = 20, kHeadOfVerses = 4;

/// How what follows articles begins, folded.
constexpr std::array<std::string_view, 46> kEndMarks{"tin lien quan",
                                                     "bai lien quan",
                                                     "tin tuc lien quan",
                                                     "cac tin khac",
                                                     "tin khac",
                                                     "bai khac",
                                                     "tin cung chuyen",
                                                     "cung chuyen muc",
                                                     "tin moi nhat",
                                                     "doc nhieu",
                                                     "tin doc nhieu",
                                                     "co the ban quan tam",
                                                     "tu khoa",
                                                     "tags",
                                                     "tag:",
                                                     "chia se",
                                                     "binh luan",
                                                     "y kien ban doc",
                                                     "gui binh luan",
                                                     "copyright",
                                                     "ban quyen",
                                                     "tro ve",
                                                     "tro lai",
                                                     "last updated",
                                                     "web master",
                                                     "webmaster",
                                                     "in bai viet",
                                                     "gui email",
                                                     "gui bai viet",
                                                     "ve dau trang",
                                                     "dau trang",
                                                     "updated:",
                                                     "update:",
                                                     "toa soan",
                                                     "tong bien tap",
                                                     "giay phep",
                                                     "(c) ",
                                                     "© ",
                                                     "moi quy doc gia",
                                                     "chan thanh cam on",
                                                     "nghe bai",
                                                     "nghe doc",
                                                     "xem them",
                                                     "doc them",
                                                     "quang cao",
                                                     "(quang cao"};

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

/// The element of a selector that holds most sentences.
const PageElement* fullest(const Page& page, std::string_view selector, const Sums& sums) {
  const PageElement* found = nullptr;
  std::size_t most = 0;
  for (const PageElement* const element : select_all(page, selector)) {
    const Range range = range_of(page, *element);
    const std::size_t bytes = sums.sentence_bytes(range.begin, range.end);
    if (bytes <= most) continue;
    most = bytes;
    found = element;
  }
  return found;
}

struct Container {
  const PaperRow* row = nullptr;
  const PageElement* element = nullptr;
};

Container container_of(const Page& page, const Sums& sums, const PaperRow* paper, std::size_t needed) {
  std::vector<const PaperRow*> rows;
  if (paper != nullptr) rows.push_back(paper);
  for (const PaperRow& row : system_rows()) rows.push_back(&row);
  for (const PaperRow* const row : rows) {
    const PageElement* const element = fullest(page, row->container, sums);
    if (element == nullptr) continue;
    const Range range = range_of(page, *element);
    if (sums.sentence_bytes(range.begin, range.end) >= needed) return {row, element};
  }
  return {};
}

/// Cuts off what follows the article: from a mark on behind which little is left, and the few words before it.
Range trimmed(const Page& page, const std::vector<BlockFacts>& facts, const Sums& sums, Range range) {
  const std::size_t all = sums.sentence_bytes(range.begin, range.end);
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const std::size_t left = sums.sentence_bytes(at, range.end);
    if (left * 3 > all || facts[at].kind == BlockKind::sentence) continue;
    if (is_end_mark(page.text_of(page.blocks[at]))) return {range.begin, at};
  }
  return range;
}

void count(const std::vector<BlockFacts>& facts, MainText& main) {
  for (std::size_t at = main.begin; at < main.end; ++at) {
    if (facts[at].kind == BlockKind::sentence) ++main.sentences;
    if (facts[at].kind == BlockKind::links && facts[at].words > 4) ++main.headlines;
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

bool is_end_mark(std::string_view text) {
  if (text.size() > kMostMarkBytes) return false;
  const std::string folded = fold_text(text.substr(0, text.find_first_of(".:") + 60));
  const std::size_t begin = folded.find_first_not_of("[>-*+ |");
  if (begin == std::string::npos) return false;
  return std::any_of(kEndMarks.begin(), kEndMarks.end(),
                     [&](std::string_view mark) { return starts_with(std::string_view(folded).substr(begin), mark); });
}

MainText main_text_of(const Page& page, const std::vector<BlockFacts>& facts, const PaperRow* paper) {
  const Sums sums(page, facts);
  const Range run = best_run(facts);
  const std::size_t bytes = sums.sentence_bytes(run.begin, run.end);
  const auto needed = static_cast<std::size_t>(kContainerShare * static_cast<double>(bytes)) + 1;
  const Container container = container_of(page, sums, paper, needed);
  const Range range =
      trimmed(page, facts, sums, container.element != nullptr ? range_of(page, *container.element) : run);
  MainText main;
  main.begin = range.begin;
  main.end = range.end;
  main.sentence_bytes = sums.sentence_bytes(range.begin, range.end);
  main.row = container.row;
  main.container = container.element;
  count(facts, main);
  main.first_sentence = first_sentence_of(facts, main);
  return main;
}

}  // namespace timbao
