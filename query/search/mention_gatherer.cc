// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/mention_gatherer.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "common/text/columns.h"
#include "query/search/mention_record.h"
#include "query/show/field_text.h"
#include "query/show/mention_cutter.h"

namespace timbao {
namespace {

/// Longer titles and names of newspapers are cut: a title of some megabytes may have as many mentions.
constexpr std::size_t kTitleChars = 300;

/// How many of the first mentions are wanted; nothing: all.
std::optional<std::size_t> wanted_of(const MentionRequest& request) {
  if (!request.limit) return std::nullopt;
  return request.offset + std::min(*request.limit, SIZE_MAX - request.offset);
}

PlacesOfArticle places_in(const std::string& sequence, const SequenceScanner& scanner, MentionFinder& finder,
                          ScannedArticle& scanned) {
  const ArticleTokens tokens(checked_sequence(sequence));
  scanner.scan(tokens, scanned);
  return {finder.find(scanned), first_tokens(tokens)};
}

}  // namespace

StoredArticle stored_article(const Xapian::Document& document, std::string index) {
  return {stored_tokens(document), stored_text(document), std::move(index)};
}

MentionGatherer::MentionGatherer(const PreparedQuestion& prepared, const MentionRequest& request, Tools tools)
    : prepared_(prepared),
      request_(request),
      tools_(std::move(tools)),
      finder_(prepared.question().counted, prepared),
      keys_(request.sort),
      sorter_({tools_.memory_bytes, wanted_of(request)}) {}

bool MentionGatherer::is_wanted(std::uint64_t place) const {
  return place >= request_.offset && (!request_.limit || place - request_.offset < *request_.limit);
}

void MentionGatherer::add(const StoredArticle& stored) {
  const PlacesOfArticle places = places_in(stored.tokens, prepared_.scanner(), finder_, scanned_);
  const std::size_t found = places.mentions.size();
  if (found == 0) return;
  const bool has_wanted =
      all_.count + found > request_.offset && is_wanted(std::max<std::uint64_t>(all_.count, request_.offset));
  if (request_.sort != MentionSort::date || has_wanted) take(decode_article(stored.text), places, stored.index);
  all_.count += found;
  ++all_.articles;
}

void MentionGatherer::take(const Article& article, const PlacesOfArticle& places, const std::string& index) {
  const std::string title = shortened(article.title, kTitleChars), source = shortened(article.source, kTitleChars);
  std::uint64_t place = all_.count;
  each_mention(article, places, tools_.tokenizer, [&](const TextMention& found) {
    const bool is_sorted = request_.sort == MentionSort::date;
    if (is_sorted && !is_wanted(place++)) return;
    Mention mention = written_mention(found);
    mention.id = article.id;
    mention.title = title;
    mention.date = article.date;
    mention.source = source;
    mention.index = index;
    if (is_sorted)
      give(mention);
    else
      sorter_.add(keys_.key(found), mention_record(mention));
  });
}

void MentionGatherer::give(const Mention& mention) {
  ++all_.shown;
  tools_.on_mention(mention);
}

Mentions MentionGatherer::finish() {
  std::uint64_t place = 0;
  sorter_.each([&](std::string_view record) {
    if (is_wanted(place++)) give(mention_of(record));
  });
  return all_;
}

MarkedArticle marked_article(const StoredArticle& stored, const Clause& clause, const PreparedQuestion& prepared,
                             Tokenizer& tokenizer) {
  MentionFinder finder(clause, prepared);
  ScannedArticle scanned;
  const PlacesOfArticle places = places_in(stored.tokens, prepared.scanner(), finder, scanned);
  MarkedArticle marked{{decode_article(stored.text), stored.index}, {}};
  marked.marks = marks_of(marked.found.article, places, finder.words(), tokenizer);
  return marked;
}

}  // namespace timbao
