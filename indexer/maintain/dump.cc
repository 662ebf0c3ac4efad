// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/dump.h"

#include <ostream>

#include "common/index/article_json.h"
#include "common/index/index_db.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/maintain/stored_articles.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

/// Prints articles and counts those that cannot be.
class Dump {
 public:
  Dump(const std::string& index, const IndexStreams& streams) : index_(index), streams_(streams) {}

  void print_all(const Xapian::Database& database) {
    std::uint64_t documents = 0;
    walk_in_id_order(database, [&](const std::string& term, Xapian::docid number) {
      ++documents;
      print(term, database.get_document(number));
    });
    if (documents != database.get_doccount()) tell("not all of its articles are found by their ids");
  }

  [[nodiscard]] ExitCode finish() const {
    flush_or_throw(streams_.out, kOutputName);
    return damaged_ ? ExitCode::index_failed : ExitCode::done;
  }

 private:
  void print(const std::string& term, const Xapian::Document& document) {
    const std::string id = term.substr(row_of(Field::id).prefix.size());
    try {
      const Article article = stored_article(document);
      if (id_term(article.id) != term) return tell("the stored text of another article stands under the id " + id);
      streams_.out << to_line(article_json(article)) << '\n';
    } catch (const Error& error) {
      tell(error.message() + " (article " + id + ")");
    }
    if (!streams_.out) flush_or_throw(streams_.out, kOutputName);
  }

  void tell(const std::string& fault) {
    damaged_ = true;
    streams_.err << "timbao-index: " << on_one_line(index_ + ": " + fault)
                 << "; what is left out, add again from its source\n";
  }

  const std::string& index_;
  const IndexStreams& streams_;
  bool damaged_ = false;
};

}  // namespace

ExitCode run_dump(const IndexOptions& options, const IndexStreams& streams) {
  static_cast<void>(existing_generation(options.index));  // else the lock would make the folder
  const WriterLock lock(options.index, {options.wait, {}});
  const Xapian::Database database = open_for_stored_articles(options.index);
  Dump dump(options.index, streams);
  with_index_errors(options.index, [&] { dump.print_all(database); });
  return dump.finish();
}

}  // namespace timbao
