// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "query/expand/spelling.h"
#include "query/expand/typed_chunks.h"
#include "query/expand/typed_keys.h"
#include "query/expand/typing.h"
#include "tests/fuzz/any_vocabulary.h"
#include "tests/fuzz/require.h"

namespace timbao::fuzz {
namespace {

/// A vocabulary that has every word in two readings.
class EveryReading : public AnyVocabulary {
 public:
  EveryReading() : AnyVocabulary(1) {}

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view prefix, std::string_view folded) const override {
    if (folded.empty() || folded.size() % 4 == 0) return {};
    const std::string term = std::string(prefix) + readings_prefix(folded);
    return {{term, std::string(folded), 1}, {term + "1", exact_of(folded, "1"), 500}};
  }
};

void check_keys(std::string_view keys) {
  for (const TypingMethod method : kTypingMethods) {
    for (const TypedSyllable& syllable : decode_keys(keys, method)) {
      require(parse_syllable(syllable.text).has_value());
      require(canonical(syllable.text) == syllable.text);
      require(syllable.mark_keys > 0);
      require(written(exact_key(syllable.text)) == syllable.text);
    }
  }
}

void check_chunks(std::string_view value, const TokenizedText& text) {
  std::size_t end = 0;
  for (const TypedChunk& chunk : typed_chunks(value, text)) {
    require(chunk.first >= end && chunk.count > 0 && chunk.first + chunk.count <= text.tokens.size());
    end = chunk.first + chunk.count;
    require(text.tokens[end - 1].end + chunk.bytes_behind <= value.size());
    check_keys(chunk.keys);
  }
}

void check_drafts(const std::vector<Draft>& drafts, std::string_view value, const TokenizedText& text) {
  for (const Draft& draft : drafts) {
    require(draft.count > 0 && draft.first + draft.count <= text.tokens.size());
    require(!draft.value.empty() && draft.weight > 0 && draft.weight <= 1);
    require(text.tokens[draft.first + draft.count - 1].end + draft.bytes_behind <= value.size());
  }
}

}  // namespace
}  // namespace timbao::fuzz

// Any bytes are keys of legal syllables or of none, and drafts stand for tokens of the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace timbao;
  static Tokenizer tokenizer;
  const std::string_view value = fuzz::text_of(data, size);
  const TokenizedText text = tokenizer.tokenize(value);
  const fuzz::EveryReading vocabulary;
  const SearchRequest request;
  const ExpandInput input{value, text, vocabulary, request};
  fuzz::check_keys(canonical(value));
  fuzz::check_chunks(value, text);
  for (const Expander expander : {typing_drafts, spelling_drafts, place_drafts})
    fuzz::check_drafts(expander(input), value, text);
  return 0;
}
