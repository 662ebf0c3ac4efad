// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/cost.h"

#include <array>
#include <functional>
#include <string_view>

#include "common/base/ascii.h"
#include "indexer/input/article/id_hashes.h"
#include "indexer/input/article/measure.h"

namespace timbao {
namespace {

// Measured on three texts of 4 MB: one repeated word, numbers, and words that are all different.
constexpr std::size_t kBytesAByte = 3;
constexpr std::size_t kBytesAWord = 30;
constexpr std::size_t kBytesANumber = 100;
constexpr std::size_t kBytesADifferentWord = 600;
constexpr std::size_t kGroupBytes =
    3;  // only longer numbers can be groups of thousands; shorter ones cost what words cost
constexpr std::size_t kLongWordBytes = 60;  // the tokenizer cuts longer words, so they count as several
constexpr std::string_view kJoiners = "-./:%,+";
constexpr std::size_t kPairsInTitle = 4;  // every pair of neighbours in a title gives two terms

bool is_in_word(char byte) { return (byte & 0x80) != 0 || is_ascii_digit(byte) || is_ascii_letter(byte); }

/// How many bytes a code point may become when compatibility forms are decomposed, by its first byte in UTF-8: U+FDFA
/// becomes four Arabic words of 33 bytes, U+3316 six letters, U+2167 four.
struct Expansion {
  unsigned char first_byte;
  std::size_t bytes, words;
};
constexpr std::array<Expansion, 4> kExpansions{{{0xEF, 33, 4}, {0xE3, 18, 2}, {0xE2, 12, 1}, {0xF0, 12, 1}}};

/// Counts what takes memory, roughly: a word is here a stretch of letters and digits.
class Meter {
 public:
  void add(std::string_view text, std::size_t weight = 1) {
    bytes_ += text.size();
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = at;
      while (at < text.size() && is_in_word(text[at])) expand(text[at++]);
      if (at > begin) add_word(text.substr(begin, at - begin), weight);
      if (at > begin && is_ascii_digit(text[begin]) && may_join(text, at)) ++numbers_;
      ++at;
    }
  }

  /// Counts bytes that are stored but give no terms.
  void store(std::size_t bytes) { bytes_ += bytes; }

  [[nodiscard]] std::size_t memory() const {
    return kBytesAByte * bytes_ + kBytesAWord * words_ + kBytesANumber * numbers_ + kBytesADifferentWord * different_;
  }

 private:
  void expand(char byte) {
    for (const Expansion& expansion : kExpansions) {
      if (static_cast<unsigned char>(byte) != expansion.first_byte) continue;
      bytes_ += expansion.bytes;
      words_ += expansion.words;
    }
  }

  /// Whether what follows a number may make it a part of another token: "1-2", "1.000", "5%".
  static bool may_join(std::string_view text, std::size_t at) {
    return at < text.size() && kJoiners.find(text[at]) != std::string_view::npos;
  }

  void add_word(std::string_view word, std::size_t weight) {
    const std::size_t parts = 1 + word.size() / kLongWordBytes;
    words_ += parts;
    if (is_ascii_digit(word.front()) && word.size() >= kGroupBytes) ++numbers_;
    if (weight > 1 || seen_.insert(std::hash<std::string_view>()(word))) different_ += parts * weight;
  }

  std::size_t bytes_ = 0, words_ = 0, numbers_ = 0, different_ = 0;
  IdHashes seen_;
};

}  // namespace

std::size_t memory_to_index(const Article& article) {
  Meter meter;
  meter.add(article.title, kPairsInTitle);
  for (const std::string* text : {&article.lead, &article.body, &article.source, &article.url}) meter.add(*text);
  for (const auto* list : {&article.captions, &article.authors, &article.sections})
    for (const std::string& text : *list) meter.add(text);
  meter.store(article.id.size() + article.path.size());
  for (const OtherField& other : article.others) meter.store(other.name.size() + other.json.size());
  return held_bytes(article) + meter.memory();
}

}  // namespace timbao
