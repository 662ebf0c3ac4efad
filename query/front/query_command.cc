// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_command.h"

#include <unistd.h>

#include <ctime>
#include <memory>
#include <mutex>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "common/base/generate/generate.h"
#include "common/base/version.h"
#include "query/front/batch.h"
#include "query/front/once.h"
#include "query/front/prompt/repl.h"
#include "query/front/query_description.h"
#include "query/front/query_options.h"
#include "query/front/serve/run_serve.h"
#include "query/front/show.h"
#include "query/front/typed_words.h"

namespace timbao {
namespace {

ExitCode print(const std::string& text, const Console& console) {
  console.out << text;
  flush_or_throw(console.out, "standard output");
  return ExitCode::done;
}

/// Tells once, whichever of the threads notices it, that an index is left out, and that it is there again.
class MissingTeller {
 public:
  explicit MissingTeller(std::ostream& err) : err_(err) {}

  void tell(const IndexPlace& place, const std::string& why) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const bool is_missing = !why.empty();
    if (is_missing == (missing_.count(place.name) > 0)) return;
    const std::string line = is_missing ? "no answer, so its articles are left out: " + why : "answers again";
    if (is_missing)
      missing_.insert(place.name);
    else
      missing_.erase(place.name);
    err_ << "timbao-query: " << on_one_line(place.name + ": " + line) << '\n' << std::flush;
  }

 private:
  std::ostream& err_;
  std::mutex mutex_;
  std::set<std::string> missing_;
};

/// Answers a batch by as many threads as are wanted, each with a Searcher of its own.
ExitCode answer_batch(const QueryOptions& options, const Console& console) {
  std::vector<std::unique_ptr<Searcher>> searchers;
  std::vector<Archive> archives;
  while (archives.size() < options.jobs.value_or(1)) {
    searchers.push_back(std::make_unique<Searcher>(options.indexes));
    archives.push_back(archive_of(*searchers.back()));
  }
  return run_batch(options.request, archives, console);
}

/// Does the tasks that read an index.
ExitCode ask(const QueryOptions& options, const Console& console) {
  if (options.task == QueryTask::batch) return answer_batch(options, console);
  if (options.task == QueryTask::serve) return run_serve(options, console);
  Searcher searcher(options.indexes);
  const Archive archive = archive_of(searcher);
  if (options.task == QueryTask::show) return run_show(options.ids, options.format, archive, console);
  if (options.task == QueryTask::repl) return run_repl(options, archive, console);
  const Presentation presentation{options.format, highlight_for(options.highlight, console.terminal)};
  return run_once(options.request, presentation, archive, console);
}

ExitCode run_generate(const QueryOptions& options, const Console& console) {
  if (options.generated) return print(generate(*options.generated, query_description()), console);
  Searcher searcher(options.indexes);
  std::string lines;
  for (const std::string& word : complete_typed_words(options.typed_words, archive_of(searcher))) lines += word + "\n";
  static_cast<void>(print(lines, console));
  return lines.empty() ? ExitCode::incomplete : ExitCode::done;
}

}  // namespace

ExitCode run_query(const QueryOptions& options, const Console& console) {
  MissingTeller teller(console.err);
  QueryOptions told = options;
  told.indexes.on_change = [&teller](const IndexPlace& place, const std::string& why) { teller.tell(place, why); };
  if (options.task == QueryTask::generate) return run_generate(told, console);
  if (options.task == QueryTask::help) return print(query_help(), console);
  if (options.task == QueryTask::version) return print("timbao-query " + std::string(kVersion) + "\n", console);
  return ask(told, console);
}

AtTerminal at_terminal() {
  return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1 ? AtTerminal::yes : AtTerminal::no;
}

Day today() { return day_at(std::time(nullptr)); }

}  // namespace timbao
