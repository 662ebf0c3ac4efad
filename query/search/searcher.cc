// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <numeric>

#include "common/base/error.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/index_reader.h"
#include "common/text/shown_id.h"
#include "query/expand/expand.h"
#include "query/language/contradictions.h"
#include "query/language/describe.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/plan/candidates.h"
#include "query/search/article_data.h"
#include "query/search/complete.h"
#include "query/search/count.h"
#include "query/search/fixed_lists.h"
#include "query/search/hit_builder.h"
#include "query/search/like.h"
#include "query/search/meant_query.h"
#include "query/search/mention_articles.h"
#include "query/search/mention_gatherer.h"
#include "query/search/overview.h"
#include "query/search/page.h"
#include "query/search/search_caches.h"
#include "query/search/sort_key.h"
#include "query/search/understood.h"

namespace timbao {
namespace {

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

/// Where a hit stands: in the database now, and among the hits.
struct HitPlace {
  Xapian::docid document = 0;
  std::size_t rank = 0;
};

Answer answer_without_hits(const SearchContext& context, const Counted& counted, Understood understood,
                           const Understand& understand) {
  Answer answer;
  answer.parsed = std::move(understood.parsed);
  answer.notes = std::move(understood.notes);
  answer.total = counted.total;
  answer.hits_have = hits_have(context);
  if (context.request().explain == Explain::yes)
    answer.explanation = candidate_queries(context.prepared(), context.archive().vocabulary).lines;
  add_overview(context, understand, answer);
  return answer;
}

void explain_notes(Answer& answer) {
  std::vector<std::string> lines;
  for (const Note& note : answer.notes) lines.push_back(note.text);
  answer.explanation.insert(answer.explanation.begin(), lines.begin(), lines.end());
}

using OnHit = std::function<void(const Hit&)>;
using OnMention = std::function<void(const Mention&)>;

}  // namespace

class Searcher::State {
 public:
  State(IndexChoice indexes, std::size_t cache_bytes)
      : reader_(std::move(indexes)), caches_{{}, TokenCache(cache_bytes), {}, {}, {}} {}

  Answer search(const SearchRequest& request, const OnHit* on_hit) {
    reader_.refresh();
    return finished(on_hit == nullptr ? one_page(request) : stream(request, *on_hit), request);
  }

  Answer mentions(const SearchRequest& request, const OnMention& on_mention) {
    reader_.refresh();
    return finished(stream_mentions(request, on_mention), request);
  }

  std::vector<FoundArticle> articles(std::string_view id) {
    reader_.refresh();
    return reader_.read([&](const Xapian::Database& database) { return articles_of(database, id); });
  }

  std::vector<MarkedArticle> marked_articles(const SearchRequest& request, std::string_view id);
  std::vector<Completion> complete(const ToComplete& wanted);
  Holdings holdings();

 private:
  [[nodiscard]] Answer finished(Answer answer, const SearchRequest& request) const {
    answer.reach = reader_.is_partial() ? AnswerReach::partial : AnswerReach::whole;
    if (request.explain == Explain::yes) explain_notes(answer);
    return answer;
  }

  [[nodiscard]] std::vector<FoundArticle> articles_of(const Xapian::Database& database, std::string_view id) const {
    std::vector<FoundArticle> articles;
    for (const Xapian::docid document : documents_by_index(database, id))
      articles.push_back({decode_article(stored_text(database.get_document(document))), index_of(document)});
    return articles;
  }

  /// The documents that have an id, in the order of the indexes.
  [[nodiscard]] std::vector<Xapian::docid> documents_by_index(const Xapian::Database& database,
                                                              std::string_view id) const {
    std::vector<Xapian::docid> documents = documents_of(database, id);
    const DocumentOwners& owners = reader_.owners();
    std::sort(documents.begin(), documents.end(),
              [&](Xapian::docid a, Xapian::docid b) { return owners.place_of(a) < owners.place_of(b); });
    return documents;
  }

  [[nodiscard]] const std::string& name_of_index(Xapian::docid document) const {
    return reader_.owners().index_of(document);
  }
  [[nodiscard]] std::string index_of(Xapian::docid document) const {
    return reader_.has_several() ? name_of_index(document) : std::string();
  }

  /// Calls `use` with the archive that is open now. When a writer publishes meanwhile, `use` is called again.
  template <typename Use>
  auto read_archive(Use use) {
    return reader_.read([&](const Xapian::Database& database) {
      caches_.clear_if_reopened(reader_.times_opened());
      const std::unique_ptr<Vocabulary> vocabulary = vocabulary_of(database, caches_.vocabulary);
      const bool is_one = database.size() == 1;
      return use(OpenArchive{database, *vocabulary, caches_.tokens,
                             is_one ? DocumentNumbers::of_the_archive : DocumentNumbers::of_its_part, &caches_.words,
                             reader_.is_remote() ? &caches_.remote : nullptr, &reader_.local_parts()});
    });
  }

  /// The tree for --like: what makes the article, of what the query finds if there is one.
  [[nodiscard]] Node tree_like(Node query, const SearchRequest& request, const OpenArchive& archive);
  Understood understood(const SearchRequest& request, const OpenArchive& archive);

  Answer one_page(const SearchRequest& request) {
    return read_archive([&](const OpenArchive& archive) {
      const Understand understand = [&](const SearchRequest& other) { return understood(other, archive); };
      Understood understood = understand(request);
      Node root = std::move(understood.root);
      const PreparedQuestion prepared(std::move(understood.question), archive.vocabulary);
      const SearchContext context(archive, prepared, request);
      const Counted counted = count(context);
      Answer answer = answer_without_hits(context, counted, std::move(understood), understand);
      if (request.mentions.show == ShowMentions::yes) add_mentions(context, answer);
      const std::vector<RankedArticle> hits = page(context, counted);
      HitBuilder builder(request, prepared, tokenizer_);
      answer.hits.resize(hits.size());
      for (const std::size_t i : by_document(hits))  // the order in which the index holds them
        answer.hits[i] = build_hit(builder, archive.database, hits[i], {hits[i].document, request.offset + i + 1});
      // An estimate may be less than the number of hits shown.
      if (!answer.total.exact && context.counts_hits() && !hits.empty())
        answer.total.count = std::max<std::uint64_t>(answer.total.count, request.offset + hits.size());
      answer.suggestion = suggestion_of(std::move(root), context, hits, tokenizer_);
      keep_if_useful(answer, context, understand);
      return answer;
    });
  }

  /// Fixes the list of hits first. Each article is read when it is its turn; one that a writer removes meanwhile is
  /// left out.
  Answer stream(const SearchRequest& request, const OnHit& on_hit) {
    const HitList list = read_archive([&](const OpenArchive& archive) { return list_hits(archive, request); });
    HitBuilder builder(request, list.prepared, tokenizer_);
    std::size_t rank = request.offset;
    for (const ListedHit& listed : list.hits) {
      const auto hit = reader_.read([&](const Xapian::Database& database) {
        const bool is_same = reader_.times_opened() == list.times_opened;
        const auto document = is_same ? listed.ranked.document : document_now(database, {listed.index, listed.id});
        return document == 0 ? std::nullopt
                             : std::optional(build_hit(builder, database, listed.ranked, {document, rank + 1}));
      });
      if (!hit) continue;
      ++rank;
      on_hit(*hit);
    }
    return list.answer;
  }

  void add_mentions(const SearchContext& context, Answer& answer);
  Answer stream_mentions(const SearchRequest& request, const OnMention& on_mention);
  [[nodiscard]] MentionList list_articles(const OpenArchive& archive, const SearchRequest& request);

  [[nodiscard]] HitList list_hits(const OpenArchive& archive, const SearchRequest& request);

  /// An article of a list as it was when the list was fixed: the name of its index, and its id as that index holds it.
  struct ListedArticle {
    std::string_view index;
    std::string id;
  };

  /// The document of a listed article in the index as it is now, after a writer published there; 0 if it is gone.
  [[nodiscard]] Xapian::docid document_now(const Xapian::Database& database, const ListedArticle& listed) const {
    for (const Xapian::docid document : documents_of(database, listed.id))
      if (name_of_index(document) == listed.index) return document;
    return 0;
  }

  Hit build_hit(HitBuilder& builder, const Xapian::Database& database, const RankedArticle& ranked,
                HitPlace place) const {
    Hit hit = builder.build(database.get_document(place.document, Xapian::DOC_ASSUME_VALID), ranked, place.rank);
    hit.index = index_of(place.document);
    return hit;
  }

  IndexReader reader_;
  Tokenizer tokenizer_;
  SearchCaches caches_;
};

Node Searcher::State::tree_like(Node query, const SearchRequest& request, const OpenArchive& archive) {
  const std::vector<FoundArticle> articles = articles_of(archive.database, request.like);
  if (articles.empty())
    throw Error(ExitCode::incomplete, "--like: no article has the id '" + shown_id(request.like) + "'");
  Node like = like_tree(articles.front().article, archive.vocabulary, tokenizer_);
  return request.query.text().empty() ? std::move(like) : restricted(std::move(like), std::move(query));
}

Understood Searcher::State::understood(const SearchRequest& request, const OpenArchive& archive) {
  const Vocabulary& vocabulary = archive.vocabulary;
  ParsedQuery parsed = parse_query(request.query.text(), tokenizer_, request.today);
  Expanded expanded = expand(std::move(parsed.root), {request, vocabulary, tokenizer_});
  if (!request.like.empty()) expanded.root = tree_like(std::move(expanded.root), request, archive);
  if (!request.like.empty() && request.query.text().empty()) parsed.notes.clear();  // that there is no query
  Question question = make_question(expanded.root, request);
  std::string text = describe(expanded.root);
  Understood understood{std::move(expanded.root), std::move(question), std::move(text), std::move(parsed.notes)};
  for (Note& note : contradictions(understood.root, request)) understood.notes.push_back(std::move(note));
  for (Note& note : expanded.notes) understood.notes.push_back(std::move(note));
  return understood;
}

/// Adds the mentions that the request asks for, of the one state of the index that is read.
void Searcher::State::add_mentions(const SearchContext& context, Answer& answer) {
  std::vector<Mention> items;
  MentionGatherer gatherer(context.prepared(), context.request().mentions,
                           {tokenizer_, [&](const Mention& mention) { items.push_back(mention); }});
  for (const MentionArticle& article : mention_articles(context))
    gatherer.add(stored_article(context.archive().database.get_document(article.document), index_of(article.document)));
  answer.mentions = gatherer.finish();
  answer.mentions->items = std::move(items);
}

/// Fixes the list of articles first, and reads each when it is its turn, as stream() does.
Answer Searcher::State::stream_mentions(const SearchRequest& request, const OnMention& on_mention) {
  MentionList list = read_archive([&](const OpenArchive& archive) { return list_articles(archive, request); });
  MentionGatherer gatherer(list.prepared, request.mentions, {tokenizer_, on_mention});
  for (const MentionArticle& article : list.articles) {
    const auto stored = reader_.read([&](const Xapian::Database& database) {
      const bool is_same = reader_.times_opened() == list.times_opened;
      const auto document =
          is_same ? article.document
                  : document_now(database, {list.owners.index_of(article.document), article.bounded_id()});
      return document == 0 ? std::nullopt
                           : std::optional(stored_article(database.get_document(document), index_of(document)));
    });
    if (stored) gatherer.add(*stored);
  }
  list.answer.mentions = gatherer.finish();
  return std::move(list.answer);
}

MentionList Searcher::State::list_articles(const OpenArchive& archive, const SearchRequest& request) {
  const Understand understand = [&](const SearchRequest& other) { return understood(other, archive); };
  Understood understood = understand(request);
  MentionList list{PreparedQuestion(std::move(understood.question), archive.vocabulary),
                   {},
                   {},
                   reader_.owners(),
                   reader_.times_opened()};
  const SearchContext context(archive, list.prepared, request);
  list.articles = mention_articles(context);
  list.answer = answer_without_hits(context, count(context), std::move(understood), understand);
  list.answer.total.count = list.articles.size();
  list.answer.total.exact = true;
  return list;
}

std::vector<MarkedArticle> Searcher::State::marked_articles(const SearchRequest& request, std::string_view id) {
  reader_.refresh();
  return read_archive([&](const OpenArchive& archive) {
    const PreparedQuestion prepared(understood(request, archive).question, archive.vocabulary);
    const Question& question = prepared.question();
    const ClauseDecider is_counted(question.counted, prepared, archive);
    std::vector<MarkedArticle> marked;
    for (const Xapian::docid number : documents_by_index(archive.database, id)) {
      const Xapian::Document document = archive.database.get_document(number);
      const Clause& clause = is_counted.is_true(number) ? question.counted : question.hits;
      marked.push_back(marked_article(stored_article(document, index_of(number)), clause, prepared, tokenizer_));
    }
    return marked;
  });
}

HitList Searcher::State::list_hits(const OpenArchive& archive, const SearchRequest& request) {
  const Understand understand = [&](const SearchRequest& other) { return understood(other, archive); };
  Understood understood = understand(request);
  HitList list{PreparedQuestion(std::move(understood.question), archive.vocabulary), {}, {}, reader_.times_opened()};
  const SearchContext context(archive, list.prepared, request);
  const Counted counted = count(context);
  list.answer = answer_without_hits(context, counted, std::move(understood), understand);
  for (RankedArticle& ranked : page(context, counted)) {
    ranked.scanned = {};  // when the hit is shown, the article may be another
    std::string index = name_of_index(ranked.document);
    list.hits.push_back({bounded_id_of(sound_sort_key(value_of(archive, ranked.document, slot::kNewest))),
                         std::move(ranked), std::move(index)});
  }
  return list;
}

std::vector<Completion> Searcher::State::complete(const ToComplete& wanted) {
  reader_.refresh();
  const bool is_name = wanted.field && row_of(*wanted.field).use == FieldUse::filter;
  return read_archive([&](const OpenArchive& archive) {
    return is_name ? complete_name(archive, wanted) : complete_word(archive.vocabulary, wanted);
  });
}

Holdings Searcher::State::holdings() {
  reader_.refresh();
  return read_archive([&](const OpenArchive& archive) { return caches_.holdings.of(archive); });
}

Searcher::Searcher(const std::vector<std::string>& index_directories, std::size_t cache_bytes)
    : Searcher(IndexChoice{folder_places(index_directories)}, cache_bytes) {}
Searcher::Searcher(IndexChoice indexes, std::size_t cache_bytes)
    : state_(std::make_unique<State>(std::move(indexes), cache_bytes)) {}
Searcher::~Searcher() = default;

Answer Searcher::search(const SearchRequest& request) {
  return answer_meant(request,
                      [this](const SearchRequest& one, Trial /*trial*/) { return state_->search(one, nullptr); });
}

Answer Searcher::search(const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
  return answer_meant(request, [&](const SearchRequest& one, Trial trial) {
    return state_->search(one, trial == Trial::yes ? nullptr : &on_hit);
  });
}

Answer Searcher::mentions(const SearchRequest& request, const std::function<void(const Mention&)>& on_mention) {
  return answer_meant(request, [&](const SearchRequest& one, Trial trial) {
    return trial == Trial::yes ? state_->search(one, nullptr) : state_->mentions(one, on_mention);
  });
}

std::vector<MarkedArticle> Searcher::marked_articles(const SearchRequest& request, std::string_view id) {
  return state_->marked_articles(request, id);
}

std::vector<FoundArticle> Searcher::articles(std::string_view id) { return state_->articles(id); }

std::vector<Completion> Searcher::complete(const ToComplete& wanted) { return state_->complete(wanted); }

Holdings Searcher::holdings() { return state_->holdings(); }

}  // namespace timbao
