// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/dump_command.h"

#include <ostream>

#include "common/base/error.h"
#include "common/index/article_json.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/index_stamp.h"
#include "common/store/open_stored_articles.h"
#include "common/store/retries.h"
#include "common/store/writer_lock.h"
#include "common/store/xapian_errors.h"
#include "indexer/maintain/stored_articles.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

/// Prints articles, and remembers whether one of them was damaged.
class Dump {
 public:
  Dump(const std::string& index, const IndexStreams& streams) : index_(index), streams_(streams) {}

  /// Prints the articles whose keys come after those of the articles that were printed already.
  void print_all(const Xapian::Database& database) {
    const bool is_whole = last_key_.empty();
    std::uint64_t documents = 0;
    walk_in_id_order(database, std::string(last_key_), [&](const IdPlace& place, Xapian::docid number) {
      ++documents;
      print(place.id_term, database.get_document(number));
      last_key_ = place.key;
    });
    if (is_whole && documents != database.get_doccount()) tell("not all of its articles are found by their ids");
  }

  [[nodiscard]] const std::string& last_key() const { return last_key_; }

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
  std::string last_key_;
  bool damaged_ = false;
};

/// Dumps an index that may be written meanwhile, which can happen where this process may not take the lock. Whenever a
/// writer has published, the dump continues in the newest state, after the last article that it printed; so an article
/// that is in the index all the time is printed exactly once.
void print_while_written(const std::string& directory, Dump& dump) {
  for (Retries retries;;) {
    const std::string before = dump.last_key();
    const IndexStamp stamp = index_stamp_of(directory);
    try {
      return dump.print_all(open_for_stored_articles(directory));
    } catch (const Xapian::DatabaseModifiedError&) {
      if (is_still(stamp, directory) && !retries.pause_without_a_writer()) throw;
    } catch (const Xapian::Error&) {
      if (is_still(stamp, directory)) throw;
    }
    if (dump.last_key() != before) retries = Retries();
    if (!retries.pause()) throw_written_too_fast(directory);
  }
}

std::vector<Option<DumpOptions>> dump_options() { return {wait_option<DumpOptions>()}; }

}  // namespace

Command dump_command() {
  return {"dump", "", "prints every article as JSONL that add reads", option_rows_of(dump_options()),
          prepare<parse_dump, run_dump>};
}

DumpOptions parse_dump(const CommandLine& line, const CommonOptions& common) {
  DumpOptions options{common.index, {}};
  set_options(dump_options(), line, options);
  return options;
}

ExitCode run_dump(const DumpOptions& options, const IndexStreams& streams) {
  // Throws where there is no index: else the lock would leave a file in a folder that is not ours.
  static_cast<void>(existing_generations(options.index));
  const auto lock = lock_if_writable(options.index, {options.wait, {}});
  Dump dump(options.index, streams);
  with_index_errors(options.index, [&] { print_while_written(options.index, dump); });
  return dump.finish();
}

}  // namespace timbao
