// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input/containers/limits.h"

namespace timbao {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

/// While it exists, the calling thread has a locale whose charset is UTF-8: libarchive converts names into it, and loses
/// those that the plain locale of C cannot write.
class Utf8Names {
 public:
  Utf8Names() : before_(::uselocale(utf8())) {}
  ~Utf8Names() { ::uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;  // null where the system has none: uselocale() then changes nothing
  }
  locale_t before_;
};

struct CloseArchive {
  void operator()(archive* opened) const { ::archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

EntryKind kind_of(archive_entry* entry) {
  if (::archive_entry_hardlink(entry) != nullptr || ::archive_entry_symlink(entry) != nullptr) return EntryKind::link;
  const auto type = ::archive_entry_filetype(entry);
  if (type == AE_IFLNK) return EntryKind::link;
  if (type == AE_IFDIR) return EntryKind::folder;
  return type == AE_IFREG || type == 0 ? EntryKind::file : EntryKind::other;
}

/// The compressions inside a zip that need little memory. Those of LZMA, xz and PPMd take what the entry asks for.
bool is_modest_zip(std::string_view format_name) {
  for (const std::string_view name : {"(uncompressed)", "(deflation)", "(bzip)"})
    if (format_name.find(name) != std::string_view::npos) return true;
  return false;
}

}  // namespace

/// What libarchive is given: the blocks of a source, counted.
struct ArchiveReader::State {
  State(ByteSource& source, Container container);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static la_ssize_t read(archive* opened, void* self, const void** buffer);
  static la_int64_t seek(archive* opened, void* self, la_int64_t offset, int whence);
  void open();
  void fail(RejectReason reason, std::string detail);
  void fail_as_libarchive_says();
  void pass_over_entry();
  bool read_header();
  [[nodiscard]] ArchiveEntry present_entry();

  ByteSource& from;
  Container format;
  std::vector<char> block;
  Archive opened{::archive_read_new()};
  archive_entry* entry = nullptr;
  std::uint64_t in = 0, position = 0;            // bytes that were read; where in the source the next ones stand
  std::uint64_t header_from = 0, entries = 0;    // `in` where the header began
  bool is_in_header = false, is_by_end = false;  // the list of entries stands at the end
  ArchiveEnd end = ArchiveEnd::open;
  std::optional<Rejected> failure;
  std::unique_ptr<Data> data;
};

/// What the present entry holds.
class ArchiveReader::Data : public ByteSource {
 public:
  Data(State& archive, std::optional<std::uint64_t> size_bytes)
      : archive_(archive), size_bytes_(size_bytes), in_before_(archive.in) {}

  std::size_t read(char* to, std::size_t size) override {
    if (state_ != SourceState::open) return 0;
    const Utf8Names names;
    const la_ssize_t count = ::archive_read_data(archive_.opened.get(), to, size);
    if (count > 0) {
      out_ += static_cast<std::uint64_t>(count);
      if (expands_too_much(archive_.in - in_before_ + kBlockBytes, out_))
        fail(rejected_as(RejectReason::too_large, kExpandsTooMuch));
      return static_cast<std::size_t>(count);
    }
    const SourceState below = archive_.from.state();
    if (count == 0)
      state_ = SourceState::ended;
    else if (below == SourceState::stopped || below == SourceState::failed)
      state_ = below;
    else
      fail_as_libarchive_says(count);
    return 0;
  }

  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override { return failure_; }
  [[nodiscard]] const std::string& name() const override { return archive_.from.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return size_bytes_; }

  /// Unpacks what is left, where the archive does not say how long it is, so that what expands too much is not unpacked
  /// to its end.
  void pass_over() {
    std::vector<char> piece(kBlockBytes);
    while (!size_bytes_ && read(piece.data(), piece.size()) > 0) {
    }
  }

 private:
  void fail_as_libarchive_says(la_ssize_t result) {
    const char* said = ::archive_error_string(archive_.opened.get());
    const std::string detail = "the entry is damaged" + (said == nullptr ? std::string() : ": " + std::string(said));
    fail(rejected_as(RejectReason::unreadable, detail));
    if (result == ARCHIVE_FATAL) archive_.fail(RejectReason::unreadable, "the archive cannot be read further");
  }

  void fail(Rejected rejected) {
    state_ = SourceState::failed;
    failure_ = std::move(rejected);
  }

  State& archive_;
  std::optional<std::uint64_t> size_bytes_;
  std::uint64_t in_before_, out_ = 0;
  SourceState state_ = SourceState::open;
  std::optional<Rejected> failure_;
};

ArchiveReader::State::State(ByteSource& source, Container container)
    : from(source), format(container), block(kBlockBytes) {}
ArchiveReader::State::~State() = default;

la_ssize_t ArchiveReader::State::read(archive* opened, void* self, const void** buffer) {
  auto& state = *static_cast<State*>(self);
  if (state.is_in_header && state.in - state.header_from > kMostHeaderBytes) {
    ::archive_set_error(opened, EINVAL, "what stands before an entry is longer than 2 MB");
    return ARCHIVE_FATAL;
  }
  const std::size_t count = state.from.read(state.block.data(), state.block.size());
  state.in += count;
  state.position += count;
  *buffer = state.block.data();
  if (count > 0 || state.from.state() == SourceState::ended) return static_cast<la_ssize_t>(count);
  ::archive_set_error(opened, EIO, "it could not be read to its end");
  return ARCHIVE_FATAL;
}

la_int64_t ArchiveReader::State::seek(archive* /*opened*/, void* self, la_int64_t offset, int whence) {
  auto& state = *static_cast<State*>(self);
  std::uint64_t from = 0;
  if (whence == SEEK_END) from = state.from.size_bytes().value_or(0);
  if (whence == SEEK_CUR) from = state.position;
  const la_int64_t place = static_cast<la_int64_t>(from) + offset;
  if (place < 0 || !state.from.seek(static_cast<std::uint64_t>(place))) return ARCHIVE_FATAL;
  state.position = static_cast<std::uint64_t>(place);
  return place;
}

void ArchiveReader::State::open() {
  archive* const reader = opened.get();
  if (reader == nullptr) throw std::bad_alloc();
  is_by_end = format != Container::tar && from.seek(0);
  if (format == Container::tar) ::archive_read_support_format_tar(reader);
  if (format == Container::seven_zip) ::archive_read_support_format_7zip(reader);
  if (format == Container::zip && is_by_end) ::archive_read_support_format_zip_seekable(reader);
  if (format == Container::zip) ::archive_read_support_format_zip_streamable(reader);
  if (is_by_end) ::archive_read_set_seek_callback(reader, seek);
  ::archive_read_set_read_callback(reader, read);
  ::archive_read_set_callback_data(reader, this);
  if (::archive_read_open1(reader) != ARCHIVE_OK) fail(RejectReason::unreadable, "the archive is damaged");
}

void ArchiveReader::State::fail(RejectReason reason, std::string detail) {
  end = ArchiveEnd::broken;
  if (!failure) failure = rejected_as(reason, std::move(detail));
}

void ArchiveReader::State::fail_as_libarchive_says() {
  const char* said = ::archive_error_string(opened.get());
  fail(RejectReason::unreadable,
       "the archive cannot be read further" + (said == nullptr ? std::string() : ": " + std::string(said)));
}

void ArchiveReader::State::pass_over_entry() {
  if (!data) return;
  data->pass_over();
  data.reset();
  if (end == ArchiveEnd::open) ::archive_read_data_skip(opened.get());
}

/// Whether there is another entry.
bool ArchiveReader::State::read_header() {
  header_from = in;
  is_in_header = !is_by_end;
  const int result = ::archive_read_next_header(opened.get(), &entry);
  is_in_header = false;
  if (result == ARCHIVE_EOF)
    end = ArchiveEnd::whole;
  else if (result < ARCHIVE_WARN)
    fail_as_libarchive_says();
  else if (++entries > kMostEntries)
    fail(RejectReason::too_large, "the archive has more than 10,000,000 entries");
  return end == ArchiveEnd::open;
}

ArchiveEntry ArchiveReader::State::present_entry() {
  ArchiveEntry made;
  const char* const name = ::archive_entry_pathname(entry);
  if (name != nullptr) made.name = name;
  made.kind = kind_of(entry);
  made.is_encrypted = ::archive_entry_is_encrypted(entry) != 0;
  if (::archive_entry_size_is_set(entry) != 0)
    made.size_bytes = static_cast<std::uint64_t>(std::max<la_int64_t>(::archive_entry_size(entry), 0));
  if (format == Container::zip && made.kind == EntryKind::file && !is_modest_zip(::archive_format_name(opened.get())))
    made.unread = "compressed in a way of zip that is not read; pack it again with the usual one (deflate)";
  data = std::make_unique<Data>(*this, made.size_bytes);
  return made;
}

ArchiveReader::ArchiveReader(ByteSource& from, Container format) : state_(std::make_unique<State>(from, format)) {
  const Utf8Names names;
  state_->open();
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveEntry> ArchiveReader::next() {
  if (state_->end != ArchiveEnd::open) return std::nullopt;
  const Utf8Names names;
  state_->pass_over_entry();
  if (state_->end != ArchiveEnd::open || !state_->read_header()) return std::nullopt;
  return state_->present_entry();
}

ByteSource& ArchiveReader::data() { return *state_->data; }

ArchiveEnd ArchiveReader::end() const { return state_->end; }

std::optional<Rejected> ArchiveReader::failure() const {
  const SourceState below = state_->from.state();
  return below == SourceState::stopped || below == SourceState::failed ? std::nullopt : state_->failure;
}

}  // namespace timbao
