// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add_run.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <ostream>
#include <utility>
#include <variant>

#include "common/index/index_db.h"
#include "indexer/build/prune.h"
#include "indexer/build/rebuild.h"

namespace timbao {
namespace {

constexpr std::size_t kMemoryOfArticle = 16;  // what indexing one article may take, in its own size
constexpr std::string_view kStandardInput = "-";

ProgressStyle style_of(const IndexOptions& options, const IndexStreams& streams) {
  if (options.verbosity == Verbosity::quiet) return ProgressStyle::none;
  return streams.err_is_terminal ? ProgressStyle::terminal : ProgressStyle::lines;
}

bool has_sources(const SourceOptions& sources) { return !sources.paths.empty() || sources.files0_from; }

/// What listed files take, and what is to be remembered of them.
std::size_t memory_of(const SourceFiles& files) {
  return files.memory_bytes() + files.size() * FileRecords::kUsualBytes;
}

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item> items) {
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

}  // namespace

AddRun::AddRun(const IndexOptions& options, const IndexStreams& streams)
    : options_(options),
      streams_(streams),
      progress_(streams.err, style_of(options, streams)),
      rejections_(options.errors_file, printer()) {}

ExitCode AddRun::index(const OpenSink& open_sink) {
  IndexChanges changes;
  std::unique_ptr<ArticleSink> sink;
  const Outcome outcome = with_index_errors(options_.index, [&] {
    if (!has_sources(options_.sources)) {
      sink = open_sink(0);
      read_index(changes.ledger, *sink);
      return publish(*sink, changes);
    }
    SeenFiles seen(ledger(), seen_settings());
    const SourceList list = list_sources(options_.sources, streams_.in);
    sink = open_sink(memory_of(list.files));
    read_files(list, seen, *sink);
    changes.ledger = std::move(seen.changes());
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

void AddRun::read_files(const SourceList& list, SeenFiles& seen, ArticleSink& sink) {
  for (const Rejected& rejected : list.rejected) rejections_.add(rejected);
  state_.bytes_total = list.files.bytes();
  ArticleReader reader(read_options(), [&](ParsedArticle parsed) { take(std::move(parsed), seen, sink); });
  for (std::size_t at = 0; at < list.files.size() && !is_stopped(); ++at) {
    const SourceFile file = list.files[at];
    if (const auto record = seen.unchanged(file)) {
      pass_over(file, *record);
    } else {
      seen.begin(file);
      seen.end(reader.read(file));
      note_complete(at, file, seen);
    }
    state_.bytes_read = reader.bytes_read() + passed_bytes_;
    progress_.show(state_);
  }
}

void AddRun::read_index(LedgerChanges& changes, ArticleSink& sink) {
  changes.doubted = read_stored_articles(options_.index, [&](ParsedArticle parsed) {
    if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
      rejections_.add(*rejected);
    } else {
      count(std::get<ReadArticle>(parsed));
      sink.add(std::move(std::get<ReadArticle>(parsed)));
    }
    progress_.show(state_);
    return !is_stopped();
  });
}

void AddRun::pass_over(const SourceFile& file, const FileRecord& record) {
  passed_bytes_ += file.stamp.bytes;
  passed_articles_ += record.articles;
  kept_out_ += record.kept_out;
}

void AddRun::note_complete(std::size_t place, const SourceFile& file, const SeenFiles& seen) {
  if (!options_.prune) return;
  const bool is_stream = file.path == kStandardInput;
  if (!seen.knows_all_ids()) {
    if (!is_stopped() && file.format == Format::jsonl && options_.verbosity != Verbosity::quiet)
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
  read.limit_bytes = std::min(options_.article_bytes, options_.memory_bytes / kMemoryOfArticle);
  read.memory_bytes = options_.memory_bytes / 4 * 3;
  read.source = options_.source;
  read.stop_asked = [this] { return is_stopped(); };
  return read;
}

SeenSettings AddRun::seen_settings() const {
  SeenSettings settings;
  settings.source = options_.source;
  settings.root = options_.sources.root;
  settings.article_bytes = options_.article_bytes;
  settings.listed_ns =
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  settings.restores = options_.restore;
  settings.prunes = options_.prune;
  settings.rebuilds = options_.rebuild;
  return settings;
}

void AddRun::take(ParsedArticle parsed, SeenFiles& seen, ArticleSink& sink) {
  if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
    seen.reject(*rejected);
    return rejections_.add(*rejected);
  }
  auto& read = std::get<ReadArticle>(parsed);
  if (seen.keeps_out(read)) {
    ++kept_out_;
    return;
  }
  count(read);
  sink.add(std::move(read));
  progress_.show(state_);
}

void AddRun::count(const ReadArticle& read) {
  ++state_.articles;
  state_.text_bytes += read.bytes;
  replaced_ += read.replaced;
  unread_dates_ += read.unread_dates.size();
}

/// Adds to the changes what is no longer there; false, with a word why, where that is too much.
bool AddRun::prune(const SourceList& list, SeenFiles& seen, IndexChanges& changes) {
  Pruned pruned;
  if (stream_is_complete_) {
    pruned = find_pruned_of_source(options_.index, options_.source, seen.ids());
  } else if (!list.given.empty()) {
    pruned =
        find_pruned(options_.index, {list, seen.ids(), std::move(complete_), options_.sources.root, seen.root_hash()});
  }
  if (pruned.is_much() && !options_.force) {
    say("--prune would forget " + with_thousands(pruned.gone.size()) + " of " + with_thousands(pruned.looked_after) +
        " articles, more than a tenth; nothing was changed; --force lets it");
    return false;
  }
  changes.gone = std::move(pruned.gone);
  append(changes.ledger.forgotten, std::move(pruned.forgotten));
  append(changes.ledger.doubted, std::move(pruned.doubted));
  return true;
}

/// Half of a rebuilt index is no index: it is dropped where the run was stopped, or where there was nothing to read.
AddRun::Outcome AddRun::publish(ArticleSink& sink, const IndexChanges& changes) {
  if (options_.rebuild && (is_stopped() || state_.articles == 0)) return Outcome::dropped;
  if (!options_.dry_run) progress_.announce(state_, "writing the index");
  counts_ = sink.publish(changes);
  counts_.unchanged += passed_articles_;
  return Outcome::published;
}

std::function<void(const std::string&)> AddRun::printer() {
  if (options_.verbosity == Verbosity::quiet) return {};
  return [this](const std::string& line) { say(line); };
}

void AddRun::say(const std::string& line) {
  progress_.clear();
  streams_.err << "timbao-index: " << on_one_line(line) << '\n' << std::flush;
}

ExitCode AddRun::tell(Outcome outcome) {
  progress_.clear();
  rejections_.finish();
  if (options_.verbosity != Verbosity::quiet) {
    if (!options_.dry_run && outcome == Outcome::published) tell_counts();
    tell_warnings();
  }
  if (is_stopped()) {
    if (outcome != Outcome::published) say("interrupted: the index is as it was");
    if (outcome == Outcome::published && !options_.dry_run)
      say("interrupted: what was complete is published; add the same again for the rest");
    return ExitCode::interrupted;
  }
  if (outcome == Outcome::dropped) say("there was no article to rebuild the index from: it is as it was");
  return rejections_.count() > 0 || outcome != Outcome::published ? ExitCode::incomplete : ExitCode::done;
}

void AddRun::tell_counts() {
  const auto elapsed = progress_.elapsed();
  streams_.err << "added " << with_thousands(counts_.added) << ", updated " << with_thousands(counts_.updated)
               << ", unchanged " << with_thousands(counts_.unchanged) << ", removed " << with_thousands(counts_.removed)
               << ", rejected " << with_thousands(rejections_.count()) << " ("
               << describe_progress({state_.articles, state_.text_bytes, 0, 0}, elapsed) << ")\n";
  if (kept_out_ > 0)
    streams_.err << "kept out " << with_thousands(kept_out_) << " that were removed; --restore takes them back\n";
}

void AddRun::tell_warnings() {
  if (replaced_ > 0)
    say("warning: " + with_thousands(replaced_) + " ill-formed parts of UTF-8 were replaced by U+FFFD");
  if (unread_dates_ > 0)
    say("warning: " + with_thousands(unread_dates_) + " dates could not be read; their articles have none");
}

}  // namespace timbao
