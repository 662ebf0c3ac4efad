// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

#include "common/base/cli.h"
#include "common/base/error.h"
#include "common/index/stored.h"
#include "common/store/index_db.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostJobs = 256;
constexpr std::uint64_t kMostWaitSeconds = 1'000'000;
constexpr std::string_view kCommandNames = "; there are add, remove, stats, check, compact, dump and tokens";

struct CommandRow {
  std::string_view name;
  IndexCommand command;
  std::string_view arguments;
  std::string_view help;
};

constexpr std::array<CommandRow, 7> kCommands{{
    {"add", IndexCommand::add, "PATH...",
     "indexes the articles of files and folders; - is JSON or JSON lines on standard input"},
    {"remove", IndexCommand::remove, "ID...",
     "removes articles, and keeps them out when they are added again; - reads ids from standard input"},
    {"stats", IndexCommand::stats, "", "says what the index holds"},
    {"check", IndexCommand::check, "", "verifies the index, and says what is wrong with it"},
    {"compact", IndexCommand::compact, "", "rewrites the index at its smallest"},
    {"dump", IndexCommand::dump, "", "prints every article as JSONL that add reads"},
    {"tokens", IndexCommand::tokens, "[TEXT...]", "shows how text (or each line of standard input) is cut, as JSON"},
}};

/// An option and the commands that take it; none: all of them.
struct IndexOptionRow {
  OptionRow row;
  std::vector<IndexCommand> commands;
};

const std::vector<IndexOptionRow>& option_rows() {
  static const std::vector<IndexOptionRow> kRows{
      {{"index", "DIR", Times::once, "the index; else $TIMBAO_INDEX, else timbao/index in the user's data folder"}, {}},
      {{"format", "NAME", Times::once, "of every file: auto (by its content), text, jsonl or json"},
       {IndexCommand::add}},
      {{"files0-from", "FILE", Times::once,
        "takes more paths from FILE (- is standard input), each ended by a zero byte"},
       {IndexCommand::add}},
      {{"include", "GLOB", Times::many,
        "takes only these files of folders, instead of *.txt *.text *.jsonl *.ndjson *.jl *.json"},
       {IndexCommand::add}},
      {{"exclude", "GLOB", Times::many, "leaves these files and folders out"}, {IndexCommand::add}},
      {{"source", "NAME", Times::once, "the newspaper, for articles that name none"}, {IndexCommand::add}},
      {{"root", "DIR", Times::once, "paths, and ids made of them, are relative to DIR, so a moved archive keeps them"},
       {IndexCommand::add}},
      {{"jobs", "N", Times::once, "threads that index; as many as the machine has"}, {IndexCommand::add}},
      {{"memory", "SIZE", Times::once, "what indexing may use, as 64M or 1G; 256M"}, {IndexCommand::add}},
      {{"max-article", "SIZE", Times::once, "rejects larger articles; 16M, and at most 64M and a 16th of --memory"},
       {IndexCommand::add}},
      {{"dry-run", "", Times::once, "reads everything, says what would be indexed, writes nothing"},
       {IndexCommand::add}},
      {{"errors", "FILE", Times::once, "writes what was rejected or not understood to FILE, as JSONL"},
       {IndexCommand::add}},
      {{"prune", "", Times::once,
        "forgets articles whose files below PATH are gone or passed over, or that are no longer in the file PATH; - "
        "needs "
        "--source. Refuses to forget more than a tenth"},
       {IndexCommand::add}},
      {{"force", "", Times::once, "lets --prune forget more than a tenth"}, {IndexCommand::add}},
      {{"restore", "", Times::once, "takes removed articles back"}, {IndexCommand::add}},
      {{"rebuild", "", Times::once,
        "makes the index anew of exactly PATH, or without PATH of the articles that it stores"},
       {IndexCommand::add}},
      {{"wait", "SECONDS", Times::once, "waits so long for another process that is writing; 0"},
       {IndexCommand::add, IndexCommand::remove, IndexCommand::check, IndexCommand::compact, IndexCommand::dump}},
      {{"json", "", Times::once, "as JSON"}, {IndexCommand::stats}},
      {{"quiet", "", Times::once, "says nothing but errors"}, {}},
      {{"verbose", "", Times::once, "says more"}, {}},
      {{"help", "", Times::once, "prints this"}, {}},
      {{"version", "", Times::once, "prints the version"}, {}},
  };
  return kRows;
}

std::vector<OptionRow> plain_rows() {
  std::vector<OptionRow> rows;
  for (const IndexOptionRow& row : option_rows()) rows.push_back(row.row);
  return rows;
}

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message), "see --help"); }

const CommandRow& command_row(const std::vector<std::string>& words) {
  if (words.empty()) refuse("no command" + std::string(kCommandNames));
  const auto row = std::find_if(kCommands.begin(), kCommands.end(),
                                [&](const CommandRow& candidate) { return candidate.name == words.front(); });
  if (row == kCommands.end()) refuse("unknown command '" + words.front() + "'" + std::string(kCommandNames));
  return *row;
}

/// Refuses options that the command does not take: one that is passed over in silence is worse than none.
void check_options_of(const CommandRow& command, const CommandLine& line) {
  for (const IndexOptionRow& option : option_rows()) {
    const auto& takers = option.commands;
    if (takers.empty() || !line.has(option.row.name)) continue;
    if (std::find(takers.begin(), takers.end(), command.command) == takers.end())
      refuse("--" + option.row.name + " is no option of " + std::string(command.name));
  }
}

std::optional<Format> parse_format(const CommandLine& line) {
  const auto value = line.value("format");
  if (!value) return std::nullopt;
  const std::size_t choice = parse_choice("format", *value, {"auto", "text", "jsonl", "json"});
  if (choice == 0) return std::nullopt;
  return static_cast<Format>(choice - 1);
}

Verbosity parse_verbosity(const CommandLine& line) {
  if (line.has("quiet") && line.has("verbose")) refuse("--quiet and --verbose exclude each other");
  if (line.has("quiet")) return Verbosity::quiet;
  return line.has("verbose") ? Verbosity::verbose : Verbosity::normal;
}

/// The sizes that an option takes. `most_name` is `most` as a user writes it.
struct SizeRange {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
  std::string_view most_name;
};

constexpr SizeRange kMemoryRange{kLeastMemory, kMostMemory, "1024G"};
constexpr SizeRange kArticleRange{1, kMostStoredBytes, "64M"};

std::size_t parse_bounded_size(const CommandLine& line, const std::string& option, const SizeRange& range,
                               std::size_t usual) {
  const auto value = line.value(option);
  if (!value) return usual;
  const std::uint64_t size = parse_size(option, *value);
  if (size < range.least || size > range.most)
    refuse("--" + option + " takes a size from " + std::to_string(range.least) + " bytes to " +
           std::string(range.most_name) + ", not '" + *value + "'");
  return static_cast<std::size_t>(size);
}

std::size_t parse_jobs(const CommandLine& line) {
  if (const auto value = line.value("jobs"))
    return static_cast<std::size_t>(parse_number("jobs", *value, 1, kMostJobs));
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
}

/// Standard input can be read but once, and as JSONL.
void check_standard_input(const SourceOptions& sources, std::optional<Format> format) {
  const bool reads_articles = std::find(sources.paths.begin(), sources.paths.end(), "-") != sources.paths.end();
  if (reads_articles && sources.files0_from == "-")
    refuse("standard input cannot be both articles (-) and the list of --files0-from");
  if (reads_articles && format == Format::text)
    refuse("- is records of JSON on standard input; --format text needs files");
}

SourceOptions parse_sources(const CommandLine& line, std::vector<std::string> paths) {
  SourceOptions sources;
  sources.paths = std::move(paths);
  sources.files0_from = line.value("files0-from");
  sources.include = line.values("include");
  sources.exclude = line.values("exclude");
  sources.root = line.value("root").value_or("");
  return sources;
}

/// Refuses what excludes each other, or what would do nothing.
void check_upkeep(const IndexOptions& options) {
  const auto& paths = options.sources.paths;
  const bool has_input = !paths.empty() || options.sources.files0_from;
  if (!has_input && !options.rebuild) refuse("add needs a PATH, or - for JSONL on standard input");
  if (!has_input && options.restore) refuse("--restore needs a PATH");
  if (options.rebuild && options.prune) refuse("--rebuild and --prune exclude each other");
  if (options.dry_run && options.rebuild) refuse("--dry-run and --rebuild exclude each other");
  if (options.dry_run && options.prune) refuse("--dry-run and --prune exclude each other");
  if (options.force && !options.prune) refuse("--force needs --prune");
  if (!options.prune || std::find(paths.begin(), paths.end(), "-") == paths.end()) return;
  if (options.source.empty()) refuse("--prune of - needs --source NAME");
  if (paths.size() > 1 || options.sources.files0_from) refuse("--prune of - takes no other PATH");
}

void parse_add(const CommandLine& line, IndexOptions& options) {
  options.sources = parse_sources(line, std::move(options.words));
  options.format = parse_format(line);
  check_standard_input(options.sources, options.format);
  options.words.clear();
  options.prune = line.has("prune");
  options.force = line.has("force");
  options.restore = line.has("restore");
  options.rebuild = line.has("rebuild");
  options.source = line.value("source").value_or("");
  options.jobs = parse_jobs(line);
  options.memory_bytes = parse_bounded_size(line, "memory", kMemoryRange, options.memory_bytes);
  options.article_bytes = parse_bounded_size(line, "max-article", kArticleRange, options.article_bytes);
  options.dry_run = line.has("dry-run");
  options.errors_file = line.value("errors");
  check_upkeep(options);
}

void check_words(const CommandRow& command, const std::vector<std::string>& words) {
  if (command.arguments.empty() && !words.empty())
    refuse(std::string(command.name) + " takes no arguments, not '" + words.front() + "'");
  if (command.command == IndexCommand::remove && words.empty()) refuse("remove needs an ID");
}

}  // namespace

IndexOptions parse_index_options(const std::vector<std::string>& arguments) {
  const CommandLine line = parse_command_line(arguments, plain_rows());
  IndexOptions options;
  if (line.has("help")) return options;
  if (line.has("version")) {
    options.command = IndexCommand::version;
    return options;
  }
  const CommandRow& command = command_row(line.words());
  check_options_of(command, line);
  options.command = command.command;
  options.words.assign(line.words().begin() + 1, line.words().end());
  check_words(command, options.words);
  options.index = line.value("index").value_or("");
  if (line.has("index") && options.index.empty()) refuse("--index needs a folder, not ''");
  if (options.index.empty()) options.index = default_index_directory();
  options.verbosity = parse_verbosity(line);
  if (command.command == IndexCommand::add) parse_add(line, options);
  options.json = line.has("json");
  if (const auto value = line.value("wait"))
    options.wait = std::chrono::seconds(parse_number("wait", *value, 0, kMostWaitSeconds));
  return options;
}

std::string index_help() {
  std::string help = "timbao-index [OPTIONS] COMMAND: makes the index that timbao-query searches\n\nCommands:\n";
  for (const CommandRow& command : kCommands) {
    std::string head = "  " + std::string(command.name) + " " + std::string(command.arguments);
    head.resize(std::max<std::size_t>(head.size(), 20), ' ');
    help += head + std::string(command.help) + "\n";
  }
  help += "\nOptions:\n" + describe_options(plain_rows());
  return help +
         "\nStatus: 0 done; 1 some input was rejected or missing; 2 wrong command line; 3 the index is missing, "
         "damaged,\n"
         "not an index or of another version; 4 another process is writing it; 5 input or output failed; 130 "
         "interrupted.\n";
}

}  // namespace timbao
