// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/temp_directory.h"

namespace timbao::test {

/// A bit of a file of an index.
struct Flip {
  std::string file;  ///< below the index: "g1/postlist.glass"
  std::size_t bit = 0;
};

/// An index of some dozens of articles, with a ledger and a removed id, to flip bits of. Its values stand whole in the
/// postlist table, since each of its articles is short.
///
///   SmallIndex index;
///   const FlippedBit damage(index.path(), {"g1/postlist.glass", 12345});   // while it lives
class SmallIndex {
 public:
  /// Takes    lines of JSON that are added to the articles.
  explicit SmallIndex(const std::vector<std::string>& more = {});

  [[nodiscard]] const std::string& path() const { return index_; }
  /// Its generation's files, and the stub; those that are empty are left out.
  [[nodiscard]] std::vector<std::string> files() const;
  [[nodiscard]] std::string bytes_of(const std::string& file) const { return read_file(index_ + '/' + file); }

  /// Places anywhere in a file.
  [[nodiscard]] std::vector<Flip> anywhere(const std::string& file, std::size_t count, std::mt19937& random) const;
  /// Places in what blocks of a table say of themselves: heads, directories, heads of items.
  [[nodiscard]] std::vector<Flip> in_structure(const std::string& table, std::size_t count, std::mt19937& random) const;
  /// Places in the stored texts or the token sequences of articles, as the table holds them.
  [[nodiscard]] std::vector<Flip> in_values(unsigned value_slot, std::size_t count, std::mt19937& random) const;

 private:
  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

/// Turns a bit of a file, and turns it back at the end of its life.
class FlippedBit {
 public:
  FlippedBit(const std::string& index, const Flip& flip) : path_(index + '/' + flip.file), bit_(flip.bit) { turn(); }
  ~FlippedBit() { turn(); }
  FlippedBit(const FlippedBit&) = delete;
  FlippedBit& operator=(const FlippedBit&) = delete;

 private:
  void turn() const;

  std::string path_;
  std::size_t bit_;
};

}  // namespace timbao::test
