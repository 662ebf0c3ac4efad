// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/references.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/charset/single_bytes.h"

namespace timbao {
namespace {

constexpr std::size_t kMostDigits = 8;

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

constexpr std::array kNames{
    NamedCharacter{"Agrave", U'À'},    NamedCharacter{"Aacute", U'Á'},   NamedCharacter{"Acirc", U'Â'},
    NamedCharacter{"Atilde", U'Ã'},    NamedCharacter{"Egrave", U'È'},   NamedCharacter{"Eacute", U'É'},
    NamedCharacter{"Ecirc", U'Ê'},     NamedCharacter{"Igrave", U'Ì'},   NamedCharacter{"Iacute", U'Í'},
    NamedCharacter{"Ograve", U'Ò'},    NamedCharacter{"Oacute", U'Ó'},   NamedCharacter{"Ocirc", U'Ô'},
    NamedCharacter{"Otilde", U'Õ'},    NamedCharacter{"Ugrave", U'Ù'},   NamedCharacter{"Uacute", U'Ú'},
    NamedCharacter{"Yacute", U'Ý'},    NamedCharacter{"ETH", U'Ð'},      NamedCharacter{"agrave", U'à'},
    NamedCharacter{"aacute", U'á'},    NamedCharacter{"acirc", U'â'},    NamedCharacter{"atilde", U'ã'},
    NamedCharacter{"egrave", U'è'},    NamedCharacter{"eacute", U'é'},   NamedCharacter{"ecirc", U'ê'},
    NamedCharacter{"igrave", U'ì'},    NamedCharacter{"iacute", U'í'},   NamedCharacter{"ograve", U'ò'},
    NamedCharacter{"oacute", U'ó'},    NamedCharacter{"ocirc", U'ô'},    NamedCharacter{"otilde", U'õ'},
    NamedCharacter{"ugrave", U'ù'},    NamedCharacter{"uacute", U'ú'},   NamedCharacter{"yacute", U'ý'},
    NamedCharacter{"eth", U'ð'},       NamedCharacter{"Auml", U'Ä'},     NamedCharacter{"Euml", U'Ë'},
    NamedCharacter{"Ouml", U'Ö'},      NamedCharacter{"Uuml", U'Ü'},     NamedCharacter{"auml", U'ä'},
    NamedCharacter{"euml", U'ë'},      NamedCharacter{"iuml", U'ï'},     NamedCharacter{"ouml", U'ö'},
    NamedCharacter{"uuml", U'ü'},      NamedCharacter{"ntilde", U'ñ'},   NamedCharacter{"ccedil", U'ç'},
    NamedCharacter{"szlig", U'ß'},     NamedCharacter{"oslash", U'ø'},   NamedCharacter{"aring", U'å'},
    NamedCharacter{"nbsp", U'\u00A0'}, NamedCharacter{"shy", U'\u00AD'}, NamedCharacter{"laquo", U'«'},
    NamedCharacter{"raquo", U'»'},     NamedCharacter{"deg", U'°'},      NamedCharacter{"middot", U'·'},
    NamedCharacter{"copy", U'©'},      NamedCharacter{"reg", U'®'},      NamedCharacter{"trade", U'™'},
    NamedCharacter{"times", U'×'},     NamedCharacter{"plusmn", U'±'},   NamedCharacter{"sup2", U'²'},
    NamedCharacter{"sup3", U'³'},      NamedCharacter{"frac12", U'½'},   NamedCharacter{"frac14", U'¼'},
    NamedCharacter{"ldquo", U'“'},     NamedCharacter{"rdquo", U'”'},    NamedCharacter{"lsquo", U'‘'},
    NamedCharacter{"rsquo", U'’'},     NamedCharacter{"bdquo", U'„'},    NamedCharacter{"sbquo", U'‚'},
    NamedCharacter{"ndash", U'–'},     NamedCharacter{"mdash", U'—'},    NamedCharacter{"hellip", U'…'},
    NamedCharacter{"bull", U'•'},      NamedCharacter{"euro", U'€'},     NamedCharacter{"permil", U'‰'},
    NamedCharacter{"quot", U'"'},      NamedCharacter{"apos", U'\''},    NamedCharacter{"amp", U'&'},
};

struct Reference {
  char32_t character = 0;  // 0: there is none
  std::size_t bytes = 0;
};

/// The number of a numeric reference as a character; nothing where it is none that text has.
std::optional<char32_t> character_of_number(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return windows1252_character(static_cast<unsigned char>(number));
  if (number < ' ' || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return std::nullopt;
  return u_charType(static_cast<UChar32>(number)) == U_UNASSIGNED ? std::nullopt
                                                                  : std::optional(static_cast<char32_t>(number));
}

/// Takes    what follows "&#".
Reference numeric_reference(std::string_view text) {
  const bool is_hex = starts_with(text, "x") || starts_with(text, "X");
  const std::string_view digits = text.substr(is_hex ? 1 : 0).substr(0, kMostDigits);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hex ? 16 : 10);
  if (error != std::errc() || end == digits.data() + digits.size() || *end != ';') return {};
  const std::optional<char32_t> character = character_of_number(number);
  if (!character) return {};
  return {*character, (is_hex ? 1U : 0U) + static_cast<std::size_t>(end - digits.data()) + 1};
}

/// Takes    what follows "&".
Reference named_reference(std::string_view text) {
  const auto* const found = std::find_if(kNames.begin(), kNames.end(), [text](const NamedCharacter& row) {
    return starts_with(text, row.name) && text.size() > row.name.size() && text[row.name.size()] == ';';
  });
  return found == kNames.end() ? Reference{} : Reference{found->character, found->name.size() + 1};
}

/// The reference at "&", also where its own "&" is written as "&amp;".
Reference reference_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kAmp = "amp;";
  std::string_view behind = text.substr(at + 1);
  std::size_t before = 1;
  while (starts_with(behind, kAmp) && before <= 2 * kAmp.size()) {
    behind.remove_prefix(kAmp.size());
    before += kAmp.size();
  }
  const bool is_number = starts_with(behind, "#");
  Reference reference = is_number ? numeric_reference(behind.substr(1)) : named_reference(behind);
  if (reference.character != 0) return {reference.character, before + (is_number ? 1U : 0U) + reference.bytes};
  if (before > 1) reference = named_reference(text.substr(at + 1));  // "&amp;" before something else
  return reference.character == 0 ? Reference{} : Reference{reference.character, 1 + reference.bytes};
}

/// Whether "<" begins a tag somewhere: a letter or "/" follows it.
bool has_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (at + 1 < text.size() && (is_ascii_letter(text[at + 1]) || text[at + 1] == '/')) return true;
  return false;
}

}  // namespace

DereferencedText without_references(std::string_view text) {
  DereferencedText result;
  if (text.find('&') == std::string_view::npos) return {std::string(text)};
  const char32_t least = has_tag(text) ? 0x80 : 0;
  std::size_t written = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    Reference reference = reference_at(text, at);
    if (reference.bytes == 0 || reference.character < least || reference.character == U'<' ||
        reference.character == U'>') {
      ++at;
      continue;
    }
    result.text += text.substr(written, at - written);
    append_code_point(result.text, reference.character);
    ++result.count;
    at += reference.bytes;
    written = at;
  }
  result.text += text.substr(written);
  return result;
}

}  // namespace timbao
