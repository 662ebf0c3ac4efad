// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "query/front/archive.h"
#include "query/front/console.h"
#include "query/front/option_table.h"

namespace timbao {

/// What a prompt needs of the terminal beside its streams; a test gives functions of its own.
struct PromptTools {
  std::function<Terminal()> terminal;  ///< as it is now: its width changes

  /// Shows a text in the user's pager, at the first place where a regular expression matches; it may be empty.
  std::function<void(const std::string& text, const std::string& pattern)> show_in_pager;

  std::function<bool()> is_interrupted;  ///< whether Ctrl-C was typed since the line was read
};

/// What a prompt remembers from line to line: the query, the options that were set, the page, and the hits shown last.
///
///   PromptSession session(options, archive, console, tools);
///   session.ask("đảng bộ");          // prints the first page
///   session.turn_page(1);            // and the second
///   session.set_option({"sort", "newest"});
///   session.open(3);
///
/// Takes    options of the command line, which hold until the prompt sets them; what is given must outlive it.
/// Errors   each function throws Error(usage) for what makes no sense, such as a hit that is not shown, and leaves all as
///          it was; and the errors of the archive. BrokenPipe and Error(io_failed) where the output is gone.
/// Source   docs/prompt.md. Covered by prompt_test.
/// Threads  one.
class PromptSession {
 public:
  PromptSession(QueryOptions options, const Archive& archive, const Console& console, PromptTools tools);

  /// Answers a query with its first page.
  void ask(std::string query);

  /// Shows the next page (1) or the one before (-1).
  void turn_page(int step);

  /// Opens a hit of the page in the pager, at its first highlight.
  void open(std::size_t rank);

  /// Sets an option for this and later queries, in place of what it was, and answers the query again. An option that may
  /// be given several times takes several values, separated by spaces. Where no value is given, an option that takes none
  /// is switched on or off, and another goes back to what the command line said. `like` takes the place of the query,
  /// and holds until the next one.
  void set_option(const OptionValue& value);

  /// Drops all options that were set here.
  void reset();

  /// The options that were set here, as the commands that set them: ":sort newest".
  [[nodiscard]] std::vector<std::string> settings() const;

  /// The hit of the page with this rank. The reference holds until the next answer.
  [[nodiscard]] const Hit& hit(std::size_t rank) const;

  /// Writes all hits of the query to a new file: ids where its name ends in .ids or .txt, tsv where it ends in .tsv,
  /// else JSON lines. Returns how many.
  std::size_t save(const std::string& path);

  [[nodiscard]] const Console& console() const { return console_; }

 private:
  void answer_page(std::size_t page);
  void adopt(std::vector<OptionValue> settings, std::string query);
  [[nodiscard]] QueryOptions with(const std::vector<OptionValue>& settings) const;
  [[nodiscard]] SearchRequest request(const QueryOptions& options) const;
  [[nodiscard]] bool has_query() const;

  QueryOptions base_;
  const Archive& archive_;
  const Console& console_;
  PromptTools tools_;
  std::vector<OptionValue> settings_;  ///< in the order in which they were set
  std::string query_;
  std::size_t page_ = 0;
  Answer answer_;  ///< the one shown last
};

}  // namespace timbao
