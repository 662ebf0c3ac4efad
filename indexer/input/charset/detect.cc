// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/detect.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/runs.h"

namespace timbao {
namespace {

constexpr std::size_t kSampleBytes = 64U << 10U;
/// A text is in another charset than UTF-8 only where its words read as Vietnamese at least so well …
constexpr double kLeastShare = 0.6;
/// … and better than in UTF-8 by so much, …
constexpr double kLeastGain = 0.2;
/// … and as many of them as this. Three words can be spelled in several charsets.
constexpr double kLeastSum = 3;
/// A shorter text is doubted to be in a charset where its words read so well.
constexpr double kLeastDoubt = 0.9;
constexpr std::array kCandidates{Charset::windows1258, Charset::tcvn3,  Charset::tcvn5712, Charset::vni,
                                 Charset::vps,         Charset::viscii, Charset::bkhcm1,   Charset::bkhcm2};

/// The beginning of a text, which does not end within a word.
std::string_view sample_of(std::string_view bytes) {
  if (bytes.size() <= kSampleBytes) return bytes;
  const std::size_t end = bytes.find_last_of(" \n\r\t", kSampleBytes);
  return bytes.substr(0, end == std::string_view::npos ? kSampleBytes : end);
}

/// How many control characters a text has that are no white space: letters in some charsets, and nothing in others.
std::size_t control_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return c > 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  }));
}

/// How well a text reads in a charset. What cannot be in the charset is as bad as a word that nobody can spell.
Likeness likeness_in(std::string_view bytes, Charset charset) {
  const DecodedText decoded = decode(bytes, charset);
  Likeness like = likeness(decoded.text);
  like.words += decoded.impossible + control_characters(decoded.text);
  return like;
}

}  // namespace

DetectedCharset detect_charset(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return {};
  const std::string_view sample = sample_of(bytes);
  DetectedCharset detected;
  const Likeness in_utf8 = likeness_in(sample, Charset::utf8);
  double best_share = std::max(kLeastShare, (in_utf8.sum < kLeastSum ? 0 : in_utf8.share()) + kLeastGain);
  for (const Charset charset : kCandidates) {
    const Likeness like = likeness_in(sample, charset);
    if (like.sum < kLeastSum && like.share() > kLeastDoubt && detected.doubted == Charset::utf8)
      detected.doubted = charset;
    if (like.sum < kLeastSum || like.share() <= best_share) continue;
    detected.charset = charset;
    detected.share = best_share = like.share();
  }
  if (detected.charset == Charset::utf8) return detected;
  detected.doubted = Charset::utf8;
  const bool is_vietnamese = stands_in_vietnamese(sample, writing_of(charset_name(detected.charset)));
  return is_vietnamese ? detected : DetectedCharset{};
}

}  // namespace timbao
