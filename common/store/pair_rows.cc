// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/pair_rows.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>
#include <vector>

#include "common/base/take_part.h"

namespace timbao {
namespace {

/// The note: the lowest number of a document, a space, and the greatest that has a signature.
constexpr const char* kNoteKey = "timbao.signed";
constexpr const char* kRowKeys = "pairs:";

/// "pairs:0000f5ff": the strip and the bit in hexadecimal digits, so that the strips lie in the order in which they are
/// written.
std::string key_of(const RowStrip& row) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%05zx%03zx", row.strip, row.bit);
  return kRowKeys + std::string(digits.data());
}

std::optional<Xapian::docid> number_of(std::string_view digits) {
  Xapian::docid number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return failure == std::errc() && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

Xapian::docid first_document(const Xapian::Database& database) {
  const Xapian::PostingIterator first = database.postlist_begin("");
  return first == database.postlist_end("") ? 0 : *first;
}

}  // namespace

std::string read_pair_row(const Xapian::Database& database, const RowStrip& row) {
  return database.get_metadata(key_of(row));
}

void write_pair_row(Xapian::WritableDatabase& database, const RowStrip& row, const std::string& bits) {
  database.set_metadata(key_of(row), bits);
}

std::optional<Xapian::docid> last_signed(const Xapian::Database& database) {
  const std::string note = database.get_metadata(kNoteKey);
  std::string_view rest = note;
  const std::optional<Xapian::docid> first = number_of(take_part(rest, " ")), last = number_of(rest);
  if (!first || !last || *first != first_document(database)) return std::nullopt;
  return last;
}

void write_last_signed(Xapian::WritableDatabase& database, Xapian::docid last) {
  database.set_metadata(kNoteKey, std::to_string(first_document(database)) + ' ' + std::to_string(last));
}

void remove_pair_rows(Xapian::WritableDatabase& database) {
  std::vector<std::string> keys;
  for (auto key = database.metadata_keys_begin(kRowKeys); key != database.metadata_keys_end(kRowKeys); ++key)
    keys.push_back(*key);
  for (const std::string& key : keys) database.set_metadata(key, "");
  if (!database.get_metadata(kNoteKey).empty()) database.set_metadata(kNoteKey, "");
}

}  // namespace timbao
