// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/cli_option.h"

namespace timbao {

/// A command of a program that has commands, as `--help`, the manual page and completions show it.
///
///   {"add", "PATH...", "indexes the articles of files and folders", rows}
struct CommandDescription {
  std::string name;
  std::string arguments;           ///< what its words are called: "PATH..."; empty: it takes none
  std::string help;                ///< one sentence
  std::vector<OptionRow> options;  ///< that it takes beside those of every command
};

/// A term and what it means: {"title:", "words of the title"}.
struct PageEntry {
  std::string term, text;
};

/// A further section of a manual page: a paragraph, and a list of terms; each may be empty.
struct PageSection {
  std::string title;  ///< in capitals: "QUERIES"
  std::string text;
  std::vector<PageEntry> entries;
};

/// All that `--help`, a manual page and completions say about a program.
///
///   ProgramDescription index{"timbao-index", "0.1.0", "makes the index that timbao-query searches", "COMMAND"};
///   index.commands.push_back({"stats", "", "tells what the index holds", {}});
///   generate(Generated::man, index)   // .TH TIMBAO\-INDEX 1 …
///
/// Source   made from the option tables of a program: index_description() and query_description().
struct ProgramDescription {
  std::string name;     ///< "timbao-query"
  std::string version;  ///< "0.1.0"
  std::string summary;  ///< what it does, as the end of "timbao-query …"

  /// What its words are called: "[QUERY...]"; "COMMAND" where it has commands.
  std::string arguments;

  std::vector<CommandDescription> commands = {};  ///< empty: it has none
  std::vector<OptionRow> options = {};            ///< those of every command
  std::vector<PageEntry> statuses = {};           ///< {"0", "hits"}: what an exit status says
  std::vector<PageSection> sections = {};         ///< what else the manual page has
  std::vector<std::string> see_also = {};         ///< other pages: "timbao-index(1)"
};

/// Whether a row of this name is among the rows.
bool has_row(const std::vector<OptionRow>& rows, const std::string& name);

/// All options of a program, each once: those of every command, then those of its commands in their order.
///
/// Source   covered by completions_test.
std::vector<OptionRow> every_option(const ProgramDescription& program);

}  // namespace timbao
