// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_jsonl.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/utf8.h"
#include "common/text/surrogates.h"
#include "indexer/input/article/measure.h"
#include "indexer/input/article/record_article.h"
#include "indexer/input/json/json_repair.h"
#include "indexer/input/text/wordpress.h"

namespace timbao {
namespace {

using simdjson::ondemand::json_type;

constexpr std::size_t kKeptBytes = 1U << 20U;  // a parser that grew for a longer record is replaced by a new one
constexpr std::size_t kMostKnownKeys = 1000;
constexpr std::size_t kBytesOfMember = 2 * sizeof(RecordMember) + 200;  // with its remark and a second copy of its name

/// The id among the members that were read before the fault; empty where there is none.
std::string id_among(const std::vector<RecordMember>& members) {
  for (const RecordMember& member : members)
    if (member.meaning.part == Part::id && !member.value.texts.empty()) return member.value.texts.front();
  return {};
}

/// Why a row of WordPress's table of posts is no article; empty for any other record.
std::string why_no_post_of(const std::vector<RecordMember>& members) {
  const auto word = [&members](std::string_view key) -> std::string_view {
    const auto member = std::find_if(members.begin(), members.end(), [key](const auto& m) { return m.key == key; });
    return member == members.end() || member->value.texts.empty() ? "" : std::string_view(member->value.texts.front());
  };
  return why_no_post({word("post_type"), word("post_status")});
}

}  // namespace

class JsonlParser::Memory {
 public:
  explicit Memory(const KeyMap& map) : map_(map) {}

  /// Reads the members of a record into `members`; where it throws, those before the fault are there.
  void read_members(const std::string& record, ValueReader& values, std::vector<RecordMember>& members) {
    simdjson::ondemand::document document =
        parser_.iterate(simdjson::padded_string_view(record.data(), record.size(), record.capacity()));
    for (simdjson::ondemand::field field : document.get_object()) take_member(field, values, members);
    const char* rest = nullptr;  // what follows the object, if anything does
    if (!document.current_location().get(rest)) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
  }

 private:
  void take_member(simdjson::ondemand::field field, ValueReader& values, std::vector<RecordMember>& members) {
    std::string key(std::string_view(field.unescaped_key()));
    simdjson::ondemand::value value = field.value();
    const KeyMeaning meaning = known_meaning(key);
    values.hold(kBytesOfMember + 2 * key.size());
    const InnerObject inner = inner_object(key);
    if (inner != InnerObject::value && value.type() == json_type::object)
      return take_members(value.get_object(), inner, values, members);
    if (meaning.part != Part::extra) return members.push_back({std::move(key), meaning, values.read(value)});
    if (value.type() != json_type::object) return members.push_back({std::move(key), {}, values.read(value)});
    take_members(value.get_object(), InnerObject::value, values, members);
  }

  /// Takes the members of an object within the record, as members of the record: those of the object `extra`, which is a
  /// value, mean nothing else.
  void take_members(simdjson::ondemand::object object, InnerObject kind, ValueReader& values,
                    std::vector<RecordMember>& members) {
    for (simdjson::ondemand::field inner : object) {
      std::string name(std::string_view(inner.unescaped_key()));
      values.hold(kBytesOfMember + 2 * name.size());
      KeyMeaning meaning = kind == InnerObject::value ? KeyMeaning{Part::extra} : known_meaning(name);
      if (kind == InnerObject::more) meaning.rank += kMostRank;
      members.push_back({std::move(name), meaning, values.read(inner.value())});
    }
  }

  /// The meaning of a key, from a cache: the records of one file all have the same few keys.
  KeyMeaning known_meaning(const std::string& key) {
    if (const auto known = meanings_.find(key); known != meanings_.end()) return known->second;
    if (meanings_.size() >= kMostKnownKeys) meanings_.clear();
    return meanings_[key] = map_.meaning_of(key);
  }

  const KeyMap& map_;
  simdjson::ondemand::parser parser_;
  std::unordered_map<std::string, KeyMeaning> meanings_;
};

JsonlParser::JsonlParser(std::size_t most_bytes, KeyMap map)
    : map_(std::move(map)), memory_(std::make_unique<Memory>(map_)), most_bytes_(most_bytes) {}
JsonlParser::~JsonlParser() = default;

ParsedArticle JsonlParser::parse(std::string& record) {
  const std::size_t replaced = replace_lone_surrogates(record);
  replace_odd_numbers(record);
  record.reserve(record.size() + simdjson::SIMDJSON_PADDING);
  std::vector<RecordMember> members;
  ParsedArticle parsed = read_record(record, members);
  const auto* const fault = std::get_if<Rejected>(&parsed);
  if (fault != nullptr && fault->reason == RejectReason::broken_record) {
    std::string loosened = loosened_json(record);
    loosened.reserve(loosened.size() + simdjson::SIMDJSON_PADDING);
    std::vector<RecordMember> found;
    ParsedArticle again = read_record(loosened, found);
    if (const auto* const other = std::get_if<Rejected>(&again);
        other == nullptr || other->reason != RejectReason::broken_record) {
      parsed = std::move(again);
      members = std::move(found);
    }
  }
  if (record.size() > kKeptBytes) memory_ = std::make_unique<Memory>(map_);
  if (auto* const rejected = std::get_if<Rejected>(&parsed))
    rejected->id = id_among(members);
  else if (auto* const read = std::get_if<ReadArticle>(&parsed))
    read->replaced = replaced;
  return parsed;
}

ParsedArticle JsonlParser::read_record(const std::string& record, std::vector<RecordMember>& members) {
  try {
    ValueReader values(most_bytes_);
    memory_->read_members(record, values, members);
    if (const std::string why = why_no_post_of(members); !why.empty())
      return passed_over_as("a post of WordPress " + why);
    ReadArticle read = RecordArticle(members).make();
    measure(read);
    if (read.article.title.empty() && read.article.body.empty())
      return rejected_as(RejectReason::empty, "has neither a title nor a body");
    return read;
  } catch (const simdjson::simdjson_error& error) {
    return rejected_as(RejectReason::broken_record, std::string("no JSON object that can be read: ") + error.what());
  } catch (const TooManyValues&) {
    return rejected_as(RejectReason::too_large, "holds more keys and values than --memory allows");
  }
}

}  // namespace timbao
