// SPDX-License-Identifier: GPL-2.0-or-later
// The formats `jsonl` and `json`: records that are JSON objects, one a line or over any number of lines. They are in
// one file because each is recognised by what the other is not.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/article/record_nest.h"
#include "indexer/input/files/line_reader.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/formats/json_table_reader.h"
#include "indexer/input/json/json_records.h"
#include "indexer/input/json/json_scan.h"

namespace timbao {
namespace {

// ---- recognising

/// Whether at least half of the lines that hold something are JSON objects. A last line that may go on behind the head
/// does not count.
bool are_mostly_objects(const FileHead& head) {
  std::size_t lines = 0, objects = 0;
  for (std::string_view rest = head.bytes; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos && !head.is_whole) break;
    const std::string_view line = without_leading_space(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) continue;
    ++lines;
    if (is_json_object(line)) ++objects;
  }
  return objects > 0 && 2 * objects >= lines;
}

/// What the object at the beginning of a head looks like.
enum class FirstObject : std::uint8_t {
  none,     ///< the head begins otherwise
  line,     ///< the first line is a JSON object
  several,  ///< a JSON object that something else stands behind, or of several lines
  broken,   ///< it is closed, but it is no JSON
  open,     ///< it goes on behind the head, or the source is cut off
};

/// Takes    the head without white space before it.
FirstObject first_object_of(std::string_view text, const FileHead& head) {
  if (!may_begin_json_object(text)) return FirstObject::none;
  const std::size_t line_end = text.find('\n');
  const bool has_whole_line = line_end != std::string_view::npos || head.is_whole;
  if (has_whole_line && is_json_object(text.substr(0, line_end))) return FirstObject::line;
  ObjectScan scan;
  const std::size_t length = scan.walk(text);
  if (!scan.is_closed()) return FirstObject::open;
  return is_json_object(text.substr(0, length)) ? FirstObject::several : FirstObject::broken;
}

bool has_jsonl_content(const FileHead& head) {
  const std::string_view text = without_leading_space(head.bytes);
  const FirstObject first = first_object_of(text, head);
  if (first == FirstObject::line) return true;
  if (first == FirstObject::open && text.find('\n') == std::string_view::npos)
    return true;  // a line longer than the head
  return are_mostly_objects(head);
}

/// Whether a head that begins with "[" is a list of objects, or a whole list of anything.
bool is_list_of_records(std::string_view text, const FileHead& head) {
  const std::string_view first = without_leading_space(text.substr(1));
  if (may_begin_json_object(first)) {
    ObjectScan scan;
    const std::size_t length = scan.walk(first);
    if (!scan.is_closed() || is_json_object(first.substr(0, length))) return true;
  }
  return head.is_whole && Json::accept(text);
}

/// Whether the beginning of a script's object names a title or a body, with quotes or without: other objects of scripts
/// are no records.
bool names_title_or_body(std::string_view object) {
  constexpr std::size_t kMostNameBytes = 60;
  constexpr std::string_view kBeforeName = "{,[ \t\r\n\"'";
  for (std::size_t colon = object.find(':'); colon != std::string_view::npos; colon = object.find(':', colon + 1)) {
    const std::size_t begin = colon - std::min(colon, kMostNameBytes);
    std::string_view name = object.substr(begin, colon - begin);
    while (!name.empty() && kBeforeName.find(name.back()) != std::string_view::npos) name.remove_suffix(1);
    name.remove_prefix(name.find_last_of(kBeforeName) + 1);  // npos + 1 is 0
    const Part part = meaning_of(name).part;
    if (part == Part::title || part == Part::body) return true;
  }
  return false;
}

/// Whether a head is JSON that a script gives a name. There the names of members need no quotes.
bool is_assigned_json(std::string_view text, const FileHead& head) {
  const std::size_t begin = assignment_before_json(text);
  if (begin == 0) return false;
  text.remove_prefix(begin);
  const std::string_view object = starts_with(text, "[") ? without_leading_space(text.substr(1)) : text;
  if (!starts_with(object, "{")) return head.is_whole && Json::accept(object);
  ObjectScan scan;
  const std::size_t length = scan.walk(object);
  if (scan.is_closed() && Json::accept(object.substr(0, length))) return true;
  const bool is_record = scan.is_closed() ? is_json_object(object.substr(0, length)) : may_begin_json_object(object);
  return is_record && names_title_or_body(object);
}

bool has_json_content(const FileHead& head) {
  const std::string_view text = without_leading_space(head.bytes);
  if (begins_table_of_articles(text)) return true;
  if (is_assigned_json(text, head) || (starts_with(text, "{") && objects_around_records(text) > 0)) return true;
  if (starts_with(text, "[")) return is_list_of_records(text, head);
  const FirstObject first = first_object_of(text, head);
  if (first != FirstObject::open) return first == FirstObject::several;
  return text.find('\n') != std::string_view::npos && !are_mostly_objects(head);
}

bool is_first_line_an_object(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != std::string_view::npos && is_json_object(bytes.substr(0, end));
}

// ---- reading

bool is_blank_byte(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_blank_byte); }

/// A list that is written with a record a line has a comma behind every record but the last.
std::string& without_comma(std::string& line) {
  const std::size_t end = line.find_last_not_of(" \t\r");
  if (end != std::string::npos && line[end] == ',') line.resize(end);
  return line;
}

/// Whether a line is what files for Elasticsearch's bulk API have before each record: {"index":{"_id":"7"}}.
bool begins_bulk_action(std::string_view line) {
  constexpr std::array<std::string_view, 4> kActions{"{\"index\":{", "{\"create\":{", "{\"update\":{", "{\"delete\":{"};
  std::string plain(line.substr(0, 40));
  plain.erase(std::remove_if(plain.begin(), plain.end(), is_blank_byte), plain.end());
  return std::any_of(kActions.begin(), kActions.end(),
                     [&](std::string_view action) { return starts_with(plain, action); });
}

class LinesOfJson : public FormatReader {
 public:
  explicit LinesOfJson(const FormatInput& from) : lines_(from.input, from.limit_bytes), parser_(from.records) {}

  std::optional<Record> next() override {
    while (lines_.next()) {
      const RecordPlace place{lines_.number(), lines_.number()};
      if (lines_.is_too_long()) return Record{lines_.text(), place, true};
      if (!is_blank(lines_.text())) return Record{without_comma(lines_.text()), place};
    }
    return std::nullopt;
  }

  ParsedArticle parse(std::string& text) override {
    ParsedArticle parsed = parser_.parse(text);
    const auto* const rejected = std::get_if<Rejected>(&parsed);
    const bool is_empty = rejected != nullptr && rejected->reason == RejectReason::empty;
    return is_empty && begins_bulk_action(text) ? passed_over_as("an action of Elasticsearch, without its record")
                                                : parsed;
  }

 private:
  LineReader lines_;
  JsonlParser& parser_;
};

class ObjectsOfJson : public FormatReader {
 public:
  explicit ObjectsOfJson(const FormatInput& from)
      : around_(objects_around_records(from.input.bytes())),
        records_(from.input, from.limit_bytes, around_),
        parser_(from.records) {
    const std::string_view head = from.input.bytes(), text = without_leading_space(head);
    const std::size_t assignment = assignment_before_json(text);
    if (assignment > 0) records_.skip(head.size() - text.size() + assignment);
  }

  std::optional<Record> next() override {
    if (!records_.next()) return std::nullopt;
    copy_ = records_.text();
    return Record{copy_, {records_.line(), records_.number()}, records_.is_too_long()};
  }

  ParsedArticle parse(std::string& text) override {
    ParsedArticle parsed = parser_.parse(text);
    const auto* const rejected = std::get_if<Rejected>(&parsed);
    if (rejected == nullptr) return parsed;
    if (rejected->reason == RejectReason::broken_record) records_.restart_inside();
    if (rejected->reason == RejectReason::empty && around_ > 0)
      return passed_over_as("an object beside the records, with neither a title nor a body");
    return parsed;
  }

 private:
  std::size_t around_;
  JsonRecords records_;
  JsonlParser& parser_;
  std::string copy_;  // changed by the parser; the record itself may have to be cut anew
};

std::unique_ptr<FormatReader> open_jsonl(const FormatInput& from) { return std::make_unique<LinesOfJson>(from); }
std::unique_ptr<FormatReader> open_json(const FormatInput& from) {
  const bool is_table = begins_table_of_articles(without_leading_space(from.input.bytes()));
  return is_table ? open_json_table(from) : std::make_unique<ObjectsOfJson>(from);
}

}  // namespace

FormatRow jsonl_format() { return {Format::jsonl, has_jsonl_content, is_first_line_an_object, open_jsonl}; }
FormatRow json_format() { return {Format::json, has_json_content, nullptr, open_json}; }

}  // namespace timbao
