// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/notice_log.h"

#include <utility>

#include "common/base/error.h"
#include "common/base/json.h"
#include "indexer/add/progress.h"
#include "indexer/input/files/source_name.h"

namespace timbao {
namespace {

constexpr std::uint64_t kPrintedRejections = 20, kPrintedWarnings = 5;
constexpr std::size_t kNamedEntries = 3, kMostPrintedKeys = 1000;

Json line_or_null(std::uint64_t line) { return line == 0 ? Json() : Json(line); }

Json json_of(const Rejected& rejected) {
  return {{"path", escape_bytes(rejected.path)},
          {"inner", text_or_null(rejected.inner)},
          {"line", line_or_null(rejected.line)},
          {"id", text_or_null(rejected.id)},
          {"reason", reason_name(rejected.reason)},
          {"detail", rejected.detail},
          {"kind", "rejected"}};
}

Json json_of(const Notice& notice) {
  return {{"path", escape_bytes(notice.path)},
          {"inner", text_or_null(notice.inner)},
          {"line", line_or_null(notice.line)},
          {"id", text_or_null(notice.id)},
          {"reason", row_of(notice.remark.kind).name},
          {"detail", notice.remark.detail},
          {"kind", "warning"}};
}

/// What a rejection or a notice is about: "news.jsonl:3", "archive.zip!news.jsonl:3".
template <typename Report>
std::string place_of(const Report& report) {
  std::string name = escape_bytes(report.path);
  if (!report.inner.empty()) name += "!" + report.inner;
  return report.line > 0 ? name + ":" + std::to_string(report.line) : name;
}

}  // namespace

std::string describe_rejected(const Rejected& rejected) {
  const std::string text = place_of(rejected) + ": " + std::string(reason_name(rejected.reason));
  return rejected.detail.empty() ? text : text + ": " + rejected.detail;
}

std::string describe_notice(const Notice& notice) {
  const NoticeRow& row = row_of(notice.remark.kind);
  const std::string_view said = row.notice_class == NoticeClass::warning ? ": warning: " : ": passed over: ";
  const std::string text = place_of(notice) + std::string(said) + std::string(row.name);
  return notice.remark.detail.empty() ? text : text + ": " + notice.remark.detail;
}

NoticeLog::NoticeLog(ReportDetail detail, Print print, const std::optional<std::string>& errors_file)
    : detail_(detail), print_(std::move(print)), errors_(errors_file) {}

void NoticeLog::reject(const Rejected& rejected) {
  ++rejected_;
  if (errors_.is_wanted()) errors_.add(to_line(json_of(rejected)));
  const bool is_printed = detail_ == ReportDetail::all || rejected_ <= kPrintedRejections;
  if (detail_ != ReportDetail::none && is_printed) print_(describe_rejected(rejected));
}

void NoticeLog::note(const Notice& notice) {
  Tally& tally = tallies_[static_cast<std::size_t>(notice.remark.kind)];
  tally.count += notice.remark.count;
  ++tally.notices;
  if (errors_.is_wanted()) errors_.add(to_line(json_of(notice)));
  if (tally.names.size() < kNamedEntries) tally.names.push_back(place_of(notice));
  if (!is_printed(notice, tally)) return;
  ++tally.printed;
  print_(describe_notice(notice));
}

/// What is passed over is named in the summary, and an unknown key only where it is met first.
bool NoticeLog::is_printed(const Notice& notice, const Tally& tally) {
  if (detail_ != ReportDetail::first) return detail_ == ReportDetail::all;
  if (row_of(notice.remark.kind).notice_class == NoticeClass::passed_over || tally.printed >= kPrintedWarnings)
    return false;
  if (notice.remark.kind != NoticeKind::unknown_key) return true;
  return printed_keys_.size() < kMostPrintedKeys && printed_keys_.insert(notice.remark.detail).second;
}

std::uint64_t NoticeLog::passed_over() const {
  std::uint64_t count = 0;
  for (std::size_t kind = 0; kind < kNoticeKinds; ++kind)
    if (row_of(static_cast<NoticeKind>(kind)).notice_class == NoticeClass::passed_over) count += tallies_[kind].count;
  return count;
}

void NoticeLog::summarise(const NoticeRow& row) {
  const Tally& tally = tally_of(row.value);
  if (tally.count == 0) return;
  const std::string line = std::string(row.what) + ": " + with_thousands(tally.count);
  if (row.notice_class == NoticeClass::warning) {
    const bool is_all_said = tally.printed == tally.notices || errors_.is_wanted();
    return print_("warning: " + line + "; " + std::string(row.consequence) +
                  (is_all_said ? "" : "; --verbose or --errors names all"));
  }
  std::string names;
  for (const std::string& name : tally.names) names += (names.empty() ? "" : ", ") + name;
  print_("passed over: " + line + " (" + names + (tally.count > tally.names.size() ? ", …)" : ")"));
}

void NoticeLog::finish() {
  errors_.finish();
  if (detail_ == ReportDetail::none) return;
  if (detail_ == ReportDetail::first && rejected_ > kPrintedRejections)
    print_("… and " + with_thousands(rejected_ - kPrintedRejections) + " more rejections" +
           (errors_.is_wanted() ? "; see " + errors_.path() : "; see --errors"));
  for (std::size_t kind = 0; kind < kNoticeKinds; ++kind) summarise(row_of(static_cast<NoticeKind>(kind)));
}

}  // namespace timbao
