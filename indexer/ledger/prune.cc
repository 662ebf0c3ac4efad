// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/prune.h"

#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <utility>

#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/ledger/article_key.h"
#include "indexer/ledger/label.h"

namespace timbao {
namespace {

bool is_relative(const std::string& name) { return name.empty() || name.front() != '/'; }

/// The files and folders that were given on the command line, and everything below them.
class Given {
 public:
  Given(const SourceList& list, const std::string& root) : list_(list), root_(source_name(root, "")) {}

  [[nodiscard]] bool covers(const std::string& name) const {
    return list_.files.contains(name) ||
           is_below_any(name, [this](const std::string& n) { return list_.given.contains(n); });
  }

  /// Whether a name lies below a folder that could not be read, so that nobody knows whether the file is there.
  [[nodiscard]] bool is_unknown(const std::string& name) const {
    return is_below_any(name, [this](const std::string& n) {
      return std::find(list_.unread.begin(), list_.unread.end(), n) != list_.unread.end();
    });
  }

 private:
  /// Whether `is` is true for the name or for any folder above it, including those above the root.
  template <typename Is>
  [[nodiscard]] bool is_below_any(const std::string& name, const Is& is) const {
    std::string folder = name;
    for (; !folder.empty(); folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/')))
      if (is(folder)) return true;
    if (is_relative(name))
      for (folder = root_; !folder.empty(); folder.erase(folder.rfind('/')))
        if (is(folder)) return true;
    return is("/");
  }

  const SourceList& list_;
  std::string root_;
};

/// Looks for articles that are gone.
class Pruner {
 public:
  Pruner(const Ledger& ledger, const WasMet& was_met) : ledger_(ledger), was_met_(was_met) {}

  Pruned prune_files(const PruneScope& scope) {
    const Given given(scope.list, scope.root);
    ledger_.for_each_file("", [&](const FileRecord& record) {
      // A name that is relative to another root belongs to another file, even if it is the same text.
      if ((is_relative(record.name) && record.root != scope.root_hash) || !given.covers(record.name)) return;
      pruned_.covered += ledger_.count_articles(record.name);
      if (given.is_unknown(record.name) || !is_gone(record, scope)) return;
      pruned_.forgotten.push_back(record.name);
      take_gone(path_term(record.name));
    });
    for (const std::size_t place : scope.complete) {
      const std::string name = scope.list.files[place].name;
      if (!ledger_.file(name)) pruned_.covered += ledger_.count_articles(name);
      take_gone(path_term(name));
    }
    return std::move(pruned_);
  }

  Pruned prune_source(const std::string& source) {
    const std::string label = slot_label(source);
    for_each_document(name_term(row_of(Field::source).prefix, source), [&](const Xapian::Document& document) {
      if (document.get_value(slot::kSource) != label) return;  // another newspaper with the same folded name
      ++pruned_.covered;
      if (!take(document)) return;
      if (std::string path = path_term_of(document); !path.empty()) pruned_.doubted.push_back(std::move(path));
    });
    return std::move(pruned_);
  }

 private:
  /// A file that exists but is not in the list is passed over now, as when --exclude names it; its articles go too.
  static bool is_gone(const FileRecord& record, const PruneScope& scope) {
    if (scope.list.files.contains(record.name)) return false;
    const std::string path = is_relative(record.name) ? scope.root + "/" + record.name : record.name;
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 || errno == ENOENT || errno == ENOTDIR;
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
    if (term.empty() || was_met_(hash_of_id_term(term))) return false;
    pruned_.gone.push_back(std::move(term));
    return true;
  }

  const Ledger& ledger_;
  const WasMet& was_met_;
  Pruned pruned_;
};

}  // namespace

Pruned find_pruned(const Ledger& ledger, const PruneScope& scope) {
  return Pruner(ledger, scope.was_met).prune_files(scope);
}

Pruned find_pruned_of_source(const Ledger& ledger, const std::string& source, const WasMet& was_met) {
  return Pruner(ledger, was_met).prune_source(source);
}

}  // namespace timbao
