// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/block_facts.h"

#include <algorithm>
#include <unordered_set>

namespace timbao {
namespace {

constexpr std::uint32_t kSentenceWords = 8;
constexpr double kFunctionShare = 0.12;
constexpr double kLinkShare = 0.5;
constexpr std::uint32_t kHeadlineWords = 4;
constexpr std::uint32_t kMostCardWords = 150;
constexpr std::size_t kMostCardBlocks = 6;
constexpr std::size_t kLeastListLinks = 2;  // links of several words that make a list of articles
constexpr std::int32_t kLinkWeight = -10, kHeadlineLinkWeight = -40, kBoundaryWeight = -60, kAsideWeight = -20;

bool is_function_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords{
      "và",  "của",  "là",  "các",   "những", "được", "cho",   "trong", "với",   "có",   "không", "này",
      "đã",  "đến",  "từ",  "khi",   "để",    "một",  "người", "về",    "tại",   "theo", "ra",    "như",
      "ở",   "vào",  "do",  "sẽ",    "cũng",  "phải", "trên",  "sau",   "hay",   "hơn",  "nhiều", "đó",
      "thì", "mà",   "bị",  "còn",   "nên",   "nếu",  "cùng",  "rằng",  "vì",    "lại",  "đang",  "chưa",
      "rất", "đều",  "bởi", "nhưng", "hoặc",  "qua",  "giữa",  "nhằm",  "the",   "of",   "and",   "to",
      "in",  "that", "is",  "was",   "for",   "with", "as",    "on",    "by",    "it",   "at",    "from",
      "be",  "are",  "has", "have",  "but",   "an",   "were",  "this",  "which", "will", "not",   "his"};
  return kWords.count(word) > 0;
}

struct HintRow {
  ElementHint hint;
  std::vector<std::string_view> names;
};

/// By the names of elements, and the parts of names between "-" and "_".
const std::vector<HintRow>& hint_rows() {
  static const std::vector<HintRow> kRows{
      {ElementHint::caption,
       {"figcaption", "caption", "photocms_caption", "imagecaption", "pcaption", "photocaption", "chuthich", "picdesc",
        "tplcaption"}},
      {ElementHint::aside,
       {"aside",  "related",    "relate",           "relatednews", "tinlienquan", "lienquan",  "share",    "sharing",
        "social", "sidebar",    "banner",           "ads",         "adv",         "advert",    "quangcao", "tag",
        "tags",   "keyword",    "keywords",         "tukhoa",      "widget",      "recommend", "suggest",  "trending",
        "latest", "morenews",   "xemthem",          "samecate",    "tincungmuc",  "tools",     "print",    "rating",
        "vote",   "poll",       "tincungmucdetail", "paging",      "pagination",  "subscribe", "promo",    "sponsor",
        "ticker", "newsletter", "carousel",         "swiper",      "hotnews",     "tinmoi",    "docnhieu", "relation"}},
      {ElementHint::boundary,
       {"nav",      "footer",    "menu",       "navbar",      "navigation", "comment", "comments",
        "binhluan", "copyright", "breadcrumb", "breadcrumbs", "breadcumb",  "login",   "search",
        "popup",    "modal",     "cookie",     "topbar",      "sitemap",    "cmt",     "ykien",
        "dropdown", "respond",   "feedback",   "phanhoi",     "commentlist"}},
  };
  return kRows;
}

bool ends_a_sentence(std::string_view text) {
  const auto ends = [text](std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  };
  return ends(".") || ends("?") || ends("!") || ends("”") || ends("\"") || ends(":") || ends("…") || ends(";");
}

struct Words {
  std::uint32_t all = 0, function = 0;
};

Words count_words(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    ++words.all;
    if (is_function_word(text.substr(at, end - at))) ++words.function;
    at = end + 1;
  }
  return words;
}

std::int32_t weight_of(const BlockFacts& facts, std::uint32_t own_bytes) {
  if (facts.hint == ElementHint::boundary) return kBoundaryWeight;
  if (facts.kind == BlockKind::links) return facts.words >= kHeadlineWords ? kHeadlineLinkWeight : kLinkWeight;
  const bool is_aside = facts.hint == ElementHint::aside;
  if (facts.kind == BlockKind::sentence) return static_cast<std::int32_t>(is_aside ? own_bytes / 4 : own_bytes);
  return is_aside ? kAsideWeight : static_cast<std::int32_t>(facts.words);
}

/// What a block is by itself, without the elements around it.
BlockFacts facts_of(const Page& page, const PageBlock& block) {
  const std::string_view text = page.text_of(block);
  const Words words = count_words(text);
  BlockFacts facts;
  facts.words = words.all;
  const double share = static_cast<double>(words.function) / std::max(1U, words.all);
  if (block.link_bytes > kLinkShare * static_cast<double>(text.size()))
    facts.kind = BlockKind::links;
  else if (words.all >= kSentenceWords && (share >= kFunctionShare || ends_a_sentence(text)))
    facts.kind = BlockKind::sentence;
  return facts;
}

/// Whether a sentence is the summary below the headline of another article: both stand in one small element.
bool is_card(const Page& page, const std::vector<BlockFacts>& facts, std::size_t at) {
  if (at == 0 || facts[at].kind != BlockKind::sentence || facts[at].words > kMostCardWords) return false;
  if (facts[at - 1].kind != BlockKind::links || facts[at - 1].words < kHeadlineWords) return false;
  std::uint32_t element = page.blocks[at].element;
  while (element > 0 && page.elements[element].text_begin > page.blocks[at - 1].begin)
    element = page.elements[element].parent;
  const std::size_t begin = block_from(page, page.elements[element].text_begin);
  const std::size_t end = std::min(block_from(page, page.elements[element].text_end), facts.size());
  if (end - begin > kMostCardBlocks) return false;
  const auto first = facts.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto is_sentence = [](const BlockFacts& block) { return block.kind == BlockKind::sentence; };
  return std::count_if(first, first + static_cast<std::ptrdiff_t>(end - begin), is_sentence) ==
         1;  // an article has several
}

/// What the blocks before a place hold, so that a range of blocks costs two look-ups.
struct Totals {
  std::size_t bytes = 0, link_bytes = 0, sentence_bytes = 0, headlines = 0;
};

std::vector<Totals> totals_of(const Page& page, const std::vector<BlockFacts>& facts) {
  std::vector<Totals> totals(1);
  totals.reserve(facts.size() + 1);
  for (std::size_t at = 0; at < facts.size(); ++at) {
    Totals total = totals.back();
    const std::size_t bytes = page.text_of(page.blocks[at]).size();
    const bool is_headline = facts[at].kind == BlockKind::links && facts[at].words >= kHeadlineWords;
    total.bytes += bytes;
    total.link_bytes += page.blocks[at].link_bytes;
    total.sentence_bytes += facts[at].kind == BlockKind::sentence ? bytes : 0;
    total.headlines += is_headline ? 1 : 0;
    totals.push_back(total);
  }
  return totals;
}

/// Whether an element is a list of other articles: most of its text stands in links, and little in sentences.
bool is_link_list(const Page& page, const PageElement& element, const std::vector<Totals>& totals) {
  if (!is_block_kind(element.kind)) return false;
  const Totals& before = totals[block_from(page, element.text_begin)];
  const Totals& behind = totals[block_from(page, element.text_end)];
  const std::size_t bytes = behind.bytes - before.bytes;
  return behind.headlines - before.headlines >= kLeastListLinks &&
         (behind.link_bytes - before.link_bytes) * 2 > bytes &&
         (behind.sentence_bytes - before.sentence_bytes) * 5 < bytes;
}

/// Whether an element holds too much of a page to be what its name says: most of its text or sentences is no aside,
/// nearly all of its text is no menu and no comment. (Comments may be longer than their article.)
bool holds_most(const Page& page, const PageElement& element, const std::vector<Totals>& totals, ElementHint hint) {
  const std::size_t bytes = element.text_end - std::min(element.text_end, element.text_begin);
  if (hint == ElementHint::boundary) return bytes * 5 > page.text.size() * 4;
  const Totals& before = totals[block_from(page, element.text_begin)];
  const Totals& behind = totals[block_from(page, element.text_end)];
  return bytes * 2 > page.text.size() ||
         (behind.sentence_bytes - before.sentence_bytes) * 2 > totals.back().sentence_bytes;
}

/// The hint of each element, with those around it.
std::vector<ElementHint> element_hints(const Page& page, const std::vector<BlockFacts>& facts) {
  std::vector<ElementHint> hints(page.elements.size(), ElementHint::none);
  const std::vector<Totals> totals = totals_of(page, facts);
  const auto give = [&](std::uint32_t place, ElementHint hint) {
    if (!holds_most(page, page.elements[place], totals, hint)) hints[place] = std::max(hints[place], hint);
  };
  for (const HintRow& row : hint_rows())
    for (const std::string_view name : row.names)
      for (const std::uint32_t place : page.index.elements_with(name)) give(place, row.hint);
  for (std::uint32_t place = 0; place < hints.size(); ++place)
    if (is_link_list(page, page.elements[place], totals)) give(place, ElementHint::aside);
  for (std::size_t place = 1; place < hints.size(); ++place)
    hints[place] = std::max(hints[place], hints[page.elements[place].parent]);
  return hints;
}

/// Captions that stand in a span: the hint of an element in line counts for a block that is nothing else.
void hint_captions_in_line(const Page& page, std::vector<BlockFacts>& facts) {
  for (const std::string_view name : hint_rows().front().names)
    for (const std::uint32_t place : page.index.elements_with(name)) {
      const PageElement& element = page.elements[place];
      const std::size_t block = block_from(page, element.text_begin);
      if (is_block_kind(element.kind) || block >= facts.size()) continue;
      const bool is_most =
          (element.text_end - element.text_begin) * std::uint64_t{2} > page.text_of(page.blocks[block]).size();
      if (is_most && element.text_begin == page.blocks[block].begin)
        facts[block].hint = std::max(facts[block].hint, ElementHint::caption);
    }
}

}  // namespace

std::vector<BlockFacts> block_facts(const Page& page) {
  std::vector<BlockFacts> facts;
  facts.reserve(page.blocks.size());
  for (const PageBlock& block : page.blocks) facts.push_back(facts_of(page, block));
  for (std::size_t at = 0; at < facts.size(); ++at)
    if (is_card(page, facts, at)) facts[at].kind = BlockKind::links;
  const std::vector<ElementHint> hints = element_hints(page, facts);
  hint_captions_in_line(page, facts);
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const PageBlock& block = page.blocks[at];
    if (!hints.empty()) facts[at].hint = std::max(facts[at].hint, hints[block.element]);
    facts[at].weight = weight_of(facts[at], block.end - block.begin - block.link_bytes);
  }
  return facts;
}

}  // namespace timbao
