// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>

#include "common/base/error.h"
#include "query/expand/abbreviation_table.h"
#include "query/expand/abbreviations.h"
#include "tests/fuzz/require.h"
#include "tests/query/support/fake_vocabulary.h"

namespace {

using namespace timbao;

/// Any list is read or refused in one line.
void read_list(std::string_view list, SearchRequest& request) {
  try {
    request.abbreviations = std::make_shared<const AbbreviationTable>(read_abbreviation_rows(list, "list"));
  } catch (const Error& error) {
    fuzz::require(error.code() == ExitCode::usage && error.message().find('\n') == std::string::npos);
  }
}

}  // namespace

// A list of abbreviations up to a zero byte, then a text. The drafts for any text lie in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  SearchRequest request;
  const std::string_view list = fuzz::take_until(rest, '\0');
  read_list(list, request);
  const std::string query = repair_utf8(rest.empty() ? list : rest).text;
  static Tokenizer tokenizer;
  static const test::FakeVocabulary vocabulary(100, {{"truong~72", 20}, {"Btruong cong", 3}});
  const TokenizedText text = tokenizer.tokenize(query);
  for (const Draft& draft : abbreviation_drafts({query, text, vocabulary, request})) {
    fuzz::require(draft.count > 0 && draft.first + draft.count <= text.tokens.size());
    fuzz::require(!draft.value.empty() && draft.weight > 0 && draft.weight <= 1);
  }
  return 0;
}
