// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "query/language/describe.h"
#include "query/language/parse.h"
#include "query/suggest/suggestion.h"
#include "tests/fuzz/any_vocabulary.h"
#include "tests/fuzz/require.h"

namespace timbao::fuzz {
namespace {

/// A vocabulary in which every form has one reading with marks or two without, and is rare or common as its length says.
class EveryForm : public AnyVocabulary {
 public:
  EveryForm() : AnyVocabulary(40) {}

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view prefix, std::string_view folded) const override {
    if (folded.size() % 4 == 3) return {};
    const std::string beginning = std::string(prefix) + readings_prefix(folded);
    return {{beginning, std::string(folded), 20}, {beginning + '1', exact_of(folded, "1"), 200}};
  }
};

class NoHits : public BestHits {
 public:
  [[nodiscard]] bool have_together(const std::string&, const std::string&) override { return false; }
  void add_to(NearText&) override {}
};

}  // namespace
}  // namespace timbao::fuzz

// Of any query a suggestion is well-formed text, which is read as another tree than the query.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace timbao;
  constexpr Day kToday{2018, 1, 31};
  static Tokenizer tokenizer;
  const fuzz::EveryForm vocabulary;
  const std::string query = repair_utf8(fuzz::text_of(data, size)).text;
  ParsedQuery parsed = parse_query(query, tokenizer, kToday);
  const std::string typed = describe(parsed.root);
  fuzz::NoHits hits;
  const std::string suggestion = suggestion_for({query, std::move(parsed.root), kToday}, {vocabulary, tokenizer, hits});
  if (suggestion.empty()) return 0;
  fuzz::require(repair_utf8(suggestion).text == suggestion);
  fuzz::require(describe(parse_query(suggestion, tokenizer, kToday).root) != typed);
  return 0;
}
