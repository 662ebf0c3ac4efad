// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/file_visit.h"

#include <utility>

#include "common/index/document_terms.h"
#include "common/index/terms.h"
#include "indexer/input/files/file_source.h"

namespace timbao {
bool FileVisit::FileIds::insert(std::uint64_t hash) {
  if (!first_) {
    first_ = hash;
    return true;
  }
  if (*first_ == hash) return false;
  if (!more_) more_.emplace();
  return more_->insert(hash);
}

bool FileVisit::FileIds::contains(std::uint64_t hash) const {
  return (first_ && *first_ == hash) || (more_ && more_->contains(hash));
}

MetArticle FileVisit::take(const Article& article) {
  MetArticle met;
  met.key = article_key(article.id);
  const bool is_new = ids_.insert(met.key.hash);
  if (file_of_path(article.path) != file_.name) doubt_named_path(article);
  const bool has_takedown = run_.has_takedown(article.id);
  const bool is_out = has_takedown && run_.rules().takedowns == Takedowns::keep_out;
  const bool is_first = run_.ids().insert(met.key.hash);
  met.occurrence = is_first || is_out ? Occurrence::first : Occurrence::repeated;
  met.admission = is_out ? Admission::kept_out : Admission::admitted;
  if (has_takedown && !is_out && is_new) visited_.restored.push_back(article.id);
  std::uint64_t& counted_id = is_out ? kept_out_ : articles_;
  ++(is_new ? counted_id : repeated_);
  return met;
}

/// An article that names the path of another file takes its place there, so that file is read again.
void FileVisit::doubt_named_path(const Article& article) {
  is_doubtful_ = true;
  if (article.path.empty()) return;
  const std::string_view named = file_of_path(article.path);
  const std::optional<FileRecord> other = run_.ledger().file(named);
  if (other && other->is_trusted()) visited_.doubted.push_back(path_term(named));
}

void FileVisit::reject(const Rejected& rejected) {
  is_doubtful_ = true;
  if (rejected.id.empty()) {
    has_nameless_ = true;
    return;
  }
  const std::uint64_t hash = article_key(rejected.id).hash;
  ids_.insert(hash);
  run_.ids().insert_rejected(hash);
}

VisitedFile FileVisit::close(const FileReading& reading) {
  const bool is_whole = reading.end == FileEnd::whole;
  visited_.knows_all_ids = is_whole && !has_nameless_;
  if (file_.path == kStandardInput) return std::move(visited_);
  const LedgerRules& rules = run_.rules();
  FileRecord record = record_of(reading);
  const std::optional<FileRecord> before = run_.ledger().file(record.name);
  if (before && before->way != rules.way.way && is_whole) visited_.lost = lost_articles(before->name);
  if (rules.old_records == OldRecords::ignored || !before || !(*before == record)) visited_.record = std::move(record);
  return std::move(visited_);
}

FileRecord FileVisit::record_of(const FileReading& reading) const {
  const ReadingWay& way = run_.rules().way;
  FileRecord record;
  record.name = file_.name;
  record.stamp = file_.stamp;
  record.content = reading.content;
  record.way = way.way;
  record.settings = reading.container == FileContainer::any ? way.container_settings : way.settings;
  record.root = file_.name.front() == '/' ? 0 : way.root;
  record.articles = articles_;
  record.kept_out = kept_out_;
  record.repeated = repeated_;
  if (reading.end != FileEnd::whole || is_doubtful_ || !run_.is_settled(record.stamp)) record.stamp.changed_ns = 0;
  return record;
}

/// The articles of a file that was read in another way before, and that it does not give now. Where some record could
/// not be read and has no id, any of them may be its article; only the file as one article is then known to be none.
std::vector<std::string> FileVisit::lost_articles(const std::string& name) const {
  std::vector<std::string> lost;
  const Xapian::Database& database = run_.ledger().database();
  const std::string term = path_term(name), whole_file = id_term(name);
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    std::string id = id_term_of(database.get_document(*at));
    if (id.empty() || ids_.contains(hash_of_id_term(id))) continue;
    if (has_nameless_ && id != whole_file) continue;
    lost.push_back(std::move(id));
  }
  return lost;
}

}  // namespace timbao
