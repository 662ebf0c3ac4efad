// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/run_serve.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <ostream>
#include <thread>
#include <utility>
#include <vector>

#include "query/front/serve/reply_workers.h"
#include "query/front/serve/route.h"
#include "query/front/serve/server.h"

namespace timbao {
namespace {

/// Exports last as long as their clients like, so they have threads of their own, and there are few of them.
constexpr std::size_t kExports = 4;
constexpr std::size_t kMostWaitingQueries = 256;

/// All threads that answer queries share so much memory for their caches, but each has some.
constexpr std::size_t kCacheBytes = std::size_t{256} << 20U, kLeastCacheBytes = std::size_t{8} << 20U;

/// How many threads a lane has, how many jobs may wait for them, and how large the cache of each becomes.
struct LaneSize {
  std::size_t threads, most_waiting, cache_bytes;
};

/// Threads that answer by Searchers of their own.
class SearchWorkers {
 public:
  SearchWorkers(const IndexChoice& indexes, const LaneSize& size)
      : searchers_(open(indexes, size)), workers_(archives_of(searchers_), size.most_waiting) {}

  void add(Job job, std::shared_ptr<ReplyPipe> pipe) { workers_.add(std::move(job), std::move(pipe)); }

 private:
  using Searchers = std::vector<std::unique_ptr<Searcher>>;

  static Searchers open(const IndexChoice& indexes, const LaneSize& size) {
    Searchers searchers;
    while (searchers.size() < size.threads) searchers.push_back(std::make_unique<Searcher>(indexes, size.cache_bytes));
    return searchers;
  }
  static std::vector<Archive> archives_of(const Searchers& searchers) {
    std::vector<Archive> archives;
    archives.reserve(searchers.size());
    for (const std::unique_ptr<Searcher>& searcher : searchers) archives.push_back(archive_of(*searcher));
    return archives;
  }

  Searchers searchers_;
  ReplyWorkers workers_;
};

/// The threads of both lanes.
class Lanes {
 public:
  Lanes(const IndexChoice& indexes, LaneSize queries)
      : queries_(indexes, queries), exports_(indexes, {kExports, 0, kLeastCacheBytes}) {}

  void start(Job job, std::shared_ptr<ReplyPipe> pipe) {
    SearchWorkers& lane = job.lane == Lane::exports ? exports_ : queries_;
    lane.add(std::move(job), std::move(pipe));
  }

 private:
  SearchWorkers queries_, exports_;
};

std::size_t processors() { return std::max(1U, std::thread::hardware_concurrency()); }

LaneSize size_of_queries(const QueryOptions& options) {
  const std::size_t threads = options.jobs.value_or(processors());
  const std::size_t share = std::min(Searcher::kUsualCacheBytes, kCacheBytes / threads);
  return {threads, kMostWaitingQueries, std::max(share, kLeastCacheBytes)};
}

void check_reach(const ServeAddress& bound, const QueryOptions& options) {
  if (is_loopback(bound.host) || !options.token_file.empty()) return;
  throw Error(ExitCode::usage, "--serve at " + written(bound) + " lets other machines in: it needs --token FILE",
              "put a secret of at least " + std::to_string(AccessToken::kLeastBytes) + " characters into FILE");
}

std::shared_ptr<const ServeSetup> setup_of(const QueryOptions& options, const Console& console) {
  return std::make_shared<const ServeSetup>(
      ServeSetup{options.request, [] { return day_at(std::time(nullptr)); }, console.now_ms});
}

}  // namespace

ExitCode run_serve(const QueryOptions& options, const Console& console) {
  std::optional<AccessToken> token;
  if (!options.token_file.empty()) token = read_access_token(options.token_file);
  std::unique_ptr<Lanes> lanes;
  std::unique_ptr<Router> router;
  HttpServer server(options.serve_address,
                    {[&](const HttpRequest& request) { return router->plan(request); },
                     [&](Job job, std::shared_ptr<ReplyPipe> pipe) { lanes->start(std::move(job), std::move(pipe)); }});
  check_reach(server.address(), options);
  lanes = std::make_unique<Lanes>(options.indexes, size_of_queries(options));
  router = std::make_unique<Router>(HostCheck(server.address(), options.serve_address.host), std::move(token),
                                    setup_of(options, console));
  console.out << "http://" << written(server.address()) << "/\n";
  flush_or_throw(console.out, "standard output");
  server.run();
  lanes.reset();  // its threads tell the server of their replies, so they end first
  return ExitCode::done;
}

}  // namespace timbao
