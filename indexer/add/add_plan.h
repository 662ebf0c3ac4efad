// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/add/add_options.h"
#include "indexer/input/read_articles.h"
#include "indexer/ledger/run_ledger.h"
#include "indexer/write/aside_sink.h"

namespace timbao {

/// Where the articles of a run come from.
enum class ArticleOrigin : std::uint8_t {
  sources,          ///< the files, folders and streams that were given
  stored_articles,  ///< the texts that the index itself stores: --rebuild without a PATH
};

/// Where the articles of a run go.
enum class Destination : std::uint8_t {
  index,    ///< they are written, in place or aside
  listing,  ///< they are only listed: --dry-run
};

/// Whose ledger says which files need not be read and which ids stay out.
enum class PriorLedger : std::uint8_t {
  of_the_index,
  none,  ///< of a dry run, which lists everything; of a rebuild whose ledger is too damaged to be read
};

/// Whether articles go whose sources are gone.
enum class Pruning : std::uint8_t {
  none,
  at_most_a_tenth,  ///< --prune: refuses to forget more
  any_number,       ///< --prune --force
};

/// What one run of `add` is going to do, decided once. The options are not looked at again after this; so what follows
/// from several of them together is decided in one function and can be tested without a file.
///
///   options                      origin           destination  prior_ledger  base       old_records
///   add PATH                     sources          index        of_the_index  current    used
///   add --prune PATH             sources          index        of_the_index  current    used_if_complete
///   add --dry-run PATH           sources          listing      none          current    used
///   add --rebuild PATH           sources          index        of_the_index  takedowns  ignored
///   the same, damaged ledger     sources          index        none          nothing    ignored
///   add --rebuild                stored_articles  index        none          ledger     ignored
///
/// Source   README, "Use"; add_plan_test has this table.
struct AddPlan {
  std::string index;  ///< the index's directory
  ArticleOrigin origin = ArticleOrigin::sources;
  Destination destination = Destination::index;
  PriorLedger prior_ledger = PriorLedger::of_the_index;
  BuildBase base = BuildBase::current;  ///< what a new generation is made of beside the articles of the run
  std::optional<std::size_t> shards;    ///< of the new generations; nothing: as many as there are, else one
  Pruning pruning = Pruning::none;
  LedgerRules rules;                        ///< which files need not be read, and which ids stay out
  ReadOptions reading;                      ///< how files are read
  SourceOptions sources;                    ///< which files
  std::size_t memory_bytes = kUsualMemory;  ///< divided when the list of files is known: share_of_writing()
  std::size_t jobs = 1;
  Verbosity verbosity = Verbosity::normal;
  std::optional<std::string> errors_file;  ///< no file that is read may be this one
  StopAsked stop_asked;                    ///< whether Ctrl-C was pressed

  /// Whether the new generation has only what the run reads. Then a run that was stopped, or that had nothing to read,
  /// publishes nothing: half of an index is none.
  [[nodiscard]] bool replaces_all() const { return base != BuildBase::current; }
};

/// Decides what a run does.
///
///   options.rebuild = true, no paths: plan_add(options, stop_asked).origin == ArticleOrigin::stored_articles
///
/// Takes    options as parse_add() accepts them, and what says whether Ctrl-C was pressed. Where the run writes, the
///          caller holds the index's WriterLock: whether the ledger can be read is found out here.
/// Errors   Error(usage) where an index that is not made anew has another number of shards; Error(index_failed) where a
///          current generation is missing files or is none of timbao's.
/// Source   add_plan_test.
AddPlan plan_add(const AddOptions& options, const StopAsked& stop_asked);

}  // namespace timbao
