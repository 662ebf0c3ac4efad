// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/vocabulary.h"

#include <xapian.h>

#include "common/index/terms.h"

namespace timbao {
namespace {

constexpr std::uint32_t kLongList = 2000;  // articles of a term, from which its list fills more than a block

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
    const Xapian::TermIterator end = database_.allterms_end(beginning);
    for (Xapian::TermIterator term = database_.allterms_begin(beginning); term != end;) {
      const std::string name = *term;
      const std::uint32_t articles = term.get_termfreq();
      found.push_back({name, exact_of(folded, std::string_view(name).substr(beginning.size())), articles});
      // The next step would walk over all the blocks of a long list; a search goes past them.
      if (articles > kLongList)
        term.skip_to(name + '\0');
      else
        ++term;
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
