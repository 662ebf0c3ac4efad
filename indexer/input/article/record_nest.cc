// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/record_nest.h"

#include <bitset>
#include <vector>

#include "common/base/ascii.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/json/json_string.h"
#include "indexer/input/json/json_value.h"

namespace timbao {
namespace {

constexpr std::size_t kMostObjects = 200;  // looked at
constexpr std::size_t kMostKeyBytes = 60;

/// An object of the head, and the parts of an article that its keys name.
struct SeenObject {
  std::size_t around = 0;  ///< objects that it stands in
  InnerObject kind = InnerObject::value;
  std::bitset<kParts> parts;

  [[nodiscard]] bool has(Part part) const { return parts[static_cast<std::size_t>(part)]; }
  [[nodiscard]] bool is_record() const {
    return kind != InnerObject::more && (has(Part::title) || has(Part::body)) && parts.count() >= 2;
  }
};

/// Walks over the first object or list of a head, and notes the objects in it.
class NestWalk {
 public:
  std::vector<SeenObject> objects_of(std::string_view head) {
    for (std::size_t at = head.find_first_of("{["); at < head.size() && !is_over_;) {
      const char c = head[at];
      const std::size_t end = c == '"' ? end_of_json_string(head, at) : at + 1;
      if (c == '"') take_string(head.substr(at + 1, end - at - 2), head.substr(end));
      if (c == '{' || c == '[') open(c);
      if (c == '}' || c == ']') close();
      at = end;
    }
    return std::move(seen_);
  }

 private:
  /// A list or an object that is open: the place of its object in seen_, and whether it is an object.
  struct Level {
    std::size_t object = 0;
    bool is_object = false;
  };

  void take_string(std::string_view text, std::string_view behind) {
    const std::size_t sign = behind.find_first_not_of(" \t\r\n");
    key_ = {};
    if (levels_.empty() || !levels_.back().is_object || byte_at(behind, sign) != ':' || text.size() > kMostKeyBytes)
      return;
    key_ = text;
    const Part part = meaning_of(text).part;
    if (part < Part::extra && inner_object(text) == InnerObject::value)
      seen_[levels_.back().object].parts.set(static_cast<std::size_t>(part));
  }

  void open(char bracket) {
    is_over_ = levels_.size() >= kMostJsonDepth || seen_.size() >= kMostObjects;
    if (is_over_) return;
    const InnerObject kind = objects_ == 0 ? InnerObject::value : inner_object(key_);
    Level level{levels_.empty() ? 0 : levels_.back().object, bracket == '{'};
    if (level.is_object && kind != InnerObject::record) {
      level.object = seen_.size();
      seen_.push_back({objects_, kind, {}});
    }
    if (level.is_object) ++objects_;
    levels_.push_back(level);
    key_ = {};
  }

  void close() {
    if (levels_.back().is_object) --objects_;
    levels_.pop_back();
    is_over_ = levels_.empty();
  }

  std::vector<SeenObject> seen_;
  std::vector<Level> levels_;
  std::size_t objects_ = 0;
  std::string_view key_;  // of the value that follows
  bool is_over_ = false;
};

}  // namespace

std::size_t objects_around_records(std::string_view head) {
  const SeenObject* best = nullptr;
  const std::vector<SeenObject> seen = NestWalk().objects_of(head);
  for (const SeenObject& object : seen) {
    if (!object.is_record()) continue;
    const bool is_better = best != nullptr && object.around > best->around && !best->has(Part::body) &&
                           (object.has(Part::body) || object.parts.count() > best->parts.count());
    if (best == nullptr || is_better) best = &object;
  }
  return best == nullptr ? 0 : best->around;
}

}  // namespace timbao
