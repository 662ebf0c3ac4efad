// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstring>
#include <memory_resource>
#include <type_traits>
#include <utility>
#include <vector>

namespace timbao {

/// An allocator that leaves new elements as the memory is, where no value is given for them. So a vector that grows before
/// its elements are written does not write them twice.
///
/// Source   cppreference, "std::vector::resize", names this way. Covered by raw_vector_test.
template <typename Value>
class UnsetAllocator : public std::pmr::polymorphic_allocator<Value> {
 public:
  template <typename Other>
  struct rebind {
    using other = UnsetAllocator<Other>;
  };

  using std::pmr::polymorphic_allocator<Value>::polymorphic_allocator;

  template <typename Element>
  void construct(Element* element) noexcept {
    ::new (static_cast<void*>(element)) Element;
  }
  template <typename Element, typename... Arguments>
  void construct(Element* element, Arguments&&... arguments) {
    ::new (static_cast<void*>(element)) Element(std::forward<Arguments>(arguments)...);
  }
};

/// A vector of numbers that is filled after it was made as large as it will be.
///
///   RawVector<std::uint16_t> codes;
///   codes.resize(sequence.size());      the elements have any value until they are written
///
/// Source   covered by raw_vector_test, and by article_tokens_test.
template <typename Value>
using RawVector = std::vector<Value, UnsetAllocator<Value>>;

/// A copy whose memory comes from elsewhere. It is copied as one block, where the constructor of a vector with an allocator of
/// its own copies element by element.
///
///   copied(codes, &arena)
template <typename Value>
RawVector<Value> copied(const RawVector<Value>& original, std::pmr::memory_resource* memory) {
  static_assert(std::is_trivially_copyable_v<Value>);
  RawVector<Value> copy(original.size(), UnsetAllocator<Value>(memory));
  if (!original.empty()) std::memcpy(copy.data(), original.data(), original.size() * sizeof(Value));
  return copy;
}

}  // namespace timbao
