// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/spill_sorter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <queue>
#include <tuple>
#include <utility>

#include "common/base/error.h"

namespace timbao {
namespace {

/// What an entry takes beside its bytes.
constexpr std::size_t kEntryBytes = 96;

/// With `keep`, unwanted entries are dropped whenever there are twice as many and so many more.
constexpr std::size_t kSpareEntries = 1024;

constexpr std::size_t kMostBuffer = std::size_t{64} << 10U, kLeastBuffer = std::size_t{4} << 10U;

[[noreturn]] void refuse() {
  throw_io_error("a temporary file in /tmp", errno, "make room there, or ask for fewer at a time");
}

void append_number(std::string& bytes, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((number >> shift) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes) {
  std::uint64_t number = 0;
  for (unsigned i = 0; i < 8; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

}  // namespace

/// Reads the entries of a run one after the other, through a buffer of its own.
class SpillSorter::RunReader {
 public:
  RunReader(std::FILE* file, Run run, std::size_t buffer_bytes) : file_(file), run_(run), buffer_bytes_(buffer_bytes) {}

  /// Goes on to the next entry; false behind the last one.
  bool next() {
    if (at_ == buffer_.size() && run_.begin == run_.end) return false;
    const std::string sizes = take(24);
    entry_.number = number_at(std::string_view(sizes).substr(16));
    entry_.key = take(number_at(sizes));
    entry_.text = take(number_at(std::string_view(sizes).substr(8)));
    return true;
  }

  [[nodiscard]] const Entry& entry() const { return entry_; }

 private:
  std::string take(std::size_t bytes) {
    std::string taken;
    while (taken.size() < bytes) {
      if (at_ == buffer_.size()) fill();
      const std::size_t part = std::min(bytes - taken.size(), buffer_.size() - at_);
      taken.append(buffer_, at_, part);
      at_ += part;
    }
    return taken;
  }

  void fill() {
    const auto left = static_cast<std::size_t>(run_.end - run_.begin);
    buffer_.resize(std::min(buffer_bytes_, left));
    at_ = 0;
    errno = EIO;  // a file that is shorter than it was written sets no reason of its own
    if (buffer_.empty() || fseeko(file_, run_.begin, SEEK_SET) != 0 ||
        std::fread(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size())
      refuse();
    run_.begin += static_cast<std::int64_t>(buffer_.size());
  }

  std::FILE* file_;
  Run run_;
  std::size_t buffer_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  Entry entry_;
};

bool SpillSorter::is_before(const Entry& a, const Entry& b) {
  return std::tie(a.key, a.number) < std::tie(b.key, b.number);
}

void SpillSorter::add(std::string key, std::string text) {
  bytes_ += key.size() + text.size() + kEntryBytes;
  entries_.push_back({std::move(key), added_++, std::move(text)});
  if (has_too_many()) drop_unwanted();
  if (bytes_ > limits_.memory_bytes) write_run();
}

bool SpillSorter::has_too_many() const {
  return limits_.keep && entries_.size() > kSpareEntries && entries_.size() / 2 > *limits_.keep;
}

void SpillSorter::drop_unwanted() {
  if (!limits_.keep || entries_.size() <= *limits_.keep) return;
  const auto kept = entries_.begin() + static_cast<std::ptrdiff_t>(*limits_.keep);
  std::nth_element(entries_.begin(), kept, entries_.end(), is_before);
  for (auto dropped = kept; dropped != entries_.end(); ++dropped)
    bytes_ -= dropped->key.size() + dropped->text.size() + kEntryBytes;
  entries_.erase(kept, entries_.end());
}

void SpillSorter::sort() {
  drop_unwanted();
  std::sort(entries_.begin(), entries_.end(), is_before);
}

void SpillSorter::write_run() {
  sort();
  if (file_ == nullptr) file_.reset(std::tmpfile());
  if (file_ == nullptr || fseeko(file_.get(), 0, SEEK_END) != 0) refuse();
  Run run{ftello(file_.get()), 0};
  std::string head;
  for (const Entry& entry : entries_) {
    head.clear();
    append_number(head, entry.key.size());
    append_number(head, entry.text.size());
    append_number(head, entry.number);
    for (const std::string_view part :
         {std::string_view(head), std::string_view(entry.key), std::string_view(entry.text)})
      if (std::fwrite(part.data(), 1, part.size(), file_.get()) != part.size()) refuse();
  }
  if (std::fflush(file_.get()) != 0) refuse();
  run.end = ftello(file_.get());
  runs_.push_back(run);
  entries_.clear();
  bytes_ = 0;
}

void SpillSorter::each(const std::function<void(std::string_view text)>& on_text) {
  if (runs_.empty()) {
    sort();
    for (const Entry& entry : entries_) on_text(entry.text);
    entries_.clear();
  } else {
    if (!entries_.empty()) write_run();
    merge(on_text);
  }
  runs_.clear();
  file_.reset();
  bytes_ = 0;
}

void SpillSorter::merge(const std::function<void(std::string_view text)>& on_text) {
  const std::size_t buffer = std::clamp(limits_.memory_bytes / runs_.size(), kLeastBuffer, kMostBuffer);
  std::vector<RunReader> readers;
  readers.reserve(runs_.size());
  const auto comes_later = [](const RunReader* a, const RunReader* b) { return is_before(b->entry(), a->entry()); };
  std::priority_queue<RunReader*, std::vector<RunReader*>, decltype(comes_later)> queue(comes_later);
  for (const Run& run : runs_) {
    readers.emplace_back(file_.get(), run, buffer);
    if (readers.back().next()) queue.push(&readers.back());
  }
  for (std::size_t given = 0; !queue.empty() && given < limits_.keep.value_or(SIZE_MAX); ++given) {
    RunReader* const first = queue.top();
    queue.pop();
    on_text(first->entry().text);
    if (first->next()) queue.push(first);
  }
}

}  // namespace timbao
