// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <numeric>

#include "common/base/error.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/index_db.h"
#include "query/language/contradictions.h"
#include "query/language/describe.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/search/pages.h"
#include "query/show/highlighter.h"

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

/// The documents that have an id: at most one of each of the databases that this one is made of.
std::vector<Xapian::docid> documents_of(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  return {database.postlist_begin(term), database.postlist_end(term)};
}

/// The places of hits in the list, by document.
std::vector<std::size_t> by_document(const std::vector<RankedArticle>& hits) {
  std::vector<std::size_t> places(hits.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&](std::size_t a, std::size_t b) { return hits[a].document < hits[b].document; });
  return places;
}

/// Makes hits out of ranked articles: reads what is stored and highlights what matches.
class HitMaker {
 public:
  HitMaker(const SearchRequest& request, const QueryWeights& weights, const SequenceScanner& scanner,
           Tokenizer& tokenizer)
      : request_(request), weights_(weights), scanner_(scanner), tokenizer_(tokenizer) {}

  Hit make(const Xapian::Document& document, const RankedArticle& ranked, std::size_t rank) {
    const Article article = decode_article(stored_text(document));
    const ScannedArticle& scanned = ranked.scanned.tokens > 0 ? ranked.scanned : scan(document);
    const ArticleHighlighter highlighter(weights_, scanner_, scanned, tokenizer_);
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
    hit.title = highlighter.title(article);
    hit.snippet = highlighter.snippet(article, request_.snippet_chars);
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
  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  Tokenizer& tokenizer_;
  ScannedArticle scanned_;
};

}  // namespace

class Searcher::State {
 public:
  explicit State(std::vector<std::string> directories) : reader_(std::move(directories)) {
    memory_.databases = reader_.directories().size();
  }

  Answer search(const SearchRequest& request, const std::function<void(const Hit&)>* on_hit) {
    reader_.refresh();
    const ParsedQuery parsed = parse_query(request.query.text(), tokenizer_, request.today);
    const Question question = make_question(parsed.root, request);
    Answer answer = on_hit == nullptr ? one_page(question, request) : stream(question, request, *on_hit);
    answer.parsed = describe(parsed.root);
    answer.notes = parsed.notes;
    for (Note& note : contradictions(parsed.root, request)) answer.notes.push_back(std::move(note));
    if (request.explain == Explain::yes) explain_notes(answer);
    return answer;
  }

  std::vector<FoundArticle> articles(std::string_view id) {
    reader_.refresh();
    return reader_.read([&](const Xapian::Database& database) {
      std::vector<std::pair<std::size_t, FoundArticle>> found;
      for (const Xapian::docid document : documents_of(database, id))
        found.push_back({place_of_index(document),
                         {decode_article(stored_text(database.get_document(document))), index_of(document)}});
      std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      std::vector<FoundArticle> articles;
      articles.reserve(found.size());
      for (auto& [place, article] : found) articles.push_back(std::move(article));
      return articles;
    });
  }

 private:
  static void explain_notes(Answer& answer) {
    std::vector<std::string> lines;
    for (const Note& note : answer.notes) lines.push_back(note.text);
    answer.explanation.insert(answer.explanation.begin(), lines.begin(), lines.end());
  }

  /// Of several databases as one, Xapian numbers documents in turn.
  [[nodiscard]] std::size_t place_of_index(Xapian::docid document) const {
    return (document - 1) % reader_.directories().size();
  }
  [[nodiscard]] std::string index_of(Xapian::docid document) const {
    return reader_.directories().size() == 1 ? std::string() : reader_.directories()[place_of_index(document)];
  }

  Answer one_page(const Question& question, const SearchRequest& request) {
    return reader_.read([&](const Xapian::Database& database) {
      memory_.keep_for(reader_.times_opened());
      Search search(database, question, request, memory_);
      Answer answer = counted_by(search, request);
      HitMaker maker(request, search.weights(), search.scanner(), tokenizer_);
      const std::vector<RankedArticle> page = search.page();
      answer.hits.resize(page.size());
      for (const std::size_t i : by_document(page))  // the order in which the index holds them
        answer.hits[i] = hit_of(maker, database, page[i], {page[i].document, request.offset + i + 1});
      // An estimate may be below what is shown.
      if (!answer.total.exact && search.counts_hits())
        answer.total.count = std::max<std::uint64_t>(answer.total.count, request.offset + page.size());
      return answer;
    });
  }

  /// A hit of a list that is fixed first and shown later.
  struct ListedHit {
    std::string id;  ///< as far as an index holds it in its keys
    RankedArticle ranked;
  };

  /// The list of hits is fixed first; an article that a writer removes meanwhile is left out.
  Answer stream(const Question& question, const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
    std::vector<ListedHit> list;
    std::unique_ptr<QueryWeights> weights;
    std::uint64_t times_opened = 0;
    Answer answer = reader_.read([&](const Xapian::Database& database) {
      list.clear();
      times_opened = reader_.times_opened();
      memory_.keep_for(times_opened);
      Search search(database, question, request, memory_);
      Answer counted = counted_by(search, request);
      for (RankedArticle& ranked : search.page()) {
        ranked.scanned = {};  // it may be another article by the time that it is shown
        list.push_back({bounded_id_of(database.get_document(ranked.document)), std::move(ranked)});
      }
      weights = std::make_unique<QueryWeights>(search.weights());
      return counted;
    });
    const SequenceScanner scanner(question.words);
    HitMaker maker(request, *weights, scanner, tokenizer_);
    std::size_t rank = request.offset;
    for (const ListedHit& listed : list) {
      const auto hit = reader_.read([&](const Xapian::Database& database) {
        const bool is_same = reader_.times_opened() == times_opened;
        const auto document = is_same ? listed.ranked.document : found_again(database, listed);
        return document == 0 ? std::nullopt
                             : std::optional(hit_of(maker, database, listed.ranked, {document, rank + 1}));
      });
      if (!hit) continue;
      ++rank;
      on_hit(*hit);
    }
    return answer;
  }

  /// The document of a hit's id, in the index that it was found in, after a writer published there; 0: it is gone.
  [[nodiscard]] Xapian::docid found_again(const Xapian::Database& database, const ListedHit& listed) const {
    for (const Xapian::docid document : documents_of(database, listed.id))
      if (place_of_index(document) == place_of_index(listed.ranked.document)) return document;
    return 0;
  }

  /// Where a hit stands: in the database now, and among the hits.
  struct HitPlace {
    Xapian::docid document = 0;
    std::size_t rank = 0;
  };

  Hit hit_of(HitMaker& maker, const Xapian::Database& database, const RankedArticle& ranked, HitPlace place) const {
    Hit hit = maker.make(database.get_document(place.document, Xapian::DOC_ASSUME_VALID), ranked, place.rank);
    hit.index = index_of(place.document);
    return hit;
  }

  Answer counted_by(Search& search, const SearchRequest& request) {
    Answer answer;
    answer.total = search.total();
    answer.hits_have = search.hits_have();
    if (request.explain == Explain::yes) answer.explanation = search.explanation();
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

std::vector<FoundArticle> Searcher::articles(std::string_view id) { return state_->articles(id); }

}  // namespace timbao
