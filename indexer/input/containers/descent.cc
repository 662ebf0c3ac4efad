// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/descent.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/input/containers/container_of_head.h"
#include "indexer/input/files/head_source.h"
#include "indexer/input/files/source_name.h"

namespace timbao {
namespace {

struct OpenerRow {
  Container value;
  void (*open)(Descent& descent, const Opening& opening);
};

constexpr std::array<OpenerRow, 9> kOpeners{{
    {Container::gzip, open_compressed},
    {Container::bzip2, open_compressed},
    {Container::xz, open_compressed},
    {Container::zstd, open_compressed},
    {Container::zip, open_archive},
    {Container::seven_zip, open_archive},
    {Container::tar, open_archive},
    {Container::warc, open_warc},
    {Container::mhtml, open_mhtml},
}};
static_assert(covers_every_value<kOpeners>());

}  // namespace

void Descent::look_into(ByteSource& source, const Place& place) {
  HeadSource head(source);
  const std::optional<Container> container = container_of_head(head.head(shows_container));
  if (!container) return read(head, place);
  report_.is_container = true;
  row_of_value(kOpeners, *container).open(*this, {*container, head, place});
}

void Descent::read(ByteSource& source, const Place& place) {
  events_.read({source, place.inner, place.name, place.url});
}

void Descent::reject(const Place& place, Rejected rejected) {
  rejected.inner = place.inner;
  events_.reject(std::move(rejected));
}

bool Descent::reject_failed(const ByteSource& source, const Place& place) {
  std::optional<Rejected> failure = source.failure();
  if (failure) reject(place, *std::move(failure));
  return source.state() == SourceState::failed;
}

bool read_to_end(ByteSource& source) {
  std::vector<char> piece(64U << 10U);
  while (source.read(piece.data(), piece.size()) > 0) {
  }
  return source.state() == SourceState::ended;
}

Place inside(const Place& place, std::string_view name) {
  Place made = place;
  made.inner += (place.inner.empty() ? "" : "!") + escape_name(name);
  made.name = without_compression(name);
  made.file = nullptr;
  return made;
}

}  // namespace timbao
