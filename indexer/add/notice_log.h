// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/json.h"
#include "indexer/add/errors_file.h"
#include "indexer/input/article/article.h"
#include "indexer/input/notices/notice.h"

namespace timbao {

/// How many rejections and warnings are printed: none, the first ones of each kind, or all.
enum class ReportDetail : std::uint8_t { none, first, all };

/// Tells what `add` could not index, what it did not understand, and what it passed over. The first ones of each kind
/// are printed, all of them go to the --errors file, and at the end it says how many there were.
///
///   timbao-index: news.jsonl:3: broken_record: no JSON object that can be read: …
///   timbao-index: news.jsonl:7: warning: unread_date: 'hôm qua' is no date
///   {"path":"news.jsonl","inner":null,"line":3,"id":null,"reason":"broken_record","detail":"…","kind":"rejected"}
///
/// Takes    how much is printed, what prints a line, and the path of the --errors file.
/// Errors   Error(io_failed) where the file cannot be written: from any function.
/// Threads  one.
/// Source   README, "Use"; notice_log_test, tests/cli/index_account_test.cc.
class NoticeLog {
 public:
  using Print = std::function<void(const std::string& line)>;
  NoticeLog(ReportDetail detail, Print print, const std::optional<std::string>& errors_file);

  /// Counts an article, a record or a file that could not be indexed, and tells why.
  void reject(const Rejected& rejected);

  /// Counts a warning, or an entry that was passed over, and tells it.
  void note(const Notice& notice);

  /// Writes something that is neither to the --errors file, if there is one: what --dry-run says of an input.
  void record(const Json& report) { errors_.add(to_line(report)); }

  /// Lets the --errors file be written: all inputs are listed now, and it is none of them.
  void open_errors_file() { errors_.open(); }

  /// Says how many there were of each kind, and makes sure that the file is written. To be called once, at the end.
  void finish();

  [[nodiscard]] std::uint64_t rejected() const { return rejected_; }
  [[nodiscard]] std::uint64_t count(NoticeKind kind) const { return tally_of(kind).count; }
  [[nodiscard]] std::uint64_t passed_over() const;

 private:
  struct Tally {
    std::uint64_t count = 0, printed = 0, notices = 0;
    std::vector<std::string> names;  // of what was passed over, the first few
  };

  [[nodiscard]] const Tally& tally_of(NoticeKind kind) const { return tallies_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] bool is_printed(const Notice& notice, const Tally& tally);
  void summarise(const NoticeRow& row);

  ReportDetail detail_;
  Print print_;
  ErrorsFile errors_;
  std::uint64_t rejected_ = 0;
  std::array<Tally, kNoticeKinds> tallies_;
  std::set<std::string> printed_keys_;  // unknown keys: each is named once
};

/// One line that says why something was rejected: "news.jsonl:3: broken_record: no JSON object that can be read: …".
std::string describe_rejected(const Rejected& rejected);

/// One line of a warning or of what was passed over: "news.jsonl:7: warning: unread_date: 'hôm qua' is no date".
std::string describe_notice(const Notice& notice);

}  // namespace timbao
