// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/detect.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/likeness.h"

namespace timbao {
namespace {

constexpr std::size_t kSampleBytes = 64U << 10U;
/// A text is in another charset than UTF-8 only where its words read as Vietnamese at least so well …
constexpr double kLeastShare = 0.6;
/// … and better than in UTF-8 by so much, …
constexpr double kLeastGain = 0.2;
/// … and as many of them as this. Three words can be spelled in several charsets.
constexpr double kLeastSum = 3;
constexpr std::array kCandidates{Charset::windows1258, Charset::tcvn3,  Charset::tcvn5712, Charset::vni,
                                 Charset::vps,         Charset::viscii, Charset::bkhcm1,   Charset::bkhcm2};

/// The beginning of a text, which does not end within a word.
std::string_view sample_of(std::string_view bytes) {
  if (bytes.size() <= kSampleBytes) return bytes;
  const std::size_t end = bytes.find_last_of(" \n\r\t", kSampleBytes);
  return bytes.substr(0, end == std::string_view::npos ? kSampleBytes : end);
}

/// How well a text reads in a charset; 0 where it has too few words to tell. What cannot be in the charset is as bad as a
/// word that nobody can spell.
double share_in(std::string_view bytes, Charset charset) {
  const DecodedText decoded = decode(bytes, charset);
  Likeness like = likeness(decoded.text);
  like.words += decoded.impossible;
  return like.sum < kLeastSum ? 0 : like.share();
}

}  // namespace

Charset detect_charset(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return Charset::utf8;
  const std::string_view sample = sample_of(bytes);
  Charset best = Charset::utf8;
  const double share_in_utf8 = share_in(sample, Charset::utf8);
  double best_share = std::max(kLeastShare, share_in_utf8 + kLeastGain);
  for (const Charset charset : kCandidates) {
    const double share = share_in(sample, charset);
    if (share <= best_share) continue;
    best = charset;
    best_share = share;
  }
  return best;
}

}  // namespace timbao
