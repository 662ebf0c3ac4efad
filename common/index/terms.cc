// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/terms.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

constexpr std::size_t kLongestKey = 200;
constexpr std::size_t kKeptOfLongKey = 160;

/// A letter with its quality mark, and the key that types the mark on a VNI keyboard. Tones are the keys 1 to 5.
struct MarkedLetter {
  std::string_view letter;
  char plain, key;
};
constexpr std::array<MarkedLetter, 7> kMarkedLetters{{{"đ", 'd', '9'},
                                                      {"ă", 'a', '8'},
                                                      {"ơ", 'o', '7'},
                                                      {"ư", 'u', '7'},
                                                      {"â", 'a', '6'},
                                                      {"ê", 'e', '6'},
                                                      {"ô", 'o', '6'}}};

/// The keys that type the quality marks of letters: "ngươi" -> "77".
std::string keys_of(std::string_view letters) {
  std::string keys;
  for (std::size_t at = 0; at < letters.size(); ++at)
    for (const MarkedLetter& mark : kMarkedLetters)
      if (letters.substr(at, mark.letter.size()) == mark.letter) keys += mark.key;
  return keys;
}

/// Types quality marks: each key marks the first letter that it can mark after the letter that the key before marked.
/// marked("nguoi", "77") == "ngươi". It returns "" if a key finds no letter.
std::string marked(std::string_view folded, std::string_view keys) {
  std::string letters;
  for (const char c : folded) {
    const auto mark = std::find_if(kMarkedLetters.begin(), kMarkedLetters.end(), [&](const MarkedLetter& known) {
      return !keys.empty() && known.plain == c && known.key == keys.front();
    });
    if (mark == kMarkedLetters.end()) {
      letters += c;
    } else {
      letters += mark->letter;
      keys.remove_prefix(1);
    }
  }
  return keys.empty() ? letters : std::string();
}

std::string without_scheme(std::string_view url) {
  const std::size_t scheme = std::min(url.find_first_of(":/?"), url.size());
  const bool has_scheme = starts_with(url.substr(scheme), "://");  // else another address, in the path or a parameter
  return std::string(has_scheme ? url.substr(scheme + 3) : url);
}

/// Parameters without those that only count visits: "a=1&utm_source=x&b=2" -> "a=1&b=2".
std::string plain_parameters(std::string_view parameters) {
  std::string kept;
  for (std::size_t at = 0; at <= parameters.size();) {
    const std::size_t end = std::min(parameters.find('&', at), parameters.size());
    const std::string_view one = parameters.substr(at, end - at);
    if (!one.empty() && !starts_with(one, "utm_")) kept += (kept.empty() ? "" : "&") + std::string(one);
    at = end + 1;
  }
  return kept;
}

/// The fragment, if it names a page of its own, which a program in the browser shows ("#!/tin/1"); otherwise nothing:
/// "#top" is a place in the same page.
std::string_view page_behind_hash(std::string_view fragment) {
  constexpr std::string_view kPage = "#!";
  if (!starts_with(fragment, kPage)) return {};
  while (fragment.size() > kPage.size() && fragment.back() == '/') fragment.remove_suffix(1);
  return fragment.size() > kPage.size() ? fragment : std::string_view();
}

/// Folded words joined by one space: "Báo  Tỉnh!" -> "bao tinh".
std::string folded_words(std::string_view name) {
  std::string words;
  const std::string folded = fold_text(name);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint next = read_code_point(folded, at);
    const LetterClass kind = class_of(next.value);
    if (kind == LetterClass::letter || kind == LetterClass::digit)
      words += folded.substr(at, next.length);
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
    at += next.length;
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

std::string digits(int number, int width) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%0*d", width, number);
  return text.data();
}

}  // namespace

std::string marks_of(std::string_view folded, std::string_view exact) {
  if (exact == folded) return {};
  const std::size_t tilde = exact.rfind('~');
  const std::string_view letters = exact.substr(0, tilde);
  const std::string keys = keys_of(letters);
  if (marked(folded, keys) != letters) return std::string(exact);
  return tilde == std::string_view::npos ? keys : keys + std::string(exact.substr(tilde + 1));
}

std::string exact_of(std::string_view folded, std::string_view marks) {
  if (marks.empty()) return std::string(folded);
  const std::size_t tone = marks.find_first_of("12345");
  const std::string letters = marked(folded, marks.substr(0, tone));
  if (letters.empty() || (tone != std::string_view::npos && tone + 1 != marks.size())) return std::string(marks);
  return tone == std::string_view::npos ? letters : letters + '~' + marks[tone];
}

std::string reading_term(std::string_view folded, std::string_view exact) {
  return readings_prefix(folded) + marks_of(folded, exact);
}

SplitTerm split_term(std::string_view reading_term) {
  const std::size_t tilde = reading_term.find('~');
  return {reading_term.substr(0, tilde), reading_term.substr(tilde + 1)};
}

std::string readings_prefix(std::string_view folded) { return std::string(folded) + '~'; }

std::string pair_term(std::string_view folded_left, std::string_view folded_right) {
  std::string term(prefix::kPair);
  term += folded_left;
  term += ' ';
  term += folded_right;
  return term;
}

std::string extra_term(const Extra& extra) {
  switch (extra.kind) {
    case ExtraKind::whole:
    case ExtraKind::range:
      return reading_term(extra.folded, extra.exact);
    case ExtraKind::day:
    case ExtraKind::day_of_month:
      return std::string(prefix::kDayInText) + extra.folded;
    case ExtraKind::document:
    case ExtraKind::document_type:
      break;
  }
  return std::string(prefix::kDocument) + bounded_key(extra.folded);
}

std::string bounded_key(std::string_view key) {
  const std::size_t zero = key.find('\0');  // Xapian stores each as two bytes, so a limit in bytes would not hold
  if (key.size() <= kLongestKey && zero == std::string_view::npos) return std::string(key);
  std::array<char, 17> hash{};
  std::snprintf(hash.data(), hash.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(key.data(), key.size())));
  return std::string(cut_at_code_point(key.substr(0, zero), kKeptOfLongKey)) + hash.data();
}

std::string plain_url(std::string_view url) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  std::string plain = without_scheme(url.substr(0, hash));
  const std::size_t question = plain.find('?');
  const std::string parameters = question == std::string::npos ? "" : plain_parameters(plain.substr(question + 1));
  if (question != std::string::npos) plain.resize(question);
  const auto host_end = plain.begin() + static_cast<std::ptrdiff_t>(std::min(plain.find('/'), plain.size()));
  std::transform(plain.begin(), host_end, plain.begin(), to_ascii_lower);
  while (!plain.empty() && plain.back() == '/') plain.pop_back();
  if (!parameters.empty()) plain += '?' + parameters;
  return plain.append(page_behind_hash(url.substr(hash)));
}

std::string id_term(std::string_view id) { return std::string(prefix::kId) + bounded_key(id); }

std::string path_term(std::string_view path) { return std::string(prefix::kPath) + bounded_key(path); }

std::string url_term(std::string_view url) { return std::string(prefix::kUrl) + bounded_key(plain_url(url)); }

std::string host_term(std::string_view url) {
  const std::string plain = plain_url(url);
  std::string_view host = std::string_view(plain).substr(0, plain.find_first_of("/?:"));
  if (starts_with(host, "www.")) host.remove_prefix(4);
  return std::string(prefix::kHost) + bounded_key(host);
}

std::string name_term(std::string_view term_prefix, std::string_view name) {
  return std::string(term_prefix) + bounded_key(folded_words(name));
}

std::string year_term(const Day& day) { return std::string(prefix::kYear) + digits(day.year, 4); }

std::string month_term(const Day& day) {
  return std::string(prefix::kMonth) + digits(day.year, 4) + digits(day.month, 2);
}

std::string day_term(const Day& day) {
  return std::string(prefix::kDay) + digits(day.year, 4) + digits(day.month, 2) + digits(day.day, 2);
}

}  // namespace timbao
