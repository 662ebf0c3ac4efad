// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "query/expand/expand.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "tests/fuzz/any_vocabulary.h"
#include "tests/fuzz/require.h"

namespace timbao::fuzz {
namespace {

/// A vocabulary in which every word that is asked for by its folded form is rare or common as its length says, so that
/// expanders go every way.
class EveryWord : public AnyVocabulary {
 public:
  EveryWord() : AnyVocabulary(40) {}

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view prefix, std::string_view folded) const override {
    if (folded.size() % 4 == 3) return {};
    const std::string term = std::string(prefix) + readings_prefix(folded);
    return {{term, std::string(folded), static_cast<std::uint32_t>(folded.size() % 5 * 50)}};
  }
  [[nodiscard]] std::vector<TermCount> terms_beginning(const std::string& beginning) const override {
    return {{beginning, 3}, {beginning + "tt/bgtvt", 1}};
  }
};

void check(const Node& node) {
  for (const Alternative& other : node.alternatives) {
    require(other.weight > 0 && other.weight <= 1);
    require(other.count > 0 && other.first + other.count <= node.text.tokens.size());
    require(!other.node.text.tokens.empty() || !other.terms.empty());
    for (const std::string& term : other.terms) require(!term.empty() && term.size() <= 245);
  }
  for (const Node& child : node.children) check(child);
}

std::size_t alternatives_in(const Node& node) {
  std::size_t count = node.alternatives.size();
  for (const Node& child : node.children) count += alternatives_in(child);
  return count;
}

}  // namespace
}  // namespace timbao::fuzz

// Any query is expanded to a tree that a question can be made of, with alternatives that stand for words of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace timbao;
  static Tokenizer tokenizer;
  const fuzz::EveryWord vocabulary;
  SearchRequest request;
  request.query = fuzz::text_of(data, size);
  Node root = parse_query(request.query.text(), tokenizer, {2018, 1, 31}).root;
  const Expanded expanded = expand(std::move(root), {request, vocabulary, tokenizer});
  fuzz::check(expanded.root);
  fuzz::require(fuzz::alternatives_in(expanded.root) <= kMostAlternatives);
  for (const MatchMode match : {MatchMode::ranked, MatchMode::all}) {
    request.match = match;
    const Question question = make_question(expanded.root, request);
    for (const RankedAlternative& other : question.alternatives)
      fuzz::require(other.first + other.count <= question.ranked.size() && other.phrase.length > 0);
  }
  return 0;
}
