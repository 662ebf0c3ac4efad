// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/archive_words.h"

#include <cstddef>
#include <string>

#include "common/index/article_tokens.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "query/search/article_data.h"
#include "query/sequence/listed_words.h"
#include "query/sequence/rare_word.h"

namespace timbao {
namespace {

/// Calls a function with the tokens of each document of a posting list; of the empty term, with all of the database.
template <typename OnArticle>
void each_remote_article(const OpenArchive& archive, const std::string& term, OnArticle on_article) {
  const std::vector<Xapian::docid> documents = documents_with(archive, term);
  each_batch(documents, [&](const std::vector<Xapian::docid>& batch) {
    fetch_tokens(archive, batch);
    for (const Xapian::docid document : batch) on_article(tokens_of(archive, document));
  });
}

/// The same for an archive of this machine; it leaves out the cache, which queries fill with what they need.
template <typename OnArticle>
void each_article(const OpenArchive& archive, const std::string& term, OnArticle on_article) {
  if (archive.is_remote()) return each_remote_article(archive, term, on_article);
  const Xapian::Database& database = archive.database;
  ArticleTokens tokens;
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator posting = database.postlist_begin(term); posting != end; ++posting) {
    const std::string bytes = stored_tokens(database.get_document(*posting, Xapian::DOC_ASSUME_VALID));
    tokens.assign(checked_sequence(bytes));
    on_article(tokens);
  }
}

/// Counts the words of the tokens [begin, end), which are a paragraph.
void count_paragraph(const std::uint16_t* begin, const std::uint16_t* end, ArchiveWords& words) {
  const ListedWords& listed = listed_words();
  bool is_second = false;
  for (const std::uint16_t* code = begin; code != end; ++code) {
    const std::uint32_t pair = code + 1 == end ? ListedWords::kNoWord : listed.number_of(code[0], code[1]);
    const bool is_first = pair != ListedWords::kNoWord;
    if (is_first) ++words.times[pair];
    if (!is_first && !is_second && *code != ArticleTokens::kNoCode) ++words.times[*code];
    is_second = is_first;
  }
}

}  // namespace

ArchiveWords count_archive_words(const OpenArchive& archive) {
  ArchiveWords words;
  words.times.resize(listed_words().size());
  each_article(archive, "", [&](const ArticleTokens& tokens) {
    const std::uint16_t* const codes = tokens.codes().data();
    const RawVector<ArticleTokens::Paragraph>& paragraphs = tokens.paragraphs();
    words.tokens += tokens.codes().size();
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const std::size_t end = i + 1 < paragraphs.size() ? paragraphs[i + 1].begin : tokens.codes().size();
      count_paragraph(codes + paragraphs[i].begin, codes + end, words);
    }
  });
  return words;
}

std::uint64_t count_rare_word(const OpenArchive& archive, std::string_view term) {
  std::uint64_t times = 0;
  each_article(archive, std::string(term), [&](const ArticleTokens& tokens) {
    for (std::size_t i = 0; i < tokens.names(); ++i)
      times += is_rare_word(tokens, tokens.name(i)) && tokens.name(i).term == term ? 1U : 0U;
  });
  return times;
}

}  // namespace timbao
