// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao::glass {

/// Whether the bytes of a tag are as they are, or deflated (deflater.h).
enum class TagForm : std::uint8_t { plain, deflated };

/// The key of an item of a leaf or a branch: its length, its bytes, and the number of the piece: numbered("ab", 1) is
/// 02 'a' 'b' 00 01.
std::string numbered(std::string_view key, unsigned piece);

/// A tag that does not fit into one item is cut into pieces, which are numbered from 1; each is an item of its own. This
/// cuts a tag.
///
///   TagPieces pieces(key, tag, TagForm::plain);
///   while (!pieces.are_done()) {
///     if (!pieces.fit(block.room())) …                // a new block
///     block.add(pieces.take(block.room()));
///   }
///
/// Takes    a key of at most 255 bytes, and a tag; both live as long as this.
/// Errors   none.
/// Source   xapian-core/backends/glass/glass_table.h (1.4.22): a leaf's item is two bytes of its length and flags, the
///          key behind its length, the number of the piece unless it is the first, and the bytes of the tag. Any cut of
///          a tag can be read. Covered by part_database_test.
class TagPieces {
 public:
  TagPieces(std::string_view key, std::string_view tag, TagForm form) : key_(key), rest_(tag), form_(form) {}

  [[nodiscard]] bool are_done() const { return done_; }

  /// The number of the next piece.
  [[nodiscard]] unsigned number() const { return number_; }

  /// Whether it pays to put the next piece where there is so much room.
  [[nodiscard]] bool fit(std::size_t room) const;

  /// The next piece as an item that is not larger than the room.
  std::string take(std::size_t room);

 private:
  [[nodiscard]] std::size_t head_bytes() const;

  std::string_view key_, rest_;
  TagForm form_;
  unsigned number_ = 1;
  bool done_ = false;
};

}  // namespace timbao::glass
