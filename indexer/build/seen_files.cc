// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/seen_files.h"

#include <functional>
#include <string_view>
#include <utility>

#include "common/index/terms.h"

namespace timbao {
namespace {

constexpr std::string_view kReadingVersion = "1";     // to be raised when files are read in another way
constexpr std::int64_t kClockTickNs = 2'000'000'000;  // the coarsest file systems count in two seconds
constexpr std::string_view kStandardInput = "-";

/// FNV-1a: the same on every machine, and 64 bits are enough to tell a few settings apart.
std::uint64_t fnv_hash(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
  return hash;
}

}  // namespace

std::uint64_t run_hash(const std::string& id) { return std::hash<std::string>()(id_term(id)); }

SeenFiles::SeenFiles(Ledger ledger, SeenSettings settings)
    : ledger_(std::move(ledger)),
      settings_(std::move(settings)),
      root_hash_(settings_.root.empty() ? 0 : fnv_hash(source_name(settings_.root, ""))),
      has_removed_(ledger_.count_removed() > 0) {}

std::uint64_t SeenFiles::reading_of(const SourceFile& file) const {
  std::string how(kReadingVersion);
  for (const std::string& part : {std::to_string(static_cast<int>(file.format)), settings_.source,
                                  std::to_string(root_hash_), std::to_string(settings_.article_bytes)})
    (how += '\0') += part;
  return fnv_hash(how);
}

bool SeenFiles::lost_records(const SourceFile& file, const FileRecord& record) const {
  return ledger_.count_articles(file.name) > record.articles;
}

std::optional<FileRecord> SeenFiles::unchanged(const SourceFile& file) const {
  if (file.stamp.changed_ns == 0 || settings_.rebuilds) return std::nullopt;
  std::optional<FileRecord> record = ledger_.file(file.name);
  if (!record || !(record->stamp == file.stamp) || record->reading != reading_of(file)) return std::nullopt;
  if (settings_.restores && record->kept_out > 0) return std::nullopt;
  // Of records that went from a file before, only another reading can tell which they are.
  if (settings_.prunes && lost_records(file, *record)) return std::nullopt;
  return record;
}

void SeenFiles::begin(const SourceFile& file) {
  file_ = &file;
  file_ids_.reset();
  articles_ = kept_out_ = 0;
  doubtful_ = nameless_ = whole_ = false;
}

bool SeenFiles::keeps_out(const ReadArticle& read) {
  const Article& article = read.article;
  const std::uint64_t hash = run_hash(article.id);
  if (settings_.prunes) ids_.insert(hash);
  if (read.line > 0 && !file_ids_) file_ids_.emplace();
  const bool is_new = !file_ids_ || file_ids_->insert(hash);
  if (article.path != file_->name) doubt_named_path(article);
  const bool is_marked = has_removed_ && ledger_.is_removed(article.id);
  const bool is_out = is_marked && !settings_.restores;
  if (is_marked && !is_out && is_new) changes_.restored.push_back(article.id);
  if (is_new) ++(is_out ? kept_out_ : articles_);
  return is_out;
}

/// An article that names the path of another file takes it over from that.
void SeenFiles::doubt_named_path(const Article& article) {
  doubtful_ = true;
  if (article.path.empty()) return;
  const std::optional<FileRecord> other = ledger_.file(article.path);
  if (other && other->is_trusted()) changes_.doubted.push_back(path_term(article.path));
}

void SeenFiles::reject(const Rejected& rejected) {
  doubtful_ = true;
  if (rejected.id.empty()) nameless_ = true;
  if (!rejected.id.empty() && settings_.prunes) ids_.insert(run_hash(rejected.id));
}

void SeenFiles::end(FileEnd end) {
  whole_ = end == FileEnd::whole;
  if (file_->path == kStandardInput) return;
  FileRecord record;
  record.name = file_->name;
  record.stamp = file_->stamp;
  record.reading = reading_of(*file_);
  record.root = file_->name.front() == '/' ? 0 : root_hash_;
  record.articles = articles_;
  record.kept_out = kept_out_;
  if (!whole_ || doubtful_ || record.stamp.changed_ns > settings_.listed_ns - kClockTickNs) record.stamp.changed_ns = 0;
  const std::optional<FileRecord> before = ledger_.file(record.name);
  if (settings_.rebuilds || !before || !(*before == record)) changes_.seen.add(record);
}

}  // namespace timbao
