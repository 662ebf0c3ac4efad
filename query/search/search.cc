// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search.h"

#include <xapian.h>

#include <algorithm>
#include <numeric>

#include "common/base/error.h"
#include "common/index/index_db.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/search/pages.h"
#include "query/search/snippet.h"

namespace timbao {
namespace {

constexpr std::size_t kSortSecondsBytes = 8;  // of slot::kOldest; the id follows

/// The id as the end of what sorts by time holds it.
std::string bounded_id_of(const Xapian::Document& document) {
  const std::string key = document.get_value(slot::kOldest);
  if (key.size() < kSortSecondsBytes)
    throw Error(ExitCode::index_failed, "the index is damaged: an article has no place in time",
                "look what is wrong with: timbao-index check");
  return key.substr(kSortSecondsBytes);
}

std::optional<Xapian::Document> document_of(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return database.get_document(*posting);
}

/// The places of hits in the list, by document.
std::vector<std::size_t> by_document(const std::vector<RankedArticle>& hits) {
  std::vector<std::size_t> places(hits.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&](std::size_t a, std::size_t b) { return hits[a].document < hits[b].document; });
  return places;
}

/// Makes hits out of ranked articles: reads what is stored and marks what matches.
class HitMaker {
 public:
  HitMaker(const SearchRequest& request, const QueryWeights& weights, const SequenceScanner& scanner,
           Tokenizer& tokenizer)
      : request_(request), scanner_(scanner), marker_(weights, scanner, tokenizer) {}

  Hit make(const Xapian::Document& document, const RankedArticle& ranked, std::size_t rank) {
    const Article article = decode_article(stored_text(document));
    marker_.read(ranked.scanned.tokens > 0 ? ranked.scanned : scan(document));
    Hit hit;
    hit.rank = rank;
    hit.score = ranked.score;
    hit.id = article.id;
    hit.date = article.date;
    hit.source = article.source;
    hit.section = join_names(article.sections);
    hit.author = join_names(article.authors);
    hit.url = article.url;
    hit.path = article.path;
    hit.title = marker_.marked_title(article);
    hit.snippet = marker_.snippet(article, request_.snippet_chars);
    if (request_.collapse == Collapse::yes) hit.collapsed = ranked.copies;
    if (request_.explain == Explain::yes && ranked.best_text > 0)
      hit.parts = Ranker::parts(ranked.full, ranked.best_text);
    return hit;
  }

 private:
  const ScannedArticle& scan(const Xapian::Document& document) {
    const std::string tokens = stored_tokens(document);
    scanner_.scan(ArticleTokens(checked_sequence(tokens)), scanned_);
    return scanned_;
  }

  const SearchRequest& request_;
  const SequenceScanner& scanner_;
  TextMarker marker_;
  ScannedArticle scanned_;
};

}  // namespace

class Searcher::State {
 public:
  explicit State(std::vector<std::string> directories) : reader_(std::move(directories)) {}

  Answer search(const SearchRequest& request, const std::function<void(const Hit&)>* on_hit) {
    reader_.refresh();
    SearchRequest repaired = request;
    repaired.query = repair_utf8(request.query).text;
    const ParsedQuery parsed = parse_query(repaired.query, tokenizer_, request.today);
    const Question question = make_question(parsed.root, repaired);
    Answer answer = on_hit == nullptr ? one_page(question, repaired) : stream(question, repaired, *on_hit);
    answer.parsed = describe(parsed.root);
    if (request.explain == Explain::yes)
      answer.explanation.insert(answer.explanation.begin(), parsed.notes.begin(), parsed.notes.end());
    return answer;
  }

  std::optional<Article> article(std::string_view id) {
    reader_.refresh();
    return reader_.read([id](const Xapian::Database& database) {
      const std::optional<Xapian::Document> document = document_of(database, id);
      return document ? std::optional(decode_article(stored_text(*document))) : std::nullopt;
    });
  }

 private:
  Answer one_page(const Question& question, const SearchRequest& request) {
    return reader_.read([&](const Xapian::Database& database) {
      memory_.keep_for(reader_.times_opened());
      Search search(database, question, request, memory_);
      Answer answer;
      answer.total = search.total();
      if (request.explain == Explain::yes) answer.explanation = search.explanation();
      HitMaker maker(request, search.weights(), search.scanner(), tokenizer_);
      const std::vector<RankedArticle> page = search.page();
      answer.hits.resize(page.size());
      for (const std::size_t i : by_document(page)) {  // the order in which the index holds them
        const Xapian::Document document = database.get_document(page[i].document, Xapian::DOC_ASSUME_VALID);
        answer.hits[i] = maker.make(document, page[i], request.offset + i + 1);
      }
      // An estimate may be below what is shown.
      if (!answer.total.exact && search.counts_hits())
        answer.total.count = std::max<std::uint64_t>(answer.total.count, request.offset + page.size());
      return answer;
    });
  }

  /// The list of hits is fixed first, by id; an article that a writer removes meanwhile is left out.
  Answer stream(const Question& question, const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
    std::vector<std::pair<std::string, RankedArticle>> list;
    std::unique_ptr<QueryWeights> weights;
    Answer answer = reader_.read([&](const Xapian::Database& database) {
      list.clear();
      memory_.keep_for(reader_.times_opened());
      Search search(database, question, request, memory_);
      Answer counted;
      counted.total = search.total();
      if (request.explain == Explain::yes) counted.explanation = search.explanation();
      for (RankedArticle& ranked : search.page()) {
        ranked.scanned = {};  // it may be another article by the time that it is shown
        list.emplace_back(bounded_id_of(database.get_document(ranked.document)), std::move(ranked));
      }
      weights = std::make_unique<QueryWeights>(search.weights());
      return counted;
    });
    const SequenceScanner scanner(question.words);
    HitMaker maker(request, *weights, scanner, tokenizer_);
    std::size_t rank = request.offset;
    for (const auto& [id, ranked] : list) {
      const auto hit = reader_.read([&, id = std::string_view(id), &ranked = ranked](const Xapian::Database& database) {
        const std::optional<Xapian::Document> document = document_of(database, id);
        return document ? std::optional(maker.make(*document, ranked, rank + 1)) : std::nullopt;
      });
      if (!hit) continue;
      ++rank;
      on_hit(*hit);
    }
    return answer;
  }

  IndexReader reader_;
  Tokenizer tokenizer_;
  SearchMemory memory_;
};

Searcher::Searcher(std::vector<std::string> index_directories)
    : state_(std::make_unique<State>(std::move(index_directories))) {}
Searcher::~Searcher() = default;

Answer Searcher::search(const SearchRequest& request) { return state_->search(request, nullptr); }

Answer Searcher::search(const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
  return state_->search(request, &on_hit);
}

std::optional<Article> Searcher::article(std::string_view id) { return state_->article(id); }

}  // namespace timbao
