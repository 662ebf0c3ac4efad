// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_run.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <ostream>
#include <utility>
#include <variant>

#include "common/base/error.h"
#include "common/store/xapian_errors.h"
#include "indexer/add/errors_file.h"
#include "indexer/add/rebuild.h"
#include "indexer/input/files/file_source.h"
#include "indexer/input/files/walk.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/ledger/prune.h"

namespace timbao {
namespace {

ProgressStyle style_of(const AddOptions& options, const IndexStreams& streams) {
  if (options.verbosity == Verbosity::quiet) return ProgressStyle::none;
  return streams.err_is_terminal ? ProgressStyle::terminal : ProgressStyle::lines;
}

ReportDetail detail_of(Verbosity verbosity) {
  if (verbosity == Verbosity::quiet) return ReportDetail::none;
  return verbosity == Verbosity::verbose ? ReportDetail::all : ReportDetail::first;
}

bool has_sources(const SourceOptions& sources) { return !sources.paths.empty() || sources.files0_from; }

/// What listed files take, and what is to be remembered of them.
std::size_t memory_of(const SourceList& list) {
  return list.files.memory_bytes() + list.given.memory_bytes() + list.files.size() * FileRecords::kUsualBytes;
}

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item> items) {
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

/// Articles of the files that stand at a name or below it.
std::uint64_t articles_at(const Ledger& ledger, const std::string& name) {
  std::uint64_t articles = 0;
  if (const auto record = ledger.file(name)) articles += record->articles;
  ledger.for_each_file(name + '/', [&](const FileRecord& record) { articles += record.articles; });
  return articles;
}

std::string patterns_of(const SourceOptions& sources) {
  const std::vector<std::string>& patterns = sources.include.empty() ? usual_patterns() : sources.include;
  return join({patterns.begin(), patterns.end()}, " ");
}

}  // namespace

void check_errors_file(const AddOptions& options) {
  if (!options.errors_file) return;
  refuse_errors_file_in(*options.errors_file, options.index);
  for (const std::string& path : options.sources.paths)
    if (path != kStandardInput) refuse_errors_file_in(*options.errors_file, path);
  if (options.sources.files0_from && *options.sources.files0_from != kStandardInput)
    refuse_errors_file_in(*options.errors_file, *options.sources.files0_from);
}

AddRun::AddRun(const AddOptions& options, const IndexStreams& streams)
    : options_(options),
      streams_(streams),
      progress_(streams.err, style_of(options, streams)),
      report_(
          detail_of(options.verbosity), [this](const std::string& line) { say(line); }, options.errors_file) {}

ExitCode AddRun::index(const OpenSink& open_sink) {
  IndexChanges changes;
  std::unique_ptr<ArticleSink> sink;
  const Outcome outcome = with_index_errors(options_.index, [&] {
    if (!has_sources(options_.sources)) {
      report_.open_errors_file();
      sink = open_sink(0);
      read_index(changes.ledger, *sink);
      return publish(*sink, changes);
    }
    SeenFiles seen(ledger(), seen_settings());
    const SourceList list = list_files(seen);
    sink = open_sink(memory_of(list));
    read_files(list, seen, *sink);
    changes.ledger = std::move(seen.changes());
    changes.gone = seen.left_over();
    if (options_.prune && !is_stopped() && !prune(list, seen, changes)) return Outcome::refused;
    return publish(*sink, changes);
  });
  return tell(outcome);
}

/// What says which files need not be read and which ids stay out. A dry run lists all; a rebuild of the paths given
/// asks only for the ids, and goes on without where the index is too damaged to tell them.
Ledger AddRun::ledger() {
  if (options_.dry_run) return Ledger(Xapian::Database());
  if (!options_.rebuild || can_read_ledger(options_.index)) return open_ledger(options_.index);
  say("warning: the present index is damaged: which ids were removed cannot be read, so none is kept out");
  return Ledger(Xapian::Database());
}

SourceList AddRun::list_files(const SeenFiles& seen) {
  SourceEvents events;
  events.reject = [this](const Rejected& rejected) {
    ++files_.rejected;
    report_.reject(rejected);
  };
  events.pass_over = [&](NoticeKind kind, const std::string& path) { note_passed_over(kind, path, seen.ledger()); };
  events.met = [this](const std::string& path) {
    if (options_.errors_file) refuse_errors_file_in(*options_.errors_file, path);
  };
  SourceList list = list_sources(options_.sources, streams_.in, events);
  report_.open_errors_file();
  tell_empty_folders(list);
  return list;
}

/// Where an earlier run has read what is passed over now, its articles are still in the index.
void AddRun::note_passed_over(NoticeKind kind, const std::string& path, const Ledger& ledger) {
  report_.note({path, 0, {}, {kind, 1, {}}});
  if (options_.prune || options_.rebuild) return;
  const std::uint64_t articles = articles_at(ledger, source_name(path, options_.sources.root));
  if (articles > 0)
    report_.note({path, 0, {}, {NoticeKind::left_behind, articles, with_thousands(articles) + " articles"}});
}

void AddRun::tell_empty_folders(const SourceList& list) {
  met_empty_folder_ = list.empty_folder_count > 0;
  if (options_.verbosity == Verbosity::quiet) return;
  for (const EmptyFolder& folder : list.empty_folders)
    say(folder.path + ": none of the " + with_thousands(folder.passed_over) +
        " entries in this folder is taken, which takes " + patterns_of(options_.sources) + "; see --include");
  if (list.empty_folder_count > list.empty_folders.size())
    say("… and " + with_thousands(list.empty_folder_count - list.empty_folders.size()) + " more such folders");
}

void AddRun::read_files(const SourceList& list, SeenFiles& seen, ArticleSink& sink) {
  state_.bytes_total = list.files.bytes();
  ArticleReader reader(read_options(), [&](ParsedArticle parsed) { take(std::move(parsed), seen, sink); });
  for (std::size_t at = 0; at < list.files.size() && !is_stopped(); ++at) {
    read_file(list, at, seen, reader);
    state_.bytes_read = reader.bytes_read() + passed_bytes_;
    progress_.show(state_);
  }
}

void AddRun::read_file(const SourceList& list, std::size_t place, SeenFiles& seen, ArticleReader& reader) {
  const SourceFile file = list.files[place];
  if (const auto record = seen.unchanged(file)) return pass_over(file, *record);
  if (const auto other = seen.other_name(file)) {
    passed_bytes_ += file.stamp.bytes;
    ++files_.other_name;
    return report_.note({file.path, 0, {}, {NoticeKind::same_file, 1, *other}});
  }
  const std::uint64_t rejected = report_.rejected();
  records_of_file_ = 0;
  seen.begin(file);
  seen.end(reader.read(file));
  // A file of which nothing but one rejection came is rejected as a whole.
  const bool is_rejected = records_of_file_ == 0 && report_.rejected() > rejected;
  ++(is_rejected ? files_.rejected : files_.read);
  note_complete(place, file, seen);
}

void AddRun::read_index(LedgerChanges& changes, ArticleSink& sink) {
  changes.doubted = read_stored_articles(options_.index, [&](ParsedArticle parsed) {
    if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
      report_.reject(*rejected);
    } else {
      count(std::get<ReadArticle>(parsed));
      sink.add(std::move(std::get<ReadArticle>(parsed)));
    }
    progress_.show(state_);
    return !is_stopped();
  });
}

void AddRun::pass_over(const SourceFile& file, const FileRecord& record) {
  ++files_.unchanged;
  passed_bytes_ += file.stamp.bytes;
  passed_articles_ += record.articles;
  kept_out_ += record.kept_out;
  same_id_ += record.repeated;
}

void AddRun::note_complete(std::size_t place, const SourceFile& file, const SeenFiles& seen) {
  if (!options_.prune) return;
  const bool is_stream = file.path == kStandardInput;
  if (!seen.knows_all_ids()) {
    if (!is_stopped() && records_of_file_ > 0 && options_.verbosity != Verbosity::quiet)
      say(file.path + ": none of its articles is forgotten, since some of it could not be read");
  } else if (is_stream) {
    stream_is_complete_ = true;
  } else {
    complete_.push_back(place);
  }
}

/// An article's own size decides what indexing it takes, so --memory limits it too.
ReadOptions AddRun::read_options() const {
  ReadOptions read;
  read.format = options_.format;
  read.share = share_of_reading(options_.memory_bytes, options_.article_bytes);
  read.source = options_.source;
  read.stop_asked = [this] { return is_stopped(); };
  return read;
}

SeenSettings AddRun::seen_settings() const {
  SeenSettings settings;
  settings.format = options_.format;
  settings.source = options_.source;
  settings.root = options_.sources.root;
  settings.article_bytes = options_.article_bytes;
  settings.listed_ns =
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  settings.restores = options_.restore;
  settings.prunes = options_.prune;
  settings.rebuilds = options_.rebuild;
  settings.stop_asked = [this] { return is_stopped(); };
  return settings;
}

void AddRun::take(ParsedArticle parsed, SeenFiles& seen, ArticleSink& sink) {
  if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
    if (rejected->line > 0) ++records_of_file_;
    seen.reject(*rejected);
    return report_.reject(*rejected);
  }
  auto& read = std::get<ReadArticle>(parsed);
  ++records_of_file_;
  const bool is_out = seen.keeps_out(read);
  const std::string path = std::move(read.file);
  for (Remark& remark : read.remarks) report_.note({path, read.line, read.article.id, std::move(remark)});
  if (is_out) {
    ++kept_out_;
    return;
  }
  if (read.occurrence == Occurrence::repeated) {
    ++same_id_;
    report_.note({path, read.line, read.article.id, {NoticeKind::same_id, 1, "the id '" + read.article.id + "'"}});
  }
  count(read);
  sink.add(std::move(read));
  progress_.show(state_);
}

void AddRun::count(const ReadArticle& read) {
  ++state_.articles;
  state_.text_bytes += read.bytes;
}

/// Adds to the changes what is no longer there; false, with a word why, where that is too much.
bool AddRun::prune(const SourceList& list, SeenFiles& seen, IndexChanges& changes) {
  Pruned pruned;
  const WasMet was_met = [&seen](std::uint64_t hash) { return seen.has_met(hash); };
  if (stream_is_complete_) {
    pruned = find_pruned_of_source(options_.index, options_.source, was_met);
  } else {
    pruned =
        find_pruned(options_.index, {list, was_met, std::move(complete_), options_.sources.root, seen.root_hash()});
  }
  if (pruned.is_much() && !options_.force) {
    say("--prune would forget " + with_thousands(pruned.gone.size()) + " of " + with_thousands(pruned.looked_after) +
        " articles, more than a tenth; nothing was changed; --force lets it");
    return false;
  }
  append(changes.gone, std::move(pruned.gone));
  append(changes.ledger.forgotten, std::move(pruned.forgotten));
  append(changes.ledger.doubted, std::move(pruned.doubted));
  return true;
}

/// Half of a rebuilt index is no index: it is dropped where the run was stopped, or where there was nothing to read.
AddRun::Outcome AddRun::publish(ArticleSink& sink, IndexChanges& changes) {
  if (options_.rebuild && (is_stopped() || state_.articles == 0)) return Outcome::dropped;
  std::sort(changes.gone.begin(), changes.gone.end());
  changes.gone.erase(std::unique(changes.gone.begin(), changes.gone.end()), changes.gone.end());
  if (!options_.dry_run) progress_.announce(state_, "writing the index");
  counts_ = sink.publish(changes);
  counts_.unchanged += passed_articles_;
  return Outcome::published;
}

void AddRun::say(const std::string& line) {
  progress_.clear();
  streams_.err << "timbao-index: " << on_one_line(line) << '\n' << std::flush;
}

ExitCode AddRun::tell(Outcome outcome) {
  progress_.clear();
  if (options_.verbosity != Verbosity::quiet && !options_.dry_run && outcome == Outcome::published) tell_counts();
  report_.finish();
  if (is_stopped()) {
    if (outcome != Outcome::published) say("interrupted: the index is as it was");
    if (outcome == Outcome::published && !options_.dry_run)
      say("interrupted: what was complete is published; add the same again for the rest");
    return ExitCode::interrupted;
  }
  if (outcome == Outcome::dropped) say("there was no article to rebuild the index from: it is as it was");
  const bool is_whole = report_.rejected() == 0 && !met_empty_folder_ && outcome == Outcome::published;
  return is_whole ? ExitCode::done : ExitCode::incomplete;
}

void AddRun::tell_counts() {
  std::ostream& err = streams_.err;
  err << "added " << with_thousands(counts_.added) << ", updated " << with_thousands(counts_.updated) << ", unchanged "
      << with_thousands(counts_.unchanged) << ", removed " << with_thousands(counts_.removed) << ", rejected "
      << with_thousands(report_.rejected());
  if (same_id_ > 0) err << ", same id " << with_thousands(same_id_);
  if (report_.passed_over() > 0) err << ", passed over " << with_thousands(report_.passed_over());
  err << " (" << describe_progress({state_.articles, state_.text_bytes, 0, 0}, progress_.elapsed());
  if (has_sources(options_.sources)) err << "; " << describe_files();
  err << ")\n";
  if (kept_out_ > 0)
    err << "kept out " << with_thousands(kept_out_) << " that were removed; --restore takes them back\n";
}

/// "files: 12 read, 3 unchanged".
std::string AddRun::describe_files() const {
  std::string text = "files: " + with_thousands(files_.read) + " read";
  for (const auto& [count, name] : {std::pair(files_.unchanged, " unchanged"), std::pair(files_.rejected, " rejected"),
                                    std::pair(files_.other_name, " read under another name")})
    if (count > 0) text += ", " + with_thousands(count) + name;
  return text;
}

}  // namespace timbao
