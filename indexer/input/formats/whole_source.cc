// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/formats/whole_source.h"

#include <string_view>

namespace timbao {

std::optional<Record> WholeSource::next() {
  if (is_read_) return std::nullopt;
  is_read_ = true;
  const std::uint64_t size_bytes = input_.source().size_bytes().value_or(0);
  if (size_bytes > limit_bytes_) return too_long();
  text_.bytes().reserve(static_cast<std::size_t>(size_bytes));
  for (std::string_view bytes; !(bytes = input_.bytes()).empty(); input_.use(bytes.size())) {
    text_.append(bytes);
    if (text_.is_too_long()) return too_long();
  }
  if (!input_.at_end()) return std::nullopt;  // stopped or failed half way: no article
  return Record{text_.bytes(), {}};
}

}  // namespace timbao
