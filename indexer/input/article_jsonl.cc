// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article_jsonl.h"

#include <simdjson.h>

#include <string_view>
#include <utility>

#include "common/base/json.h"
#include "common/text/surrogates.h"
#include "common/text/utf8.h"
#include "indexer/input/article_jsonl_keys.h"
#include "indexer/input/measure.h"
#include "indexer/input/plain_text.h"

namespace timbao {
namespace {

using simdjson::ondemand::json_type;

constexpr std::size_t kKeptBytes = 1U << 20U;  // a parser that a longer line made grow is made anew

/// A string, number or truth value; nothing for null and for what is nested.
///
/// The raw text of a number is kept, so that an id of 30 digits or a page "1.50" stays as it was printed.
void take_scalar(simdjson::ondemand::value value, JsonValue& taken) {
  const json_type type = value.type();
  if (type == json_type::string) {
    taken.texts.emplace_back(std::string_view(value.get_string()));
    taken.is_string.push_back(true);
  } else if (type == json_type::number || type == json_type::boolean) {
    taken.texts.emplace_back(trim(value.raw_json_token()));
    taken.is_string.push_back(false);
    if (!Json::accept(taken.texts.back())) throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
  } else if (type == json_type::null) {
    if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
  }
}

JsonValue value_of(simdjson::ondemand::value value) {
  JsonValue taken;
  taken.is_list = value.type() == json_type::array;
  if (!taken.is_list) {
    take_scalar(value, taken);
    return taken;
  }
  for (simdjson::ondemand::value element : value.get_array()) take_scalar(element, taken);
  return taken;
}

void take_extra(simdjson::ondemand::value value, Article& article) {
  for (simdjson::ondemand::field field : value.get_object()) {
    const std::string key(std::string_view(field.unescaped_key()));
    const JsonValue taken = value_of(field.value());
    if (!taken.texts.empty() && !taken.is_list) article.others.push_back({"extra." + key, json_of(taken)});
  }
}

void take_field(simdjson::ondemand::field field, ReadArticle& read) {
  const std::string key(std::string_view(field.unescaped_key()));
  simdjson::ondemand::value value = field.value();
  if (key == "extra" && value.type() == json_type::object) return take_extra(value, read.article);
  const KeyRow* const row = key_row(key);
  const JsonValue taken = value_of(value);
  if (row == nullptr || (row->is_alias && row->is_set(read))) {
    keep_other(read.article, key, taken);
  } else if (!taken.texts.empty()) {
    row->set(read, taken);
  }
}

Rejected broken(const ReadArticle& read, std::string detail) {
  Rejected rejected;
  rejected.id = read.article.id;
  rejected.reason = RejectReason::broken_record;
  rejected.detail = std::move(detail);
  return rejected;
}

std::size_t repair(std::string& line) {
  if (well_formed_prefix(line) == line.size()) return 0;
  RepairedText repaired = repair_utf8(line);
  line = std::move(repaired.text);
  return repaired.replaced;
}

}  // namespace

class JsonlParser::Memory {
 public:
  /// The record's fields, as far as they can be read into `read`.
  void read_fields(const std::string& line, ReadArticle& read) {
    simdjson::ondemand::document document =
        parser_.iterate(simdjson::padded_string_view(line.data(), line.size(), line.capacity()));
    for (simdjson::ondemand::field field : document.get_object()) take_field(field, read);
    const char* rest = nullptr;  // what follows the object, if anything does
    if (!document.current_location().get(rest)) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
  }

 private:
  simdjson::ondemand::parser parser_;
};

JsonlParser::JsonlParser() : memory_(std::make_unique<Memory>()) {}
JsonlParser::~JsonlParser() = default;

ParsedArticle JsonlParser::parse(std::string& line) {
  const std::size_t repaired = repair(line);
  const std::size_t lone = replace_lone_surrogates(line);
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  ReadArticle read;
  try {
    memory_->read_fields(line, read);
  } catch (const simdjson::simdjson_error& error) {
    if (line.size() > kKeptBytes) memory_ = std::make_unique<Memory>();
    return broken(read, std::string("no JSON object that can be read: ") + error.what());
  }
  if (line.size() > kKeptBytes) memory_ = std::make_unique<Memory>();
  read.replaced = repaired + lone;
  read.bytes = text_bytes(read.article);
  if (!read.article.title.empty() || !read.article.body.empty()) return read;
  Rejected rejected = broken(read, "has neither a title nor a body");
  rejected.reason = RejectReason::empty;
  return rejected;
}

}  // namespace timbao
