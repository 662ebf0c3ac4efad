// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>

#include "common/index/pair_signature.h"

namespace timbao {

/// The signatures of a database's articles (pair_signature.h), turned round: a row for each bit, which says of each article
/// whether its signature has the bit. The articles of a phrase are those that have a one in all rows of its pairs. Rows are
/// metadata of the database, cut into strips of 128,000 articles: so a phrase reads few entries of Xapian's table, and a run
/// in place writes only the last strip of each row anew.
///
///   read_pair_row(database, {0, 208})     a string: the lowest bit of its first byte is that of document 1
///
/// A small database has no rows, and no answer depends on them.
///
/// Source   docs/index-format.md, "Signatures". Covered by pair_rows_test.
inline constexpr Xapian::docid kArticlesAStrip = 128'000;

/// A strip of a row: the strip's number from 0, and the bit of signatures whose row it is.
struct RowStrip {
  std::size_t strip = 0, bit = 0;
};

/// The strip that has a document.
inline std::size_t strip_of_document(Xapian::docid document) { return (document - 1) / kArticlesAStrip; }

/// The place of a document in its strip.
inline std::size_t place_in_strip(Xapian::docid document) { return (document - 1) % kArticlesAStrip; }

/// Whether a strip of a row has the bit of a document that is in the strip.
inline bool has_document(const std::string& strip, Xapian::docid document) {
  const std::size_t place = place_in_strip(document);
  return place / 8 < strip.size() && (static_cast<unsigned char>(strip[place / 8]) >> (place % 8) & 1U) != 0;
}

/// A strip of a row.
///
/// Returns  one bit for each document of the strip, the lowest bit of a byte first; documents behind the end have a zero.
/// Errors   Xapian::Error.
std::string read_pair_row(const Xapian::Database& database, const RowStrip& row);

/// Writes a strip of a row.
///
/// Errors   Xapian::Error.
void write_pair_row(Xapian::WritableDatabase& database, const RowStrip& row, const std::string& bits);

/// Which documents the rows tell about.
///
/// Returns  the greatest number of a document that has a signature; nothing where there are no rows, or where documents
///          have got other numbers since they were written: a merge takes away the numbers that are free at the beginning.
/// Errors   Xapian::Error.
std::optional<Xapian::docid> last_signed(const Xapian::Database& database);

/// Notes that the rows tell about all documents up to `last`.
///
/// Takes    the database as it will be committed.
/// Errors   Xapian::Error.
void write_last_signed(Xapian::WritableDatabase& database, Xapian::docid last);

/// Removes all rows, and the note.
///
/// Errors   Xapian::Error.
void remove_pair_rows(Xapian::WritableDatabase& database);

}  // namespace timbao
