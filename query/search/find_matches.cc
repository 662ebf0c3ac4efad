// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/find_matches.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/schema.h"
#include "query/search/article_data.h"
#include "query/search/remote_values.h"

namespace timbao {
namespace {

/// Only to count them, so many articles behind servers are read at most.
constexpr std::size_t kReadToCount = 2000;

/// The first articles are decided in small batches: often they fill the page.
constexpr std::size_t kFirstBatch = 64;

Xapian::MSet ask(const SearchContext& context, const WantedMatches& wanted, const Xapian::MatchDecider* decider) {
  Xapian::Enquire enquire = context.enquire(wanted.query, wanted.weighting, wanted.copies);
  if (wanted.sorted_by && wanted.weighting == Weighting::first_pass)
    enquire.set_sort_by_relevance_then_value(*wanted.sorted_by, false);
  else if (wanted.sorted_by)
    enquire.set_sort_by_value(*wanted.sorted_by, false);
  return enquire.get_mset(wanted.first, wanted.most, std::max(wanted.look_at, wanted.counted), nullptr, decider);
}

Matches matches_of(const Xapian::MSet& found) {
  Matches matches;
  matches.count = found.get_matches_estimated();
  matches.found.reserve(found.size());
  for (Xapian::MSetIterator at = found.begin(); at != found.end(); ++at)
    matches.found.push_back({*at, at.get_weight()});
  return matches;
}

/// Asks servers. An order that is left open is that of kNewest, so that the ids come along: what is read of the articles
/// later is asked for by them.
Xapian::MSet ask_servers(const SearchContext& context, WantedMatches wanted) {
  if (!wanted.sorted_by) wanted.sorted_by = slot::kNewest;
  Xapian::MSet found = ask(context, wanted, nullptr);
  for (Xapian::MSetIterator at = found.begin(); at != found.end(); ++at)
    context.archive().remote->add(*wanted.sorted_by, *at, at.get_sort_key());
  return found;
}

/// Goes through articles in their order, and keeps those that are wanted.
class Checking {
 public:
  Checking(const SearchContext& context, const WantedMatches& wanted) : context_(context), wanted_(wanted) {}

  Matches check(const std::vector<Candidate>& all) {
    for (std::size_t size = kFirstBatch; checked_ < all.size() && !is_done(all.size()); size = kFetchedAtOnce)
      check_batch(all, std::min(size, all.size() - checked_));
    matches_.is_exact = checked_ == all.size();
    const double share = checked_ == 0 ? 0 : static_cast<double>(passed_) / static_cast<double>(checked_);
    matches_.count =
        matches_.is_exact ? passed_ : static_cast<std::uint64_t>(std::llround(share * static_cast<double>(all.size())));
    return std::move(matches_);
  }

 private:
  [[nodiscard]] bool is_done(std::size_t all) const {
    const std::size_t read_to_count = wanted_.counted == 0 ? 0 : std::min(all, kReadToCount);
    return matches_.found.size() >= wanted_.most && checked_ >= read_to_count;
  }

  void check_batch(const std::vector<Candidate>& all, std::size_t size) {
    std::vector<Xapian::docid> documents;
    documents.reserve(size);
    for (std::size_t i = 0; i < size; ++i) documents.push_back(all[checked_ + i].document);
    if (wanted_.copies == Copies::best) fetch_values(context_.archive(), documents, slot::kCollapse);
    wanted_.decider->fetch(documents);
    for (std::size_t i = 0; i < size; ++i) check_one(all[checked_ + i]);
    checked_ += size;
  }

  void check_one(const Candidate& article) {
    if (!wanted_.decider->is_true(article.document)) return;
    if (wanted_.copies == Copies::best && !is_first_of_its_story(article.document)) return;
    if (++passed_ > wanted_.first && matches_.found.size() < wanted_.most) matches_.found.push_back(article);
  }

  bool is_first_of_its_story(Xapian::docid document) {
    std::string key = value_of(context_.archive(), document, slot::kCollapse);
    return key.empty() || stories_.insert(std::move(key)).second;
  }

  const SearchContext& context_;
  const WantedMatches& wanted_;
  Matches matches_;
  std::size_t checked_ = 0;
  std::uint64_t passed_ = 0;
  std::unordered_set<std::string> stories_;
};

Matches find_checked(const SearchContext& context, const WantedMatches& wanted) {
  WantedMatches all = wanted;
  all.copies = Copies::all;
  all.first = 0;
  all.most = all.look_at = context.archive().database.get_doccount();
  const std::vector<Candidate> found = matches_of(ask_servers(context, all)).found;
  if (wanted.sorted_by && *wanted.sorted_by != slot::kNewest)
    for (SlotValue& each : slot_values(context.archive().database, wanted.query, slot::kNewest))
      context.archive().remote->add(slot::kNewest, each.document, std::move(each.value));
  return Checking(context, wanted).check(found);
}

/// Decides about possible articles one after the other, in the order of the index: about all where they are counted, or
/// sorted.
Matches decide_each(const std::vector<Xapian::docid>& possible, const WantedMatches& wanted) {
  const bool needs_all = wanted.counted > 0 || wanted.sorted_by;
  Matches matches;
  for (const Xapian::docid document : possible) {
    if (!needs_all && matches.found.size() >= std::size_t{wanted.first} + wanted.most) break;
    if (wanted.decider->is_true(document)) matches.found.push_back({document, 0});
  }
  matches.count = matches.found.size();
  return matches;
}

void sort_by_value(std::vector<Candidate>& articles, const OpenArchive& archive, Xapian::valueno slot) {
  std::vector<std::pair<std::string, Candidate>> by_value;
  by_value.reserve(articles.size());
  for (const Candidate& article : articles) by_value.emplace_back(value_of(archive, article.document, slot), article);
  std::stable_sort(by_value.begin(), by_value.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(by_value.begin(), by_value.end(), articles.begin(), [](const auto& each) { return each.second; });
}

/// The wanted articles among those that may be wanted by their signatures, where that costs less than to ask Xapian.
std::optional<Matches> find_by_signatures(const SearchContext& context, const WantedMatches& wanted) {
  if (wanted.decider == nullptr || wanted.weighting != Weighting::none || wanted.copies != Copies::all)
    return std::nullopt;
  const std::optional<std::vector<Xapian::docid>> possible = wanted.decider->possible_articles();
  if (!possible) return std::nullopt;
  Matches matches = decide_each(*possible, wanted);
  std::vector<Candidate>& found = matches.found;
  if (wanted.sorted_by) sort_by_value(found, context.archive(), *wanted.sorted_by);
  found.erase(found.begin(),
              found.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(wanted.first, found.size())));
  found.resize(std::min<std::size_t>(found.size(), wanted.most));
  return matches;
}

}  // namespace

Matches find_matches(const SearchContext& context, const WantedMatches& wanted) {
  if (std::optional<Matches> matches = find_by_signatures(context, wanted)) return *std::move(matches);
  if (!context.archive().is_remote()) return matches_of(ask(context, wanted, wanted.decider));
  return wanted.decider == nullptr ? matches_of(ask_servers(context, wanted)) : find_checked(context, wanted);
}

}  // namespace timbao
