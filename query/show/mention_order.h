// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "query/request/mention.h"
#include "query/show/mention_cutter.h"

namespace timbao {

/// Makes the keys by which mentions are sorted.
///
///   MentionKeys keys(MentionSort::left);
///   keys.key(mention)       of "… chi bộ của <Đảng>" the words của, bộ, chi, … in this order
///
/// Words are compared one after the other, each by collation_key(): no spelling of a word stands between two words of
/// another. The words of a context are those that are shown.
///
/// Errors   none.
/// Source   docs/mentions.md. Covered by mentions_oracle_test.
/// Threads  one a thread: it caches the keys of words.
class MentionKeys {
 public:
  explicit MentionKeys(MentionSort sort) : sort_(sort) {}

  /// Bytes that stand in the order of the mentions when they are compared as bytes; empty for MentionSort::date, in
  /// which articles are read already.
  [[nodiscard]] std::string key(const TextMention& mention);

 private:
  [[nodiscard]] const std::string& key_of_word(std::string_view exact);

  MentionSort sort_;
  std::unordered_map<std::string, std::string> words_;  // exact keys
};

}  // namespace timbao
