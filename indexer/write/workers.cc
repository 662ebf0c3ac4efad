// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/workers.h"

#include <csignal>
#include <utility>

#include "common/store/xapian_errors.h"
#include "indexer/write/article_writer.h"
#include "indexer/write/known_articles.h"
#include "indexer/write/part.h"

namespace timbao {
namespace {

/// Blocks all signals in the threads that are started while this lives. A signal has to reach the thread that reads,
/// since only there does it end a wait for input.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_{};
};

/// What one worker works with. It shares nothing with the others: neither Xapian's objects nor TermMaker are safe to
/// share between threads.
class Indexer {
 public:
  Indexer(const WorkerSettings& settings, std::deque<PartTree>& parts, WorkerCounts& counts)
      : known_(settings.known),
        parts_(parts, settings.share.unwritten_text * kXapianBytesAByte),
        shards_(parts.size()),
        counts_(counts) {}

  void index(QueuedArticle& queued) {
    IncomingArticle& incoming = queued.incoming;
    known_.look_up(incoming);
    const KnownArticle& known = *incoming.known;
    // A repeated id is always indexed: an article of that id before it in this run may be the one that is replaced.
    if (known.standing == Standing::unchanged && incoming.occurrence == Occurrence::first) {
      ++counts_.unchanged;
      return;
    }
    const std::size_t shard = shard_of_id(incoming.key.id_term, shards_);
    parts_.add(writer_.write_for_part(incoming.read.article, identity_of(incoming, queued.place)), shard);
    ShardCounts& counts = counts_.shards[shard];
    ++counts.indexed;
    counts.text_bytes += incoming.read.bytes;
    if (known.standing != Standing::absent) ++counts.changed;
  }

  void finish() { parts_.finish(); }

 private:
  KnownArticles known_;
  ArticleWriter writer_;
  ShardedWriter parts_;
  std::size_t shards_;
  WorkerCounts& counts_;
};

}  // namespace

Workers::Workers(WorkerSettings settings, std::deque<PartTree>& parts)
    : settings_(std::move(settings)), parts_(parts), queue_(settings_.share.queued_text) {
  try {
    start();
  } catch (...) {
    queue_.abandon();
    join();
    throw;
  }
}

void Workers::start() {
  const SignalsBlocked blocked;
  for (std::size_t i = 0; i < settings_.share.workers; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  queue_.abandon();
  join();
}

void Workers::work() {
  try {
    with_index_errors(settings_.directory, [this] { index_all(); });
  } catch (...) {
    const std::lock_guard<std::mutex> lock(failing_);
    if (!failure_) failure_ = std::current_exception();
    queue_.abandon();
  }
}

void Workers::index_all() {
  Indexer indexer(settings_, parts_, counts_);
  while (std::optional<Batch> batch = queue_.pop()) {
    for (QueuedArticle& queued : batch->articles) indexer.index(queued);
    queue_.finish();
  }
  indexer.finish();
}

void Workers::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Workers::rethrow() {
  const std::lock_guard<std::mutex> lock(failing_);
  if (failure_) std::rethrow_exception(failure_);
}

void Workers::give(Batch batch) {
  if (!queue_.push(std::move(batch))) rethrow();
}

void Workers::wait_until_idle() { queue_.wait_until_idle(); }

void Workers::finish() {
  queue_.close();
  join();
  rethrow();
}

}  // namespace timbao
