// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/rejections.h"

#include <utility>

#include "common/base/error.h"
#include "common/base/json.h"

namespace timbao {
namespace {

constexpr std::uint64_t kPrintedLines = 20;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const Rejected& rejected) {
  return {{"path", rejected.path},
          {"inner", or_null(rejected.inner)},
          {"line", rejected.line == 0 ? Json() : Json(rejected.line)},
          {"id", or_null(rejected.id)},
          {"reason", reason_name(rejected.reason)},
          {"detail", rejected.detail}};
}

}  // namespace

std::string describe_rejected(const Rejected& rejected) {
  std::string text = rejected.path;
  if (!rejected.inner.empty()) text += "!" + rejected.inner;
  if (rejected.line > 0) text += ":" + std::to_string(rejected.line);
  text += ": " + std::string(reason_name(rejected.reason));
  return rejected.detail.empty() ? text : text + ": " + rejected.detail;
}

RejectionLog::RejectionLog(const std::optional<std::string>& errors_file, std::function<void(const std::string&)> print)
    : file_name_(errors_file.value_or("")), print_(std::move(print)) {
  if (!errors_file) return;
  file_.open(file_name_, std::ios::binary | std::ios::trunc);
  if (!file_) throw Error(ExitCode::io_failed, file_name_ + ": cannot be written", "name another file with --errors");
}

void RejectionLog::add(const Rejected& rejected) {
  ++count_;
  if (file_.is_open()) {
    file_ << to_line(json_of(rejected)) << '\n';
    if (!file_) flush_or_throw(file_, file_name_);
  }
  if (print_ && count_ <= kPrintedLines) print_(describe_rejected(rejected));
}

void RejectionLog::finish() {
  if (file_.is_open()) flush_or_throw(file_, file_name_);
  if (!print_ || count_ <= kPrintedLines) return;
  print_("… and " + std::to_string(count_ - kPrintedLines) + " more" +
         (file_.is_open() ? "; see " + file_name_ : "; see --errors"));
}

}  // namespace timbao
