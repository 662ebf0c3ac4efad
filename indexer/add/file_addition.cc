// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/file_addition.h"

#include <utility>
#include <variant>

namespace timbao {

FileAddition::FileAddition(RunLedger& run, const SourceFile& file, const AdditionTarget& target)
    : visit_(run, file), target_(target), rejected_before_(target.log.rejected()) {}

void FileAddition::take(ParsedArticle parsed) {
  if (const auto* rejected = std::get_if<Rejected>(&parsed))
    reject(*rejected);
  else if (const auto* notice = std::get_if<Notice>(&parsed))
    pass_over(*notice);
  else
    add(std::move(std::get<ReadArticle>(parsed)));
}

void FileAddition::reject(const Rejected& rejected) {
  if (rejected.line > 0) ++records_;
  visit_.reject(rejected);
  target_.log.reject(rejected);
}

void FileAddition::pass_over(const Notice& notice) {
  ++records_;
  target_.log.note(notice);
}

void FileAddition::add(ReadArticle read) {
  ++records_;
  MetArticle met = visit_.take(read.article);
  note_remarks(read);
  if (met.admission == Admission::kept_out) {
    ++target_.counts.kept_out;
    return;
  }
  if (met.occurrence == Occurrence::repeated) {
    ++target_.counts.same_id;
    const std::string& id = read.article.id;
    target_.log.note({read.file, read.line, id, {NoticeKind::same_id, 1, "the id '" + id + "'"}, read.inner});
  }
  ++target_.counts.progress.articles;
  target_.counts.progress.text_bytes += read.bytes;
  read.file = {};
  read.inner = {};
  target_.sink.add({std::move(read), std::move(met.key), met.occurrence, std::nullopt});
  target_.console.progress().show(target_.counts.progress);
}

/// Tells what of an article was not understood, and lets go of it: the sink has no use for it.
void FileAddition::note_remarks(ReadArticle& read) {
  for (Remark& remark : read.remarks)
    target_.log.note({read.file, read.line, read.article.id, std::move(remark), read.inner});
  read.remarks = {};
}

AddedFile FileAddition::close(const FileReading& reading) {
  AddedFile added;
  added.visited = visit_.close(reading);
  added.records = records_;
  added.is_rejected = records_ == 0 && target_.log.rejected() > rejected_before_;
  return added;
}

}  // namespace timbao
