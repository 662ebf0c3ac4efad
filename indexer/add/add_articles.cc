// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_articles.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>
#include <variant>
#include <vector>

#include "common/store/xapian_errors.h"
#include "indexer/add/input_listing.h"
#include "indexer/add/listing_sink.h"
#include "indexer/add/source_listing.h"
#include "indexer/add/source_reading.h"
#include "indexer/ledger/prune.h"
#include "indexer/maintain/read_stored.h"
#include "indexer/write/adaptive_sink.h"

namespace timbao {
namespace {

void append(std::vector<std::string>& to, std::vector<std::string> items) {
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

Ledger prior_ledger(const AddPlan& plan, Console& console) {
  if (plan.prior_ledger == PriorLedger::of_the_index) return open_ledger(plan.index);
  if (plan.base == BuildBase::nothing)
    console.say("warning: the present index is damaged: which ids were removed cannot be read, so none is kept out");
  return {};
}

/// One run, from its plan to its report.
class Addition {
 public:
  Addition(const AddPlan& plan, const AddTools& tools) : plan_(plan), tools_(tools) {}

  AddReport add_sources() {
    RunLedger run(prior_ledger(plan_, tools_.console), plan_.rules);
    const SourceList list = list_files(plan_, run.ledger(), tools_.in, {tools_.log, counts_, tools_.console});
    const auto sink = open_sink(memory_of(list));
    ReadFiles files =
        read_files(plan_, run, list, {*sink, tools_.log, counts_, tools_.console, what_is_done_with_reports()});
    IndexChanges changes;
    changes.ledger = std::move(files.ledger);
    changes.gone = run.without_met(files.lost);
    if (plan_.pruning != Pruning::none && !plan_.stop_asked()) {
      Pruned pruned = find_gone(run, list, files);
      if (pruned.is_much() && plan_.pruning != Pruning::any_number) return refuse(pruned);
      append(changes.gone, std::move(pruned.gone));
      append(changes.ledger.forgotten, std::move(pruned.forgotten));
      append(changes.ledger.doubted, std::move(pruned.doubted));
    }
    return publish(*sink, changes);
  }

  AddReport add_stored_articles() {
    tools_.log.open_errors_file();
    const auto sink = open_sink(0);
    IndexChanges changes;
    changes.ledger.doubted = read_stored_articles(plan_.index, [&](ParsedArticle parsed) {
      take_stored(std::move(parsed), *sink);
      return !plan_.stop_asked();
    });
    return publish(*sink, changes);
  }

 private:
  /// The sink that the plan asks for. The list of files takes a part of the memory that is divided.
  [[nodiscard]] std::unique_ptr<ArticleSink> open_sink(std::size_t listed_bytes) const {
    if (plan_.destination == Destination::listing) return listing_sink(tools_.out, plan_.verbosity);
    SinkOptions options{plan_.index, share_of_writing(plan_.memory_bytes, listed_bytes, plan_.jobs), plan_.base};
    options.shards = plan_.shards;
    return adaptive_sink(options);
  }

  /// A dry run says of each input what was decided.
  [[nodiscard]] std::function<void(const InputReport&)> what_is_done_with_reports() const {
    if (plan_.destination != Destination::listing) return {};
    return [this](const InputReport& report) {
      tools_.log.record(json_of_input(report));
      if (plan_.verbosity != Verbosity::quiet) tools_.out << describe_input(report) << '\n';
    };
  }

  void take_stored(ParsedArticle parsed, ArticleSink& sink) {
    if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
      tools_.log.reject(*rejected);
    } else {
      auto& read = std::get<ReadArticle>(parsed);
      ++counts_.progress.articles;
      counts_.progress.text_bytes += read.bytes;
      ArticleKey key = article_key(read.article.id);
      sink.add({std::move(read), std::move(key), Occurrence::first, std::nullopt});
    }
    tools_.console.progress().show(counts_.progress);
  }

  /// What is no longer in the sources.
  [[nodiscard]] Pruned find_gone(RunLedger& run, const SourceList& list, ReadFiles& files) const {
    const WasMet was_met = [&run](std::uint64_t hash) { return run.ids().contains(hash); };
    if (files.stream_is_complete) return find_pruned_of_source(run.ledger(), plan_.reading.source, was_met);
    return find_pruned(run.ledger(),
                       {list, was_met, std::move(files.complete), plan_.sources.root, plan_.rules.way.root});
  }

  AddReport refuse(const Pruned& pruned) {
    tools_.console.say("--prune would forget " + with_thousands(pruned.gone.size()) + " of " +
                       with_thousands(pruned.covered) +
                       " articles, more than a tenth; nothing was changed; --force lets it");
    return report_as(Outcome::refused);
  }

  AddReport publish(ArticleSink& sink, IndexChanges& changes) {
    if (plan_.replaces_all() && (plan_.stop_asked() || counts_.progress.articles == 0))
      return report_as(Outcome::dropped);
    std::sort(changes.gone.begin(), changes.gone.end());
    changes.gone.erase(std::unique(changes.gone.begin(), changes.gone.end()), changes.gone.end());
    if (plan_.destination == Destination::index)
      tools_.console.progress().announce(counts_.progress, "writing the index");
    const ArticleCounts written = sink.publish(changes);
    AddReport report = report_as(Outcome::published);
    report.written = written;
    report.written.unchanged += counts_.articles_of_unchanged;
    return report;
  }

  [[nodiscard]] AddReport report_as(Outcome outcome) const {
    AddReport report;
    report.outcome = outcome;
    report.counts = counts_;
    report.rejected = tools_.log.rejected();
    report.passed_over = tools_.log.passed_over();
    report.is_stopped = plan_.stop_asked();
    report.elapsed = tools_.console.progress().elapsed();
    return report;
  }

  const AddPlan& plan_;
  AddTools tools_;
  ReadCounts counts_;
};

}  // namespace

AddReport add_articles(const AddPlan& plan, const AddTools& tools) {
  return with_index_errors(plan.index, [&] {
    Addition addition(plan, tools);
    return plan.origin == ArticleOrigin::sources ? addition.add_sources() : addition.add_stored_articles();
  });
}

}  // namespace timbao
