// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_words.h"

#include <array>

#include "common/base/ascii.h"

namespace timbao {
namespace {

struct WordRow {
  std::string_view word;  // in lower case, NFC; found without marks too
  DateWord kind;
  int value = 0;
};

constexpr int kVietnam = 7 * 60;

// Names of weekdays are fillers: newspapers print wrong ones (of the day of editing, of the server's zone), and the
// date beside them is what they mean.
constexpr std::array kWords{
    WordRow{"ngày", DateWord::filler},
    WordRow{"mùng", DateWord::filler},
    WordRow{"mồng", DateWord::filler},
    WordRow{"lúc", DateWord::filler},
    WordRow{"vào", DateWord::filler},
    WordRow{"cập nhật", DateWord::filler},
    WordRow{"lần cuối", DateWord::filler},
    WordRow{"đăng", DateWord::filler},
    WordRow{"đăng tải", DateWord::filler},
    WordRow{"gửi", DateWord::filler},
    WordRow{"xuất bản", DateWord::filler},
    WordRow{"phát hành", DateWord::filler},
    WordRow{"thời gian", DateWord::filler},
    WordRow{"update", DateWord::filler},
    WordRow{"updated", DateWord::filler},
    WordRow{"last updated", DateWord::filler},
    WordRow{"published", DateWord::filler},
    WordRow{"posted", DateWord::filler},
    WordRow{"date", DateWord::filler},
    WordRow{"on", DateWord::filler},
    WordRow{"at", DateWord::filler},
    WordRow{"thứ hai", DateWord::filler},
    WordRow{"thứ ba", DateWord::filler},
    WordRow{"thứ tư", DateWord::filler},
    WordRow{"thứ năm", DateWord::filler},
    WordRow{"thứ sáu", DateWord::filler},
    WordRow{"thứ bảy", DateWord::filler},
    WordRow{"thứ bẩy", DateWord::filler},
    WordRow{"chủ nhật", DateWord::filler},
    WordRow{"chúa nhật", DateWord::filler},
    WordRow{"cn", DateWord::filler},
    WordRow{"thứ 2", DateWord::filler},
    WordRow{"thứ 3", DateWord::filler},
    WordRow{"thứ 4", DateWord::filler},
    WordRow{"thứ 5", DateWord::filler},
    WordRow{"thứ 6", DateWord::filler},
    WordRow{"thứ 7", DateWord::filler},
    WordRow{"t2", DateWord::filler},
    WordRow{"t3", DateWord::filler},
    WordRow{"t4", DateWord::filler},
    WordRow{"t5", DateWord::filler},
    WordRow{"t6", DateWord::filler},
    WordRow{"t7", DateWord::filler},
    WordRow{"mon", DateWord::filler},
    WordRow{"tue", DateWord::filler},
    WordRow{"wed", DateWord::filler},
    WordRow{"thu", DateWord::filler},
    WordRow{"fri", DateWord::filler},
    WordRow{"sat", DateWord::filler},
    WordRow{"sun", DateWord::filler},
    WordRow{"monday", DateWord::filler},
    WordRow{"tuesday", DateWord::filler},
    WordRow{"wednesday", DateWord::filler},
    WordRow{"thursday", DateWord::filler},
    WordRow{"friday", DateWord::filler},
    WordRow{"saturday", DateWord::filler},
    WordRow{"sunday", DateWord::filler},
    WordRow{"tháng một", DateWord::month, 1},
    WordRow{"tháng giêng", DateWord::month, 1},
    WordRow{"tháng hai", DateWord::month, 2},
    WordRow{"tháng ba", DateWord::month, 3},
    WordRow{"tháng tư", DateWord::month, 4},
    WordRow{"tháng năm", DateWord::month, 5},
    WordRow{"tháng sáu", DateWord::month, 6},
    WordRow{"tháng bảy", DateWord::month, 7},
    WordRow{"tháng tám", DateWord::month, 8},
    WordRow{"tháng chín", DateWord::month, 9},
    WordRow{"tháng mười", DateWord::month, 10},
    WordRow{"tháng mười một", DateWord::month, 11},
    WordRow{"tháng mười hai", DateWord::month, 12},
    WordRow{"jan", DateWord::month, 1},
    WordRow{"feb", DateWord::month, 2},
    WordRow{"mar", DateWord::month, 3},
    WordRow{"apr", DateWord::month, 4},
    WordRow{"may", DateWord::month, 5},
    WordRow{"jun", DateWord::month, 6},
    WordRow{"jul", DateWord::month, 7},
    WordRow{"aug", DateWord::month, 8},
    WordRow{"sep", DateWord::month, 9},
    WordRow{"sept", DateWord::month, 9},
    WordRow{"oct", DateWord::month, 10},
    WordRow{"nov", DateWord::month, 11},
    WordRow{"dec", DateWord::month, 12},
    WordRow{"january", DateWord::month, 1},
    WordRow{"february", DateWord::month, 2},
    WordRow{"march", DateWord::month, 3},
    WordRow{"april", DateWord::month, 4},
    WordRow{"june", DateWord::month, 6},
    WordRow{"july", DateWord::month, 7},
    WordRow{"august", DateWord::month, 8},
    WordRow{"september", DateWord::month, 9},
    WordRow{"october", DateWord::month, 10},
    WordRow{"november", DateWord::month, 11},
    WordRow{"december", DateWord::month, 12},
    WordRow{"gmt", DateWord::base, 0},
    WordRow{"utc", DateWord::base, 0},
    WordRow{"ut", DateWord::zone, 0},
    WordRow{"z", DateWord::zone, 0},
    WordRow{"est", DateWord::zone, -5 * 60},
    WordRow{"edt", DateWord::zone, -4 * 60},
    WordRow{"cst", DateWord::zone, -6 * 60},
    WordRow{"cdt", DateWord::zone, -5 * 60},
    WordRow{"mst", DateWord::zone, -7 * 60},
    WordRow{"mdt", DateWord::zone, -6 * 60},
    WordRow{"pst", DateWord::zone, -8 * 60},
    WordRow{"pdt", DateWord::zone, -7 * 60},
    WordRow{"ict", DateWord::zone, kVietnam},
    WordRow{"indochina time", DateWord::zone, kVietnam},
    WordRow{"giờ đông dương", DateWord::zone, kVietnam},
    WordRow{"giờ việt nam", DateWord::zone, kVietnam},
    WordRow{"giờ hà nội", DateWord::zone, kVietnam},
    WordRow{"asia/ho_chi_minh", DateWord::zone, kVietnam},
    WordRow{"asia/saigon", DateWord::zone, kVietnam},
    WordRow{"asia/bangkok", DateWord::zone, kVietnam},
    WordRow{"am", DateWord::half_day},
    WordRow{"a.m.", DateWord::half_day},
    WordRow{"sa", DateWord::half_day},
    WordRow{"pm", DateWord::half_day},
    WordRow{"p.m.", DateWord::half_day},
    WordRow{"ch", DateWord::half_day},
    WordRow{"sáng", DateWord::half_day},
    WordRow{"trưa", DateWord::half_day},
    WordRow{"chiều", DateWord::half_day},
    WordRow{"tối", DateWord::half_day},
    WordRow{"đêm", DateWord::half_day},
    WordRow{"giờ", DateWord::hour},
    WordRow{"g", DateWord::hour},
    WordRow{"h", DateWord::hour},
    WordRow{"phút", DateWord::minute},
    WordRow{"ph", DateWord::minute},
    WordRow{"p", DateWord::minute},
    WordRow{"m", DateWord::minute},
    WordRow{"'", DateWord::minute},
    WordRow{"giây", DateWord::second},
    WordRow{"s", DateWord::second},
    WordRow{"tháng", DateWord::of_month},
    WordRow{"thg", DateWord::of_month},
    WordRow{"năm", DateWord::other},
    WordRow{"t", DateWord::other},
    WordRow{"w", DateWord::other},
};

// 24-hour clocks with a half of the day behind them are printed too ("00:35 AM", "13:05 PM"). What half "12 giờ đêm"
// belongs to is not clear, so it is in no row.
struct HalfDayRow {
  std::string_view word;
  int first_hour, last_hour;
  int add;
};
constexpr std::array kHalfDays{
    HalfDayRow{"am", 0, 11, 0},      HalfDayRow{"am", 12, 12, -12},  HalfDayRow{"a.m.", 0, 11, 0},
    HalfDayRow{"a.m.", 12, 12, -12}, HalfDayRow{"sa", 0, 11, 0},     HalfDayRow{"sa", 12, 12, -12},
    HalfDayRow{"pm", 1, 11, 12},     HalfDayRow{"pm", 12, 23, 0},    HalfDayRow{"p.m.", 1, 11, 12},
    HalfDayRow{"p.m.", 12, 23, 0},   HalfDayRow{"ch", 1, 11, 12},    HalfDayRow{"ch", 12, 23, 0},
    HalfDayRow{"sáng", 0, 11, 0},    HalfDayRow{"trưa", 10, 14, 0},  HalfDayRow{"trưa", 1, 2, 12},
    HalfDayRow{"chiều", 1, 7, 12},   HalfDayRow{"chiều", 12, 19, 0}, HalfDayRow{"tối", 5, 11, 12},
    HalfDayRow{"tối", 17, 23, 0},    HalfDayRow{"đêm", 0, 4, 0},     HalfDayRow{"đêm", 7, 11, 12},
    HalfDayRow{"đêm", 19, 23, 0},
};

/// The rows of words by the byte with which they begin in a line, so that most words need not be compared: those of a
/// byte stand in `rows` from begins[byte] to begins[byte + 1].
struct RowsByByte {
  std::array<std::size_t, 0x81> begins{};
  std::array<std::size_t, kWords.size()> rows{};
};

constexpr RowsByByte rows_by_byte() {
  RowsByByte by_byte;
  std::size_t count = 0;
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    by_byte.begins[byte] = count;
    for (std::size_t row = 0; row < kWords.size(); ++row) {
      const char first = kWords[row].word.front();
      const char in_line = is_ascii(first) ? first : 'd';  // "đ" is the only one beyond ASCII
      if (static_cast<std::size_t>(in_line) == byte) by_byte.rows[count++] = row;
    }
  }
  by_byte.begins[0x80] = count;
  return by_byte;
}

template <typename Takes>
std::optional<FoundWord> find_longest(const DateLine& line, std::size_t at, Takes takes) {
  constexpr RowsByByte kRows = rows_by_byte();
  std::optional<FoundWord> found;
  if (!is_letter_at(line, at) && byte_at(line.plain, at) != '\'') return found;
  const auto byte = static_cast<unsigned char>(line.plain[at]);
  for (std::size_t place = kRows.begins[byte]; place < kRows.begins[byte + 1U]; ++place) {
    const std::size_t row = kRows.rows[place];
    if (!takes(kWords[row].kind)) continue;
    const std::optional<std::size_t> end = match_word(line, at, kWords[row].word);
    if (end && (!found || *end > found->end)) found = FoundWord{*end, kWords[row].value, row, kWords[row].kind};
  }
  return found;
}

}  // namespace

std::optional<FoundWord> find_date_word(const DateLine& line, std::size_t at, DateWord kind) {
  return find_longest(line, at, [kind](DateWord other) { return other == kind; });
}

std::optional<FoundWord> find_any_date_word(const DateLine& line, std::size_t at) {
  return find_longest(line, at, [](DateWord /*kind*/) { return true; });
}

std::optional<int> hour_of_day(int hour, const FoundWord& half_day) {
  for (const HalfDayRow& row : kHalfDays) {
    if (row.word == kWords[half_day.row].word && hour >= row.first_hour && hour <= row.last_hour) return hour + row.add;
  }
  return std::nullopt;
}

}  // namespace timbao
