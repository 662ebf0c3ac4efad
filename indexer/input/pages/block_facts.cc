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
       {"nav",       "footer",     "menu",        "navbar",    "navigation", "comment",  "comments", "binhluan",
        "copyright", "breadcrumb", "breadcrumbs", "breadcumb", "login",      "search",   "popup",    "modal",
        "cookie",    "topbar",     "sitemap",     "cmt",       "ykien",      "dropdown", "respond"}},
  };
  return kRows;
}

/// The hint of each element, with those around it. What holds much of the page is no aside of it, whatever its name.
std::vector<ElementHint> element_hints(const Page& page) {
  std::vector<ElementHint> hints(page.elements.size(), ElementHint::none);
  for (const HintRow& row : hint_rows())
    for (const std::string_view name : row.names)
      for (const std::uint32_t place : page.index.elements_with(name)) {
        const PageElement& element = page.elements[place];
        const bool is_most = (element.text_end - element.text_begin) * std::uint64_t{2} > page.text.size();
        if (!is_most) hints[place] = std::max(hints[place], row.hint);
      }
  for (std::size_t place = 1; place < hints.size(); ++place)
    hints[place] = std::max(hints[place], hints[page.elements[place].parent]);
  return hints;
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

BlockFacts facts_of(const Page& page, const PageBlock& block, ElementHint hint) {
  const std::string_view text = page.text_of(block);
  const Words words = count_words(text);
  BlockFacts facts;
  facts.hint = hint;
  facts.words = words.all;
  const double share = static_cast<double>(words.function) / std::max(1U, words.all);
  if (block.link_bytes > kLinkShare * static_cast<double>(text.size()))
    facts.kind = BlockKind::links;
  else if (words.all >= kSentenceWords && (share >= kFunctionShare || ends_a_sentence(text)))
    facts.kind = BlockKind::sentence;
  facts.weight = weight_of(facts, block.end - block.begin - block.link_bytes);
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

}  // namespace

std::vector<BlockFacts> block_facts(const Page& page) {
  const std::vector<ElementHint> hints = element_hints(page);
  std::vector<BlockFacts> facts;
  facts.reserve(page.blocks.size());
  for (const PageBlock& block : page.blocks)
    facts.push_back(facts_of(page, block, hints.empty() ? ElementHint::none : hints[block.element]));
  for (std::size_t at = 0; at < facts.size(); ++at) {
    if (!is_card(page, facts, at)) continue;
    facts[at].kind = BlockKind::links;
    facts[at].weight = kHeadlineLinkWeight;
  }
  return facts;
}

}  // namespace timbao
