// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "query/front/query_options.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

constexpr Day kToday{2018, 1, 31};

void check(const QueryOptions& options) {
  if (options.task == QueryTask::help || options.task == QueryTask::version) return;
  if (options.task == QueryTask::generate) return require(options.generated || !options.indexes.places.empty());
  require(!options.indexes.places.empty());
  for (const IndexPlace& place : options.indexes.places) require(!place.name.empty());
  require(options.ids.empty() == (options.task != QueryTask::show));
  require(options.format <= OutputFormat::ris && options.highlight <= HighlightChoice::none);
  const SearchRequest& request = options.request;
  require(fuzz::is_well_formed(request.query.text()));
  require(!request.days || !(request.days->last < request.days->first));
  require(request.sort <= SortOrder::title && request.marks <= MarksMode::strict && request.match <= MatchMode::all);
}

}  // namespace

// Any command line, its words split at zero bytes, is understood or refused with one line that says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const int kIsSet = ::setenv("TIMBAO_INDEX", "/archive/index", 1);
  require(kIsSet == 0);
  std::vector<std::string> arguments;
  for (std::string_view rest = fuzz::text_of(data, size); !rest.empty();)
    arguments.emplace_back(fuzz::take_until(rest, '\0'));
  try {
    check(parse_query_options(arguments, kToday));
  } catch (const Error& error) {
    require(error.code() == ExitCode::usage && !error.message().empty());
  }
  return 0;
}
