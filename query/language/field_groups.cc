// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/field_groups.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace timbao {
namespace {

bool is_filter(Field field) { return row_of(field).use == FieldUse::filter; }

/// Whether an item holds words without quotes.
bool is_of_words(const Item& item) {
  return (item.kind == ItemKind::text && item.is_operand) || item.kind == ItemKind::words ||
         item.kind == ItemKind::prefix;
}

std::string named(Field field, std::string_view value) {
  return shown_in_note(std::string(row_of(field).name) + ":" + std::string(value));
}

/// Walks over the items of a query with the field of the brackets around each.
class FieldSpreader {
 public:
  FieldSpreader(Items& items, const FilterReading& reading) : items_(items), list_(items.list), reading_(reading) {}

  void run() {
    for (std::size_t at = 0; at < list_.size();) {
      Item& item = list_[at];
      if (item.kind == ItemKind::open) {
        fields_.push_back(item.field ? item.field : field());
        item.field.reset();
      } else if (item.kind == ItemKind::close) {
        fields_.pop_back();
      } else if (field() && !item.field && is_filter(*field())) {
        at = make_filter(at);
        continue;
      } else if (field() && !item.field && stands_at_places(item.kind)) {
        item.field = field();
      }
      ++at;
    }
  }

 private:
  [[nodiscard]] std::optional<Field> field() const { return fields_.empty() ? std::nullopt : fields_.back(); }

  /// Makes a filter of the phrase or the words at a place.
  ///
  /// Returns  the place behind them.
  std::size_t make_filter(std::size_t at) {
    if (list_[at].kind == ItemKind::phrase) {
      become_filter(list_[at], list_[at].text);
      return at + 1;
    }
    if (!is_of_words(list_[at])) return at + 1;
    std::size_t last = at, end = at + 1;
    for (; end < list_.size() && !list_[end].field && (is_of_words(list_[end]) || is_punctuation(list_[end])); ++end)
      if (is_of_words(list_[end])) last = end;
    warn_of_suffixes(at, last + 1);
    if (!become_one_filter(at, last))
      for (std::size_t i = at; i <= last; ++i)
        if (is_of_words(list_[i])) become_filter(list_[i], list_[i].text);
    return last + 1;
  }

  void warn_of_suffixes(std::size_t at, std::size_t end) {
    for (; at < end; ++at)
      if (list_[at].kind != ItemKind::text)
        items_.notes.add(NoteKind::warning, "neither * nor ^ nor = counts in " + named(*field(), "(…)"));
  }

  /// Makes one filter of several words, if they are a value together.
  bool become_one_filter(std::size_t first, std::size_t last) {
    if (first == last) return false;
    const char* const begin = list_[first].text.data();
    const char* const end = list_[last].text.data() + list_[last].text.size();
    const std::string_view typed(begin, static_cast<std::size_t>(end - begin));
    auto read = read_filter_value(*field(), typed, reading_);
    auto* const value = std::get_if<FilterValue>(&read);
    if (value == nullptr) return false;
    list_[first] = filter_item(*field(), typed, std::move(value->value), value->days);
    for (std::size_t i = first + 1; i <= last; ++i) list_[i] = Item{};
    return true;
  }

  void become_filter(Item& item, std::string_view typed) {
    auto read = read_filter_value(*field(), typed, reading_);
    if (auto* const value = std::get_if<FilterValue>(&read)) {
      item = filter_item(*field(), typed, std::move(value->value), value->days);
      return;
    }
    items_.notes.add(NoteKind::warning, named(*field(), typed) + std::get<NoFilterValue>(read).reason);
    item = Item{};
    item.text = typed;
    item.is_operand = true;
  }

  Items& items_;
  std::vector<Item>& list_;
  const FilterReading& reading_;
  std::vector<std::optional<Field>> fields_;
};

}  // namespace

void spread_fields(Items& items, const FilterReading& reading) { FieldSpreader(items, reading).run(); }

}  // namespace timbao
