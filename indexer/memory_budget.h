// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace timbao {

/// Who may use how much of --memory, and why: the only place that divides it. Everyone who holds articles, text or
/// terms in memory takes the limit from here.
///
/// The program as a whole stays below --memory + kBesideMemory. Reading and indexing never use their shares at once
/// with one large article: an article of kLargeArticleBytes is indexed while nothing else is read.
///
/// | share                          | of --memory                  | why                                            |
/// |--------------------------------|------------------------------|------------------------------------------------|
/// | ReadingShare::article_text     | 1/16, at most --max-article  | indexing takes up to 12 times the text, and the|
/// |                                |                              | text itself is held three times while it is read|
/// | ReadingShare::article_indexing | 3/4                          | words that are all different take 80 times     |
/// |                                |                              | their text: memory_to_index() estimates it     |
/// | ReadingShare::record_values    | 3/16                         | parsed values beside the article made of them  |
/// | ReadingShare::decoders         | 1/4 and 2 MB                 | `xz -9` takes 65 MB, which is a quarter of the  |
/// |                                |                              | usual --memory; news seldom takes more than 9  |
/// | WritingShare::total            | the rest behind the file list| the list of files lives as long as the run     |
/// | WritingShare::held_text        | 1/64 of total                | Xapian's 12 bytes a byte, twice: new and old   |
/// | WritingShare::workers          | one for each 40 MB, and 640  | 25 MB of caches and what Xapian holds for it;  |
/// |                                | KB for each further shard    | an open part took half a megabyte              |
/// | WritingShare::queued_text      | 1/32, at most 8 MB           | more would not make the workers busier         |
/// | WritingShare::unwritten_text   | 1/40 over all workers        | their postings take up to 12 bytes a byte: 3/10|
/// | share_of_removed_ids           | 1/4                          | ids, their terms and the ledger's keys         |
///
/// Source   measured with bench/memory_shapes.py on texts made to be costly, and with bench/life.py on news;
///          tests/cli/memory_shapes_test.cc runs the real program. memory_budget_test covers the sums.
inline constexpr std::size_t kBesideMemory = std::size_t{64} << 20U;

/// What --memory may be, and what it is where nobody asks.
inline constexpr std::size_t kLeastMemory = std::size_t{16} << 20U;
inline constexpr std::size_t kMostMemory = std::size_t{1} << 40U;
inline constexpr std::size_t kUsualMemory = std::size_t{256} << 20U;
inline constexpr std::size_t kUsualMaxArticle = std::size_t{16} << 20U;

/// Measured: what Xapian holds for a byte of text until it commits.
inline constexpr std::size_t kXapianBytesAByte = 12;

/// Measured: what one worker's caches of words, terms and pairs hold when they are full (TermMaker starts them anew).
inline constexpr std::size_t kWorkerCacheBytes = std::size_t{25} << 20U;

/// Text that goes to a worker in one piece: enough that handing it over costs nothing.
inline constexpr std::size_t kBatchBytes = std::size_t{128} << 10U;

/// From this size on an article is indexed alone: nothing else is read or indexed meanwhile.
inline constexpr std::size_t kLargeArticleBytes = std::size_t{1} << 20U;

/// What reading may use for one article.
struct ReadingShare {
  std::size_t article_text = 0;      ///< bytes of an article in its file; a larger one is rejected without being held
  std::size_t article_indexing = 0;  ///< what indexing it may take (memory_to_index); beyond it, it is rejected
  std::size_t decoders = 0;          ///< what the dictionaries and windows of compressed files may take together
  std::size_t record_values = 0;     ///< what the values of one JSON record may take while it is parsed
};

/// What writing may use, of which the list of files has been taken off.
struct WritingShare {
  std::size_t total = kUsualMemory;
  std::size_t workers = 1;         ///< threads that index
  std::size_t held_text = 0;       ///< articles held for one transaction in place; more of them is built aside
  std::size_t queued_text = 0;     ///< articles that wait for a worker
  std::size_t unwritten_text = 0;  ///< of one worker: text of which it holds the postings; part.h takes 12 times it
};

/// The share of whoever reads articles.
///
///   share_of_reading(256 MB, 16 MB).article_text == 16 MB
///   share_of_reading(64 MB, 16 MB).article_text == 4 MB
///
/// Takes    --memory and --max-article, in bytes.
/// Returns  limits that are at least 1 MB where --memory is at least kLeastMemory and --max-article asks for no less.
/// Errors   none.
/// Source   the table above; memory_budget_test.
ReadingShare share_of_reading(std::size_t memory_bytes, std::size_t max_article_bytes);

/// The share of whoever indexes articles and writes them.
///
///   share_of_writing(256 MB, 0, 2).workers == 2, of 8 jobs 7; share_of_writing(16 MB, 0, 8).workers == 1
///
/// Takes    --memory; what the list of files takes, in bytes; --jobs, at least 1.
/// Returns  limits; `total` is never below kLeastMemory, however long the list of files is.
/// Errors   none.
/// Source   the table above; memory_budget_test.
WritingShare share_of_writing(std::size_t memory_bytes, std::size_t listed_bytes, std::size_t jobs);

/// The same where each worker writes parts of several shards at a time: fewer workers, each with all its parts open.
///
///   with_shards(share_of_writing(256 MB, 0, 7), 64).workers == 3
///
/// Takes    a share; how many shards there are, at least 1.
/// Errors   none.
/// Source   the table above; memory_budget_test.
WritingShare with_shards(WritingShare share, std::size_t shards);

/// What the ids that `remove -` reads may take, in bytes.
std::size_t share_of_removed_ids(std::size_t memory_bytes);

}  // namespace timbao
