// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/prune.h"

#include <sys/stat.h>
#include <xapian.h>

#include <cerrno>
#include <functional>
#include <string_view>
#include <unordered_set>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"
#include "indexer/build/known_articles.h"

namespace timbao {
namespace {

constexpr std::size_t kLabelLimitBytes = 200;  // of slot::kSource

std::string id_term_of(const Xapian::Document& document) {
  const std::string ids(row_of(Field::id).prefix);
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(ids);
  return term != document.termlist_end() && (*term).compare(0, ids.size(), ids) == 0 ? *term : std::string();
}

bool is_relative(const std::string& name) { return name.empty() || name.front() != '/'; }

/// The files and folders that were asked for, and what lies below them.
class Given {
 public:
  Given(const std::vector<std::string>& names, const std::string& root) : root_(source_name(root, "")) {
    for (const std::string& name : names) names_.insert(whole(name));
  }

  [[nodiscard]] bool covers(const std::string& name) const {
    for (std::string folder = whole(name); !folder.empty(); folder.erase(folder.rfind('/')))
      if (names_.count(folder) > 0) return true;
    return names_.count("/") > 0;
  }

 private:
  [[nodiscard]] std::string whole(const std::string& name) const {
    return is_relative(name) ? root_ + "/" + name : name;
  }

  std::string root_;
  std::unordered_set<std::string> names_;
};

/// Looks for what is gone; one database for all.
class Pruner {
 public:
  Pruner(const std::string& directory, const IdHashes& ids) : ledger_(open_ledger(directory)), ids_(ids) {}

  Pruned prune_files(const PruneScope& scope) {
    const Given given(scope.list.given, scope.root);
    ledger_.for_each_file("", [&](const FileRecord& record) {
      // A name that is relative to another root is another file's, though it reads alike.
      if ((is_relative(record.name) && record.root != scope.root_hash) || !given.covers(record.name)) return;
      pruned_.looked_after += ledger_.count_articles(record.name);
      if (!is_gone(record, scope)) return;
      pruned_.forgotten.push_back(record.name);
      take_gone(path_term(record.name));
    });
    for (const std::size_t place : scope.complete) {
      const std::string name = scope.list.files[place].name;
      if (!ledger_.file(name)) pruned_.looked_after += ledger_.count_articles(name);
      take_gone(path_term(name));
    }
    return std::move(pruned_);
  }

  Pruned prune_source(const std::string& source) {
    const std::string label(cut_at_code_point(source, kLabelLimitBytes));
    for_each_document(name_term(row_of(Field::source).prefix, source), [&](const Xapian::Document& document) {
      if (document.get_value(slot::kSource) != label) return;  // another, of which the folded name is the same
      ++pruned_.looked_after;
      if (!take(document)) return;
      if (std::string path = path_term_of(document); !path.empty()) pruned_.doubted.push_back(std::move(path));
    });
    return std::move(pruned_);
  }

 private:
  static bool is_gone(const FileRecord& record, const PruneScope& scope) {
    if (scope.list.files.contains(record.name)) return false;
    const std::string path = is_relative(record.name) ? scope.root + "/" + record.name : record.name;
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
  }

  void for_each_document(const std::string& term, const std::function<void(const Xapian::Document&)>& use) {
    const Xapian::Database& database = ledger_.database();
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      use(database.get_document(*at));
  }

  void take_gone(const std::string& term) {
    for_each_document(term, [this](const Xapian::Document& document) { take(document); });
  }

  bool take(const Xapian::Document& document) {
    std::string term = id_term_of(document);
    if (term.empty() || ids_.contains(std::hash<std::string>()(term))) return false;
    pruned_.gone.push_back(std::move(term));
    return true;
  }

  Ledger ledger_;
  const IdHashes& ids_;
  Pruned pruned_;
};

}  // namespace

Pruned find_pruned(const std::string& directory, const PruneScope& scope) {
  return Pruner(directory, scope.ids).prune_files(scope);
}

Pruned find_pruned_of_source(const std::string& directory, const std::string& source, const IdHashes& ids) {
  return Pruner(directory, ids).prune_source(source);
}

}  // namespace timbao
