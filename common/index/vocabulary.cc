// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/vocabulary.h"

#include <xapian.h>

#include "common/index/terms.h"

namespace timbao {
namespace {

class IndexVocabulary : public Vocabulary {
 public:
  explicit IndexVocabulary(const Xapian::Database& database) : database_(database) {}

  [[nodiscard]] std::uint32_t articles() const override { return database_.get_doccount(); }

  [[nodiscard]] std::uint32_t articles_with(const std::string& term) const override {
    return database_.get_termfreq(term);
  }

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view term_prefix,
                                                   std::string_view folded) const override {
    const std::string beginning = std::string(term_prefix) + readings_prefix(folded);
    std::vector<ReadingCount> found;
    for (auto term = database_.allterms_begin(beginning); term != database_.allterms_end(beginning); ++term) {
      const std::string& name = *term;
      std::string exact = name.size() == beginning.size() ? std::string(folded) : name.substr(beginning.size());
      found.push_back({name, std::move(exact), term.get_termfreq()});
    }
    return found;
  }

 private:
  const Xapian::Database& database_;
};

}  // namespace

std::unique_ptr<Vocabulary> vocabulary_of(const Xapian::Database& database) {
  return std::make_unique<IndexVocabulary>(database);
}

}  // namespace timbao
