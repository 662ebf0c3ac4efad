// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace timbao {

/// The place of a thing in one kind of list, as a type of its own: a place in another list is no argument for it, and
/// neither is a plain number. It costs what its number costs.
///
///   using WordId = StrongIndex<struct WordTag>;
///   const WordId word(3);
///   question.words[word]                 the fourth word
///   counts[word.value()]                 where a plain number is wanted
///
/// Takes    `Tag`: any name, declared nowhere else. `Number`: an unsigned type that holds the largest place.
/// Returns  after construction without an argument: place 0.
/// Errors   none; the list decides whether the place exists.
/// Source   ISO C++ has no strong type aliases, so each one is an instance of this template. Covered by
///          strong_index_test; that it costs nothing was measured with the queries of bench/.
/// Threads  a value.
template <typename Tag, typename Number = std::size_t>
class StrongIndex {
 public:
  constexpr StrongIndex() = default;
  explicit constexpr StrongIndex(Number value) : value_(value) {}

  /// The place as a plain number, for arithmetic and for vectors that have no type of their own.
  [[nodiscard]] constexpr Number value() const { return value_; }

  constexpr StrongIndex& operator++() {
    ++value_;
    return *this;
  }

  friend constexpr bool operator==(StrongIndex a, StrongIndex b) { return a.value_ == b.value_; }
  friend constexpr bool operator!=(StrongIndex a, StrongIndex b) { return a.value_ != b.value_; }
  friend constexpr bool operator<(StrongIndex a, StrongIndex b) { return a.value_ < b.value_; }

 private:
  Number value_ = 0;
};

/// A vector whose places have a StrongIndex as their type.
///
///   IndexedVector<WordId, AskedWord> words;
///   const WordId dang = words.push_back({"dang", "đang~3"});
///   for (const WordId word : words.ids()) use(words[word]);
///   for (const AskedWord& word : words) use(word);
///
/// Takes    `Id`: a StrongIndex; `T`: what the list holds.
/// Errors   none: as with a vector, a place must exist.
/// Source   covered by strong_index_test.
/// Threads  as std::vector.
template <typename Id, typename T>
class IndexedVector {
 public:
  /// All places of a list, for a range-based for.
  class Ids {
   public:
    /// Steps from place to place.
    class Iterator {
     public:
      using iterator_category = std::input_iterator_tag;
      using value_type = Id;
      using difference_type = std::ptrdiff_t;
      using pointer = const Id*;
      using reference = Id;

      explicit constexpr Iterator(Id id) : id_(id) {}
      constexpr Id operator*() const { return id_; }
      constexpr Iterator& operator++() {
        ++id_;
        return *this;
      }
      friend constexpr bool operator==(Iterator a, Iterator b) { return a.id_ == b.id_; }
      friend constexpr bool operator!=(Iterator a, Iterator b) { return a.id_ != b.id_; }

     private:
      Id id_;
    };

    explicit constexpr Ids(std::size_t size) : size_(size) {}
    [[nodiscard]] constexpr Iterator begin() const { return Iterator(Id()); }
    [[nodiscard]] constexpr Iterator end() const { return Iterator(id_at(size_)); }

   private:
    std::size_t size_;
  };

  IndexedVector() = default;
  explicit IndexedVector(std::size_t size, const T& value = T()) : items_(size, value) {}

  [[nodiscard]] typename std::vector<T>::reference operator[](Id id) { return items_[id.value()]; }
  [[nodiscard]] typename std::vector<T>::const_reference operator[](Id id) const { return items_[id.value()]; }

  /// Adds at the end; returns the new thing's place.
  Id push_back(T item) {
    items_.push_back(std::move(item));
    return id_at(items_.size() - 1);
  }

  /// Becomes `size` equal things; memory stays, so that one list may serve many articles.
  void assign(std::size_t size, const T& value) { items_.assign(size, value); }
  void resize(std::size_t size) { items_.resize(size); }
  void reserve(std::size_t size) { items_.reserve(size); }

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] Ids ids() const { return Ids(items_.size()); }
  [[nodiscard]] Id end_id() const { return id_at(items_.size()); }  ///< the place behind the last one

  [[nodiscard]] auto begin() { return items_.begin(); }
  [[nodiscard]] auto end() { return items_.end(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] const T& front() const { return items_.front(); }

 private:
  static constexpr Id id_at(std::size_t place) { return Id(static_cast<decltype(Id().value())>(place)); }

  std::vector<T> items_;
};

}  // namespace timbao
