// SPDX-License-Identifier: GPL-2.0-or-later
// Checks that no function that reads text takes time that grows with the square of the text's length.
//
//   hostile_texts [BYTES [LIMIT_MS [NAME]]]      65536 bytes, 1000 ms and every function without these
//
//   tokenize                 9 ms  1-1-1-1-1-…
//   …
//
// Each function gets texts of that many bytes, made of repeated short pieces. Prints the piece that took each function
// longest, in processor time; the status is 1 if one took longer than the limit.
#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/base/error.h"
#include "common/base/escape.h"
#include "common/base/line_source.h"
#include "common/base/timestamp.h"
#include "common/index/article_json.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "common/text/collate.h"
#include "common/text/columns.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/tokenize.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/article/article_text.h"
#include "indexer/input/article/cost.h"
#include "indexer/input/files/source_name.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/read_articles.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/ledger/ledger.h"
#include "query/front/batch_line.h"
#include "query/front/loose_json.h"
#include "query/language/parse.h"
#include "query/output/article.h"
#include "query/output/json.h"
#include "query/show/highlighter.h"
#include "tests/fuzz/memory_file.h"
#include "tests/query/support/fake_vocabulary.h"

namespace {

using namespace timbao;

constexpr Day kToday{2018, 1, 31};

/// The pieces of the texts; each text repeats one.
const std::vector<std::string> kPieces{"a",
                                       "đ",
                                       "đảng ",
                                       "Đa\u0309ng ",
                                       " ",
                                       "\n",
                                       "\r",
                                       "\u2028",
                                       "\t",
                                       "\u0301",
                                       "a\u0301",
                                       "\u200B",
                                       "a\u200B",
                                       "\u00AD",
                                       "\uFEFF",
                                       "\U0001F525",
                                       "\u65E5",
                                       "\uFDFA ",
                                       "\xFF",
                                       "\xE2\x80",
                                       std::string("\0", 1),
                                       "1",
                                       "1 ",
                                       "234 ",
                                       "1.",
                                       "1.234",
                                       "1,234",
                                       ".234",
                                       "1-",
                                       "1/",
                                       "1% ",
                                       "12kg ",
                                       "31/1/2018 ",
                                       "31/1",
                                       "ngày 1 tháng 1 năm 2018 ",
                                       "Nghị quyết 5 ",
                                       "5-CT/TW ",
                                       "5-CT/TW-",
                                       "A-",
                                       "5-A-",
                                       "abc-def ",
                                       "TP.",
                                       "2015-2020 ",
                                       "2015- ",
                                       "-",
                                       "+",
                                       "=",
                                       "(",
                                       ")",
                                       "\"",
                                       "\u201C",
                                       "'",
                                       "~",
                                       "\\",
                                       "\\u",
                                       "\\ud83d",
                                       "%",
                                       "%E9",
                                       "<",
                                       "<a",
                                       "<b ",
                                       "&",
                                       "&a",
                                       "&#",
                                       "{",
                                       "}",
                                       "{\n",
                                       "{\n{}}\n",
                                       "[",
                                       "]",
                                       "[{",
                                       "{\"",
                                       "{\"a\":",
                                       "{\"a\":1}\n",
                                       "\"a\":1,",
                                       "\"id\":",
                                       "\"id\" ",
                                       ",",
                                       "NaN",
                                       "-Infinity",
                                       "null,",
                                       "https://",
                                       "?utm_a=1&",
                                       "title:",
                                       "title:a ",
                                       "date:1.. ",
                                       "so:5 ",
                                       "NOT ",
                                       "a AND ",
                                       "a OR ",
                                       "\"a b\" ",
                                       "=đảng ",
                                       "+a -b ",
                                       "..",
                                       "Ảnh ",
                                       "Ảnh: An ",
                                       "(Ảnh: ",
                                       "An Vũ\n",
                                       "Theo ",
                                       "7 giờ 5 ",
                                       "T2 ",
                                       "\x1B[",
                                       "\x1B[1",
                                       "a.",
                                       "a. ",
                                       "1a ",
                                       "a1 "};

/// Beginnings of texts, before the pieces: they decide which reader takes the text.
const std::vector<std::string> kStarts{"", "{", "[", "{\"title\":\"", "{\"title\":\"Tin\",\"x\":[", "a ", "1"};

std::string text_of(const std::string& start, const std::string& piece, std::size_t bytes) {
  std::string text = start;
  while (text.size() + piece.size() <= bytes) text += piece;
  return text;
}

struct Function {
  std::string_view name;
  std::function<void(const std::string& text)> run;
};

/// A function by name; the value of the call is not used.
template <typename Call>
Function function(std::string_view name, Call call) {
  return {name, [call](const std::string& text) { static_cast<void>(call(text)); }};
}

Article article_of(const std::string& text) {
  Article article;
  article.id = "tin";
  article.title = article.lead = article.body = repair_utf8(text).text;
  article.captions = article.authors = {article.title};
  article.url = article.source = article.path = article.title;
  return article;
}

std::size_t read_file(const std::string& text, std::optional<Format> format) {
  std::size_t count = 0;
  ReadOptions options;
  options.format = format;
  const fuzz::MemoryFile file(text);
  ArticleReader reader(options);
  reader.read({file.path(), "/archive/input", {}, 0}, [&](const ParsedArticle& /*parsed*/) { ++count; });
  return count;
}

std::size_t read_lines(const std::string& text) {
  std::istringstream in(text);
  std::size_t bytes = 0;
  for (LineSource lines(in, std::size_t{1} << 20U, [] {}); const auto line = lines.next();) bytes += line->text.size();
  return bytes;
}

Question question_of(const std::string& text) {
  static Tokenizer tokenizer;
  SearchRequest request;
  request.today = kToday;
  return make_question(parse_query(repair_utf8(text).text, tokenizer, kToday).root, request);
}

/// Searches the text in an article that has the same text, and makes the snippet.
std::size_t highlight(const std::string& text, const std::string& query, std::size_t limit_chars = 200) {
  static TermMaker maker;
  static Tokenizer tokenizer;
  const Article article = article_of(text);
  const Question question = question_of(query);
  const test::FakeVocabulary vocabulary(100, {});
  const QueryWeights weights = weigh(question, count_words(question, vocabulary), vocabulary);
  const SequenceScanner scanner(question.words);
  const std::string sequence = maker.make(article).tokens;
  ScannedArticle scanned;
  scanner.scan(ArticleTokens(checked_sequence(sequence)), scanned);
  const ArticleHighlighter highlighter(weights, scanner, scanned, tokenizer);
  return highlighter.snippet(article, limit_chars).text.size() + highlighter.title(article).highlights.size();
}

std::size_t answer(const std::string& text) {
  Hit hit;
  hit.id = text;
  hit.title = {repair_utf8(text).text, {{1, 2}}};
  return to_line(hit_json(hit)).size();
}

const std::vector<Function> kFunctions{
    function("fold", [](const std::string& t) { return fold(t); }),
    function("canonical", [](const std::string& t) { return canonical(t); }),
    function("exact_key", [](const std::string& t) { return exact_key(t); }),
    function("tokenize", [](const std::string& t) { return Tokenizer().tokenize(t).tokens.size(); }),
    function("terms", [](const std::string& t) { return TermMaker().make(article_of(t)).terms.size(); }),
    function("collation_key", [](const std::string& t) { return collation_key(t); }),
    function("wrap",
             [](const std::string& t) {
               return wrap(t, {80, 3});
             }),
    function("escape_line", [](const std::string& t) { return unescape_line(t) + escape_line(t); }),
    function("on_one_line", [](const std::string& t) { return on_one_line(t); }),
    function("parse_timestamp", [](const std::string& t) { return parse_timestamp(t); }),
    function("parse_day_range", [](const std::string& t) { return parse_day_range(t, kToday); }),
    function("resembles_date", [](const std::string& t) { return resembles_date(t); }),
    function("article text", [](const std::string& t) { return parse_article_text(t).index(); }),
    function("file of any kind", [](const std::string& t) { return read_file(t, std::nullopt); }),
    function("file of lines", [](const std::string& t) { return read_file(t, Format::jsonl); }),
    function("file of JSON", [](const std::string& t) { return read_file(t, Format::json); }),
    function("memory_to_index", [](const std::string& t) { return memory_to_index(article_of(t)); }),
    function("looks_like_html", [](const std::string& t) { return looks_like_html(t); }),
    function("escape_bytes", [](const std::string& t) { return escape_bytes(t); }),
    function("source_name", [](const std::string& t) { return source_name("/" + t, "/archive"); }),
    function("meaning_of", [](const std::string& t) { return meaning_of(t).rank; }),
    function("plain_url", [](const std::string& t) { return plain_url(t) + url_term(t) + host_term(t); }),
    function("words_of", [](const std::string& t) { return words_of(t).size() + paragraphs_of(t).size(); }),
    function("decode_record", [](const std::string& t) { return decode_record(t).has_value(); }),
    function("lines of input", read_lines),
    function("batch line", [](const std::string& t) { return read_batch_line(t, {}).id.text; }),
    function("find_any_id", [](const std::string& t) { return find_any_id(mend_json(t)).has_value(); }),
    function("query", [](const std::string& t) { return question_of(t).words.size(); }),
    function("snippet of itself", [](const std::string& t) { return highlight(t, t); }),
    function("snippet", [](const std::string& t) { return highlight(t, "đảng 5700 \"a a\" 1 tphcm 234234"); }),
    function("long snippet", [](const std::string& t) { return highlight(t, "đảng 1 a b", 100'000); }),
    function("hit as JSON", answer),
    function("whole article",
             [](const std::string& t) {
               return article_as_text(article_of(t), {80, {}});
             }),
    function("article as JSON", [](const std::string& t) { return to_line(article_json(article_of(t))); }),
};

double milliseconds_of(const Function& function, const std::string& text) {
  const std::clock_t begin = std::clock();
  function.run(text);
  return 1000 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Prints the text that takes a function longest; returns the time in milliseconds.
double measure_function(const Function& function, std::size_t bytes) {
  double longest = -1;
  std::string what;
  for (const std::string& start : kStarts) {
    for (const std::string& piece : kPieces) {
      const double milliseconds = milliseconds_of(function, text_of(start, piece, bytes));
      if (milliseconds <= longest) continue;
      longest = milliseconds;
      what = start + piece + piece + piece + "…";
    }
  }
  std::printf("%-20.*s %8.1f ms  %s\n", static_cast<int>(function.name.size()), function.name.data(), longest,
              escape_line(what).c_str());
  std::fflush(stdout);
  return longest;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::size_t bytes = argc > 1 ? std::stoul(argv[1]) : std::size_t{1} << 16U;
    const double limit = argc > 2 ? std::stod(argv[2]) : 1'000;
    const std::string_view wanted = argc > 3 ? argv[3] : "";
    int slow = 0, measured = 0;
    for (const Function& function : kFunctions) {
      if (!wanted.empty() && wanted != function.name) continue;
      if (measure_function(function, bytes) > limit) ++slow;
      ++measured;
    }
    std::printf("%d of %d functions took longer than %.0f ms for %zu bytes\n", slow, measured, limit, bytes);
    return slow > 0 ? 1 : 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
