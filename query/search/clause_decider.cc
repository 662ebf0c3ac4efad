// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/clause_decider.h"

#include <algorithm>

#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "query/search/article_data.h"

namespace timbao {

ClauseDecider::ClauseDecider(const Clause& clause, const PreparedQuestion& prepared, const OpenArchive& archive,
                             const std::vector<Xapian::docid>& known)
    : scanner_(prepared.scanner()),
      archive_(archive),
      pairs_(clause, prepared, archive_),
      sieve_(clause, scanner_),
      near_sieve_(clause, scanner_),
      early_(clause, prepared),
      matcher_(clause, scanner_),
      filters_(clause, archive.numbered()),
      remote_filters_(clause, archive) {
  for (const Xapian::docid id : known) {
    make_room_for(id);
    is_decided_[id] = is_hit_[id] = true;
  }
}

void ClauseDecider::make_room_for(Xapian::docid id) const {
  if (is_decided_.size() > id) return;
  const std::size_t size = std::max(id, archive_.database.get_lastdocid()) + std::size_t{1};
  is_decided_.resize(size);
  is_hit_.resize(size);
}

template <typename Decide>
bool ClauseDecider::decided_once(Xapian::docid id, Decide decide_it) const {
  make_room_for(id);
  if (!is_decided_[id]) is_hit_[id] = decide_it();
  is_decided_[id] = true;
  return is_hit_[id];
}

bool ClauseDecider::operator()(const Xapian::Document& document) const {
  if (archive_.numbered() == nullptr) {
    const std::string bytes = stored_tokens(document);
    const std::string_view sequence = checked_sequence(bytes);
    filters_.look_at(document);
    return sieve_.may_hold(sequence) && matches(ArticleTokens(sequence), filters_);
  }
  const Xapian::docid id = document.get_docid();
  return decided_once(id, [&] { return decide(id, document); });
}

/// While the cache has room, every article that is decoded whole goes into it. Once it is full, an article that the sieve
/// drops stays out: it would push out one that is used again.
bool ClauseDecider::decide(Xapian::docid id, const Xapian::Document& document) const {
  if (!pairs_.may_hold(id)) return false;
  filters_.look_at(document);
  const ArticleTokens* tokens = archive_.tokens.find(id);
  if (tokens != nullptr) {
    if (const std::optional<bool> is_hit = early_.decide(*tokens, filters_)) return *is_hit;
  } else {
    const std::string bytes = stored_tokens(document);
    const std::string_view sequence = checked_sequence(bytes);
    if (const std::optional<bool> is_hit = early_.decide(sequence, filters_)) return *is_hit;
    if (archive_.tokens.is_full() && !sieve_.may_hold(sequence)) return false;
    tokens = &archive_.tokens.add(id, sequence);
  }
  return sieve_.may_hold(*tokens) && near_sieve_.may_hold(*tokens) && matches(*tokens, filters_);
}

bool ClauseDecider::is_true(Xapian::docid id) const {
  return decided_once(id, [&] {
    return archive_.is_remote() ? decide_remote(id)
                                : decide(id, archive_.database.get_document(id, Xapian::DOC_ASSUME_VALID));
  });
}

bool ClauseDecider::decide_remote(Xapian::docid id) const {
  remote_filters_.look_at(id);
  const ArticleTokens& tokens = tokens_of(archive_, id);
  return sieve_.may_hold(tokens) && near_sieve_.may_hold(tokens) && matches(tokens, remote_filters_);
}

void ClauseDecider::fetch(const std::vector<Xapian::docid>& documents) const {
  if (!archive_.is_remote()) return;
  std::vector<Xapian::docid> undecided;
  for (const Xapian::docid id : documents)
    if (id >= is_decided_.size() || !is_decided_[id]) undecided.push_back(id);
  fetch_tokens(archive_, undecided);
  remote_filters_.fetch(undecided);
}

bool ClauseDecider::matches(const ArticleTokens& tokens, ArticleFilters& filters) const {
  scanner_.scan(tokens, scanned_);
  return matcher_.is_true(scanned_, filters);
}

}  // namespace timbao
