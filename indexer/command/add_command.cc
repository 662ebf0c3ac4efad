// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/add_command.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "common/base/cli_values.h"
#include "common/base/error.h"
#include "common/base/named_values.h"
#include "common/base/take_part.h"
#include "common/index/stored.h"
#include "common/store/shards.h"
#include "indexer/add/add.h"
#include "indexer/input/files/walk.h"
#include "indexer/memory_budget.h"

namespace timbao {
namespace {

using O = AddOptions;
using V = OptionValue;

constexpr std::uint64_t kMostJobs = 256;
constexpr SizeRange kMemoryRange{kLeastMemory, kMostMemory, "1024G"};
constexpr SizeRange kArticleRange{1, kMostStoredBytes, "64M"};

/// The rows of a table of names, and before them `auto`, which is none of them: what is read tells its own.
template <typename Value, std::size_t kCount>
std::vector<NamedValue<std::optional<Value>>> with_auto(const std::array<NamedValue<Value>, kCount>& names,
                                                        std::string_view meaning) {
  std::vector<NamedValue<std::optional<Value>>> choices;
  choices.reserve(kCount + 1);
  choices.push_back({std::nullopt, "auto", meaning});
  for (const auto& [value, name, help] : names) choices.push_back({value, name, help});
  return choices;
}

/// What --format and --charset take.
std::vector<NamedValue<std::optional<Format>>> format_choices() { return with_auto(kFormatNames, "by its content"); }
std::vector<NamedValue<std::optional<Charset>>> charset_choices() { return with_auto(kCharsetNames, "by its words"); }

[[noreturn]] void refuse_map(const V& value) {
  refuse_value(value, "FIELD=KEY,… with a FIELD of " + in_words(choices_of(kPartNames)) +
                          ", and as KEY a name or the number of a column, from 1");
}

/// What --map takes: fields and the keys that they have, as "title=ten_bai,body=3".
KeyMap parse_key_map(const V& value) {
  KeyMap map;
  for (std::string_view rest = value.text; !rest.empty();) {
    const std::string_view pair = take_part(rest, ",");
    const std::size_t sign = pair.find('=');
    const std::optional<Part> part = value_named(kPartNames, pair.substr(0, sign));
    const std::string_view key = sign == std::string_view::npos ? "" : pair.substr(sign + 1);
    if (!part || plain_key(key).empty() || plain_key(key) == "0") refuse_map(value);
    map.add(*part, key);
  }
  if (map.is_empty()) refuse_map(value);
  return map;
}

std::vector<Option<O>> source_options() {
  return {
      {{"format", "NAME", Times::once, "of every file: " + in_words(choices_of(format_choices())),
        choices_of(format_choices())},
       [](O& o, const V& v) { o.format = parse_choice(v, format_choices()); }},
      {{"charset", "NAME", Times::once, "of texts that are no UTF-8: " + in_words(choices_of(charset_choices())),
        choices_of(charset_choices())},
       [](O& o, const V& v) { o.charset = parse_choice(v, charset_choices()); }},
      {{"map", "FIELD=KEY,...", Times::once,
        "says which keys of records, or columns of tables by name or number from 1, are which fields: "
        "title=ten,body=3"},
       [](O& o, const V& v) { o.map = parse_key_map(v); }},
      {{"table", "NAME", Times::once, "the table of a database's dump that articles are read from; its columns tell"},
       [](O& o, const V& v) { o.table = v.text; }},
      {{"files0-from", "FILE", Times::once,
        "takes more paths from FILE (- is standard input), each ended by a zero byte"},
       [](O& o, const V& v) { o.sources.files0_from = v.text; }},
      {{"include", "GLOB", Times::many,
        "takes only these files of folders, instead of " + joined(usual_patterns(), " ")},
       [](O& o, const V& v) { o.sources.include.push_back(v.text); }},
      {{"exclude", "GLOB", Times::many, "leaves these files and folders out"},
       [](O& o, const V& v) { o.sources.exclude.push_back(v.text); }},
      {{"source", "NAME", Times::once, "the newspaper, for articles that name none"},
       [](O& o, const V& v) { o.source = v.text; }},
      {{"root", "DIR", Times::once, "paths, and ids made of them, are relative to DIR, so a moved archive keeps them"},
       [](O& o, const V& v) { o.sources.root = v.text; }},
  };
}

std::vector<Option<O>> limit_options() {
  return {
      {{"jobs", "N", Times::once, "threads that index; as many as the machine has"},
       [](O& o, const V& v) { o.jobs = static_cast<std::size_t>(parse_number(v, 1, kMostJobs)); }},
      {{"memory", "SIZE", Times::once, "what indexing may use, as 64M or 1G; 256M"},
       [](O& o, const V& v) { o.memory_bytes = static_cast<std::size_t>(parse_size(v, kMemoryRange)); }},
      {{"max-article", "SIZE", Times::once, "rejects larger articles; 16M, and at most 64M and a 16th of --memory"},
       [](O& o, const V& v) { o.article_bytes = static_cast<std::size_t>(parse_size(v, kArticleRange)); }},
      {{"shards", "N", Times::once,
        "divides the index into N databases, by id; 1, and at most 64. An index keeps its number until --rebuild"},
       [](O& o, const V& v) { o.shards = static_cast<std::size_t>(parse_number(v, 1, kMostShards)); }},
  };
}

std::vector<Option<O>> upkeep_options() {
  return {
      {{"dry-run", "", Times::once, "reads everything, says what would be indexed, writes nothing"},
       [](O& o, const V&) { o.dry_run = true; }},
      {{"errors", "FILE", Times::once, "writes what was rejected or not understood to FILE, as JSONL"},
       [](O& o, const V& v) { o.errors_file = v.text; }},
      {{"prune", "", Times::once,
        "forgets articles whose files below PATH are gone or passed over, or that are no longer in the file PATH; - "
        "needs --source. Refuses to forget more than a tenth"},
       [](O& o, const V&) { o.prune = true; }},
      {{"force", "", Times::once, "lets --prune forget more than a tenth"}, [](O& o, const V&) { o.force = true; }},
      {{"restore", "", Times::once, "takes removed articles back"}, [](O& o, const V&) { o.restore = true; }},
      {{"rebuild", "", Times::once,
        "makes the index anew of exactly PATH, or without PATH of the articles that it stores"},
       [](O& o, const V&) { o.rebuild = true; }},
      wait_option<O>(),
  };
}

std::vector<Option<O>> add_options() {
  std::vector<Option<O>> table = source_options();
  for (std::vector<Option<O>> group : {limit_options(), upkeep_options()})
    std::move(group.begin(), group.end(), std::back_inserter(table));
  return table;
}

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message), "see --help"); }

bool has_standard_input(const SourceOptions& sources) {
  return std::find(sources.paths.begin(), sources.paths.end(), "-") != sources.paths.end();
}

/// Standard input can be read only once, and only as records of JSON.
void check_standard_input(const AddOptions& options) {
  if (!has_standard_input(options.sources)) return;
  if (options.sources.files0_from == "-")
    refuse("standard input cannot be both articles (-) and the list of --files0-from");
  if (options.format == Format::text) refuse("- is records of JSON on standard input; --format text needs files");
}

/// Refuses options that exclude each other, or that would do nothing.
void check_upkeep(const AddOptions& options) {
  const bool has_input = !options.sources.paths.empty() || options.sources.files0_from;
  if (!has_input && !options.rebuild) refuse("add needs a PATH, or - for JSONL on standard input");
  if (!has_input && options.restore) refuse("--restore needs a PATH");
  if (options.rebuild && options.prune) refuse("--rebuild and --prune exclude each other");
  if (options.dry_run && options.rebuild) refuse("--dry-run and --rebuild exclude each other");
  if (options.dry_run && options.prune) refuse("--dry-run and --prune exclude each other");
  if (options.force && !options.prune) refuse("--force needs --prune");
  if (!options.prune || !has_standard_input(options.sources)) return;
  if (options.source.empty()) refuse("--prune of - needs --source NAME");
  if (options.sources.paths.size() > 1 || options.sources.files0_from) refuse("--prune of - takes no other PATH");
}

}  // namespace

Command add_command() {
  return {"add", "PATH...", "indexes the articles of files and folders; - is JSON or JSON lines on standard input",
          option_rows_of(add_options()), prepare<parse_add, add>};
}

AddOptions parse_add(const CommandLine& line, const CommonOptions& common) {
  AddOptions options;
  options.index = common.index;
  options.verbosity = common.verbosity;
  options.sources.paths = line.words();
  options.jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
  set_options(add_options(), line, options);
  check_standard_input(options);
  check_upkeep(options);
  return options;
}

}  // namespace timbao
