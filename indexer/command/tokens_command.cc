// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/tokens_command.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "common/base/line_source.h"
#include "common/base/named_values.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::array<NamedValue<TokenKind>, 2> kTokenKinds{{{TokenKind::word, "word"}, {TokenKind::number, "number"}}};
static_assert(covers_every_value<kTokenKinds>());

constexpr std::array<NamedValue<ExtraKind>, 6> kExtraKinds{{
    {ExtraKind::whole, "whole"},
    {ExtraKind::range, "range"},
    {ExtraKind::day, "day"},
    {ExtraKind::day_of_month, "day_of_month"},
    {ExtraKind::document, "document"},
    {ExtraKind::document_type, "document_type"},
}};
static_assert(covers_every_value<kExtraKinds>());

/// Turns byte offsets of a text into numbers of code points, in any order of calls.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += read_code_point(text, at).length)
      starts_.push_back(static_cast<std::uint32_t>(at));
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  [[nodiscard]] std::size_t of_byte(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin());
  }

 private:
  std::vector<std::uint32_t> starts_;
};

/// One text while it is printed.
class TextPrinter {
 public:
  TextPrinter(std::ostream& out, std::string_view text) : out_(out), text_(text), offsets_(text) {}

  void print(const TokenizedText& tokenized) {
    std::vector<const Extra*> extras;
    for (const Extra& extra : tokenized.extras) extras.push_back(&extra);
    const auto end_of = [](const Extra* extra) { return extra->first + extra->count; };
    std::stable_sort(extras.begin(), extras.end(),
                     [&](const Extra* a, const Extra* b) { return end_of(a) < end_of(b); });
    auto next = extras.begin();
    for (std::size_t i = 0; i < tokenized.tokens.size(); ++i) {
      print_token(tokenized.tokens[i]);
      for (; next != extras.end() && end_of(*next) <= i + 1; ++next) print_extra(tokenized, **next);
    }
  }

 private:
  void print_token(const Token& token) {
    const Word& word = *token.word;
    print_line({token.begin, token.end}, row_of_value(kTokenKinds, word.kind).name, word.folded, word.exact);
  }

  void print_extra(const TokenizedText& tokenized, const Extra& extra) {
    const Token& first = tokenized.tokens[extra.first];
    const Token& last = tokenized.tokens[extra.first + extra.count - 1];
    print_line({first.begin, last.end}, row_of_value(kExtraKinds, extra.kind).name, extra.folded,
               extra.exact.empty() ? extra.folded : extra.exact);
  }

  struct Stretch {
    std::uint32_t begin, end;
  };

  void print_line(Stretch bytes, std::string_view kind, const std::string& folded, const std::string& exact) {
    out_ << to_line({{"text", text_.substr(bytes.begin, bytes.end - bytes.begin)},
                     {"start", offsets_.of_byte(bytes.begin)},
                     {"end", offsets_.of_byte(bytes.end)},
                     {"kind", kind},
                     {"folded", folded},
                     {"exact", exact}})
         << '\n';
  }

  std::ostream& out_;
  std::string_view text_;
  CodePointOffsets offsets_;
};

}  // namespace

void TokenPrinter::print(std::string_view text) { TextPrinter(out_, text).print(tokenizer_.tokenize(text)); }

Command tokens_command() {
  return {"tokens",
          "[TEXT...]",
          "shows how text (or each line of standard input) is cut, as JSON",
          {},
          prepare<parse_tokens, run_tokens>};
}

TokensOptions parse_tokens(const CommandLine& line, const CommonOptions&) { return {line.words()}; }

ExitCode run_tokens(const TokensOptions& options, const IndexStreams& streams) {
  TokenPrinter printer(streams.out);
  if (!options.words.empty()) {
    std::string text;
    for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
    printer.print(text);
    return ExitCode::done;
  }
  ExitCode status = ExitCode::done;
  std::uint64_t number = 0;
  LineSource lines(streams.in, kTokensLineBytes, [&] { flush_or_throw(streams.out, "standard output"); });
  while (const std::optional<InputLine> line = lines.next()) {
    ++number;
    if (!line->is_too_long) {
      printer.print(line->text);
      continue;
    }
    status = ExitCode::incomplete;
    streams.err << "timbao-index: line " << number << " is longer than " << kTokensLineBytes << " bytes\n";
  }
  return status;
}

}  // namespace timbao
