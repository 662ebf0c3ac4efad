// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/task_options.h"

#include <cstddef>
#include <cstdint>

#include "common/base/cli_values.h"
#include "common/base/named_values.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostJobs = 256;

using O = QueryOptions;
using V = OptionValue;

/// What --generate takes: what both programs make of their option tables, and the words of a query.
std::vector<Choice> generate_choices() {
  std::vector<Choice> choices = choices_of(kGenerated);
  choices.push_back({"words", "that can stand in place of the last word of QUERY"});
  return choices;
}

void set_generated(O& options, const V& value) {
  const std::vector<Choice> choices = generate_choices();
  options.generated = value_named(kGenerated, value.text);
  if (!options.generated && value.text != choices.back().name) refuse_choice(value, choices);
}

}  // namespace

std::vector<QueryTask> every_task() {
  return {QueryTask::search, QueryTask::show, QueryTask::batch, QueryTask::repl, QueryTask::serve};
}

std::vector<QueryTask> with_an_index() {
  std::vector<QueryTask> tasks = every_task();
  tasks.push_back(QueryTask::generate);
  return tasks;
}

std::vector<QueryOption> task_options() {
  return {
      {{"show", "", Times::once, "prints whole articles: the words are ids; - reads ids from standard input"},
       nullptr,
       {QueryTask::show},
       Askable::no,
       QueryTask::show},
      {{"batch", "", Times::once,
        "answers each line of standard input with one JSON object; a line is a query, id TAB query, or an object "
        "{\"id\":…,\"query\":…} with options as further keys"},
       nullptr,
       {QueryTask::batch},
       Askable::no,
       QueryTask::batch},
      {{"jobs", "N", Times::once,
        "answers the lines of --batch, in their order, or the requests to --serve by N threads; usual: 1, for "
        "--serve as many as there are processors"},
       [](O& o, const V& v) { o.jobs = static_cast<std::size_t>(parse_number(v, 1, kMostJobs)); },
       {QueryTask::batch, QueryTask::serve}},
      {{"repl", "", Times::once,
        "answers queries at a prompt, which also opens without a QUERY on a terminal; :help there lists its commands"},
       nullptr,
       {QueryTask::repl},
       Askable::no,
       QueryTask::repl},
  };
}

std::vector<QueryOption> serve_options() {
  return {
      {{"serve", "[=HOST:PORT]", Times::once,
        "shows the archive as a page for browsers, and answers programs; usual: 127.0.0.1:8042, which only "
        "this machine reaches"},
       [](O& o, const V& v) { o.serve_address = parse_serve_address(v); },
       {QueryTask::serve},
       Askable::no,
       QueryTask::serve},
      {{"token", "FILE", Times::once, "lets in only who gives the secret that FILE holds: see docs/serve.md"},
       [](O& o, const V& v) { o.token_file = v.text; },
       {QueryTask::serve}},
  };
}

std::vector<QueryOption> help_options() {
  return {
      {{"generate", "WHAT", Times::once, "prints what goes with the program: " + in_words(generate_choices()),
        generate_choices()},
       set_generated,
       {QueryTask::generate},
       Askable::no,
       QueryTask::generate},
      {{"help", "", Times::once, "prints this"}, nullptr, every_task(), Askable::no, QueryTask::help},
      {{"version", "", Times::once, "prints the version"}, nullptr, every_task(), Askable::no, QueryTask::version},
  };
}

}  // namespace timbao
