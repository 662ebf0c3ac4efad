// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/rtf.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/single_bytes.h"
#include "indexer/input/office/rtf_words.h"

namespace timbao {
namespace {

/// Where the text of a group goes.
enum class Destination : std::uint8_t { text, note, fonts, styles, nowhere };

struct Font {
  std::optional<LegacyFont> legacy;
  bool is_windows1258 = false;
};

/// What holds until a group ends.
struct Group {
  Destination destination = Destination::text;
  Font font;
  std::size_t fallbacks = 1;  // how many characters behind \u say the same for old programs
  bool is_optional = false;   // \* came first: the group is left out unless its word is known
  bool is_deleted = false;
};

constexpr int kVietnameseCharset = 163, kVietnameseCodePage = 1258;

/// The tables of fonts and styles at the beginning of a file.
class RtfTables {
 public:
  /// Begins a table or an entry: what follows is about the font or the style of this number.
  void start(int number) { number_ = number % kMostEntries; }
  void start_table() {
    name_.clear();
    number_ = 0;
  }

  void set_charset(int charset) { fonts_[number_].is_windows1258 = charset == kVietnameseCharset; }
  void set_code_page(int page) { is_windows1258_ = page == kVietnameseCodePage; }

  /// Gathers the name of a font or a style, which ";" ends.
  void add(Destination table, std::string_view character) {
    constexpr std::size_t kMostNameBytes = 100;
    if (character != ";") {
      if (name_.size() < kMostNameBytes) name_ += character;
      return;
    }
    if (table == Destination::fonts)
      fonts_[number_].legacy = legacy_font(name_);
    else
      styles_[number_] = style_named(name_);
    name_.clear();
  }

  [[nodiscard]] Font font(int number) const {
    const auto known = fonts_.find(number % kMostEntries);
    Font font = known == fonts_.end() ? Font{} : known->second;
    font.is_windows1258 = !font.legacy && (font.is_windows1258 || is_windows1258_);
    return font;
  }

  void set_default_font(int number) { default_font_ = number; }
  [[nodiscard]] Font default_font() const { return font(default_font_); }

  [[nodiscard]] ParagraphStyle style(int number) const {
    const auto known = styles_.find(number % kMostEntries);
    return known == styles_.end() ? ParagraphStyle::text : known->second;
  }

 private:
  static constexpr int kMostEntries = 10'000;  // numbers above are taken for others

  std::map<int, Font> fonts_;
  std::map<int, ParagraphStyle> styles_;
  std::string name_;
  int number_ = 0, default_font_ = 0;
  bool is_windows1258_ = false;  // by the code page of the file
};

/// The paragraphs while they are gathered.
class RtfParagraphs {
 public:
  void put(const Group& group, std::string_view text) {
    if (group.is_deleted) return;
    if (group.destination == Destination::text) paragraph_.append(text, group.font.legacy);
    if (group.destination == Destination::note) note_.append(text, group.font.legacy);
  }

  void end_paragraph() {
    paragraph_.style = style_;
    read_.add(std::exchange(paragraph_, {}));
    for (OfficeParagraph& note : notes_) read_.add(std::move(note));
    notes_.clear();
  }

  void end_note() {
    if (!note_.text.empty()) notes_.push_back(std::exchange(note_, {}));
  }
  void set_style(ParagraphStyle style) { style_ = style; }
  [[nodiscard]] OfficeText take() { return std::move(read_); }

 private:
  OfficeText read_;
  std::vector<OfficeParagraph> notes_;  // of the paragraph that is open
  OfficeParagraph paragraph_, note_;
  ParagraphStyle style_ = ParagraphStyle::text;
};

bool is_table(Destination destination) {
  return destination == Destination::fonts || destination == Destination::styles;
}

/// The character of one or two units of UTF-16, which come one by one.
class Utf16Units {
 public:
  /// Returns  the character that a unit ends; nothing behind the first unit of two, and for 0.
  std::optional<char32_t> add(int unit) {
    constexpr char32_t kUnits = 0x10000, kHigh = 0xD800, kLow = 0xDC00, kEnd = 0xE000;
    const auto code = static_cast<char32_t>(unit < 0 ? unit + static_cast<int>(kUnits) : unit);
    const char32_t high = std::exchange(high_, 0);
    if (code == 0 || code >= kUnits) return std::nullopt;
    if (code >= kHigh && code < kLow) {
      high_ = code;
      return std::nullopt;
    }
    if (code < kLow || code >= kEnd) return code;
    return high == 0 ? kReplacement : kUnits + ((high - kHigh) << 10U) + (code - kLow);
  }

 private:
  char32_t high_ = 0;
};

/// Where the reading stands: the groups that are open, and what was read before.
class RtfState {
 public:
  RtfState() { groups_.emplace_back(); }

  Group& group() { return groups_.back(); }
  RtfTables& tables() { return tables_; }

  /// Returns  false where the groups are nested too deeply.
  bool start_group() {
    flush();
    fallbacks_left_ = 0;
    if (groups_.size() > kMostRtfDepth) return false;
    groups_.push_back(group());
    group().is_optional = false;
    return true;
  }

  /// Returns  false where it was the group of the whole file: what stands behind it is no text.
  bool end_group() {
    flush();
    fallbacks_left_ = 0;
    if (groups_.size() == 1) return true;
    const bool ends_note = group().destination == Destination::note;
    groups_.pop_back();
    if (ends_note && group().destination != Destination::note) paragraphs_.end_note();
    return groups_.size() > 1;
  }

  void enter(Destination destination) {
    if (group().destination == Destination::nowhere) return;
    group().destination = destination;
    tables_.start_table();
  }

  /// Whether the next character only says for old programs what \u said.
  bool take_fallback() {
    if (fallbacks_left_ == 0) return false;
    --fallbacks_left_;
    return true;
  }
  void expect_fallbacks(std::size_t count) { fallbacks_left_ = count; }

  /// Adds a character as it stands, which is a byte of Windows-1258 where it is ASCII and the font is Vietnamese.
  void add_plain(std::string_view character) {
    units_ = {};  // the second half of a pair has to follow the first
    if (character.size() == 1 && group().font.is_windows1258 && !is_table(group().destination))
      bytes_ += character;
    else
      add_text(character);
  }

  void add_byte(unsigned char byte) {
    if (group().font.is_windows1258 && !is_table(group().destination)) {
      bytes_ += static_cast<char>(byte);
      return;
    }
    const bool stays = is_ascii(static_cast<char>(byte)) || group().font.legacy;
    add_character(stays ? byte : windows1252_character(byte));
  }

  /// Adds a unit of UTF-16; two may be one character.
  void add_unit(int unit) {
    if (const std::optional<char32_t> character = units_.add(unit)) add_character(*character);
  }

  void add_text(std::string_view text) {
    flush();
    if (is_table(group().destination))
      tables_.add(group().destination, text);
    else
      paragraphs_.put(group(), text);
  }

  /// Decodes the bytes that were gathered: in Windows-1258 a letter and its tone are two of them.
  void flush() {
    if (bytes_.empty()) return;
    paragraphs_.put(group(), decode(bytes_, Charset::windows1258).text);
    bytes_.clear();
  }

  void end_paragraph() {
    flush();
    if (group().destination == Destination::text) paragraphs_.end_paragraph();
    if (group().destination == Destination::note) paragraphs_.end_note();
  }

  void set_style(ParagraphStyle style) {
    if (group().destination == Destination::text) paragraphs_.set_style(style);
  }

  OfficeText finish() {
    flush();
    paragraphs_.end_paragraph();
    OfficeText read = paragraphs_.take();
    if (groups_.size() > 1 && read.end == DocumentEnd::whole) read.end = DocumentEnd::cut;
    return read;
  }

 private:
  void add_character(char32_t character) {
    std::string text;
    append_code_point(text, character);
    add_text(text);
  }

  std::vector<Group> groups_;
  RtfTables tables_;
  RtfParagraphs paragraphs_;
  Utf16Units units_;
  std::string bytes_;  // in Windows-1258, not decoded yet
  std::size_t fallbacks_left_ = 0;
};

// ---- what words do

using Action = void (*)(RtfState& state, const RtfWord& word, int number);

void sign(RtfState& state, const RtfWord& word, int /*number*/) {
  if (!is_table(state.group().destination)) state.add_text(word.text);
}
void end_paragraph(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.end_paragraph(); }
void leave_out(RtfState& state, const RtfWord& /*word*/, int /*number*/) {
  state.group().destination = Destination::nowhere;
}
void make_optional(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.group().is_optional = true; }
void enter_note(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.enter(Destination::note); }
void enter_fonts(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.enter(Destination::fonts); }
void enter_styles(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.enter(Destination::styles); }

void add_unit(RtfState& state, const RtfWord& /*word*/, int number) {
  state.add_unit(number);
  state.expect_fallbacks(state.group().fallbacks);
}

void set_fallbacks(RtfState& state, const RtfWord& /*word*/, int number) {
  constexpr int kMostFallbacks = 16;
  state.group().fallbacks = static_cast<std::size_t>(std::clamp(number, 0, kMostFallbacks));
}

void set_font(RtfState& state, const RtfWord& /*word*/, int number) {
  state.flush();
  state.tables().start(number);
  if (state.group().destination != Destination::fonts) state.group().font = state.tables().font(number);
}

void reset_font(RtfState& state, const RtfWord& /*word*/, int /*number*/) {
  state.flush();
  state.group().font = state.tables().default_font();
  state.group().is_deleted = false;
}

void set_default_font(RtfState& state, const RtfWord& /*word*/, int number) { state.tables().set_default_font(number); }

void set_charset(RtfState& state, const RtfWord& /*word*/, int number) {
  if (state.group().destination == Destination::fonts) state.tables().set_charset(number);
}

void set_code_page(RtfState& state, const RtfWord& /*word*/, int number) {
  state.tables().set_code_page(number);
  state.group().font = state.tables().default_font();
}

void set_style(RtfState& state, const RtfWord& /*word*/, int number) {
  state.tables().start(number);
  state.set_style(state.tables().style(number));
}
void reset_style(RtfState& state, const RtfWord& /*word*/, int /*number*/) { state.set_style(ParagraphStyle::text); }

void set_deleted(RtfState& state, const RtfWord& /*word*/, int number) {
  state.flush();
  state.group().is_deleted = number != 0;
}

/// By RtfAction.
constexpr std::array<Action, kRtfActions> kActions{
    sign,          end_paragraph, leave_out,   make_optional, enter_note, enter_fonts,      enter_styles,
    add_unit,      set_fallbacks, nullptr,     set_font,      reset_font, set_default_font, set_charset,
    set_code_page, set_style,     reset_style, set_deleted};

/// Goes through the bytes of a file.
class RtfReader {
 public:
  explicit RtfReader(std::string_view rtf) : rest_(rtf) {}

  OfficeText read() {
    while (!rest_.empty() && step()) {
    }
    return state_.finish();
  }

 private:
  /// Returns  false where nothing behind it is to be read.
  bool step() {
    const char byte = rest_.front();
    if (byte == '\\') {
      read_control();
      return true;
    }
    const std::string_view character = take(is_ascii(byte) ? 1 : read_code_point(rest_, 0).length);
    if (byte == '{') return state_.start_group();
    if (byte == '}') return state_.end_group();
    if (byte != '\r' && byte != '\n' && !state_.take_fallback()) state_.add_plain(character);
    return true;
  }

  void read_control() {
    const RtfControl control = read_rtf_control(rest_);
    take(control.length);
    if (control.kind == RtfControlKind::word) return obey(control);
    if (state_.take_fallback()) return;
    if (control.kind == RtfControlKind::byte)
      state_.add_byte(static_cast<unsigned char>(control.number));
    else
      state_.add_plain(control.word);
  }

  void obey(const RtfControl& control) {
    state_.expect_fallbacks(0);  // some programs write none
    const RtfWord* const word = rtf_word(control.word);
    Group& group = state_.group();
    if (word == nullptr) {
      if (group.is_optional) group.destination = Destination::nowhere;
    } else if (word->action == RtfAction::binary) {
      skip_bytes(static_cast<std::size_t>(std::max(control.number, 0)));
    } else {
      group.is_optional = false;
      kActions.at(static_cast<std::size_t>(word->action))(state_, *word, control.number);
    }
  }

  /// Passes over the bytes of a picture. They were read as UTF-8 before, so that the last one may be within a letter.
  void skip_bytes(std::size_t count) {
    take(count);
    while (!rest_.empty() && is_continuation(rest_.front())) take(1);
  }

  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
  RtfState state_;
};

}  // namespace

OfficeText read_rtf(std::string_view rtf) { return RtfReader(rtf).read(); }

}  // namespace timbao
