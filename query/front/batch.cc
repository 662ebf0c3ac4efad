// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch.h"

#include <ostream>
#include <string>
#include <utility>

#include "common/base/error.h"
#include "common/base/line_source.h"
#include "query/front/batch_line.h"
#include "query/front/ordered_workers.h"
#include "query/output/json.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

/// How many lines are read ahead for each thread: enough that none waits while a slow query is answered.
constexpr std::size_t kLinesAhead = 8;

BatchLine read_line(const InputLine& input, const SearchRequest& usual) {
  if (!input.is_too_long) return read_batch_line(input.text, usual);
  return refuse_batch_line(input.text, "the line is longer than " + std::to_string(kBatchLineLimit) + " bytes");
}

std::string error_object(const JsonToken& id, const std::string& error) {
  return R"({"id":)" + id.text + R"(,"error":)" + to_line(error) + "}\n";
}

/// Answers the lines of one run, and writes the answers in the order of the lines.
class Batch {
 public:
  Batch(const SearchRequest& usual, const std::vector<Archive>& archives, const Console& console)
      : usual_(usual), archives_(archives), console_(console) {
    if (archives.size() > 1) workers_.emplace(archives.size());
  }

  void answer(InputLine input) {
    if (!workers_) return write(answer_of(input, archives_.front()));
    if (workers_->waiting() == kLinesAhead * archives_.size()) write(workers_->take());
    workers_->add([this, line = std::move(input)](std::size_t worker) { return answer_of(line, archives_[worker]); });
  }

  /// Writes all answers to lines that were read.
  void flush() {
    while (workers_ && workers_->waiting() > 0) write(workers_->take());
    flush_or_throw(console_.out, kOutputName);
  }

  [[nodiscard]] ExitCode status() const { return status_; }

 private:
  /// Called by several threads at once, each with an archive of its own.
  [[nodiscard]] BatchAnswer answer_of(const InputLine& input, const Archive& archive) const {
    const double began_ms = console_.now_ms();
    const BatchLine line = read_line(input, usual_);
    if (line.error) return {error_object(line.id, *line.error), ExitCode::incomplete};
    try {
      const Answer answer = archive.search(line.request);
      return {answer_as_json(line.id, line.request, answer, [&] { return console_.now_ms() - began_ms; }),
              ExitCode::done};
    } catch (const Error& error) {
      if (error.code() != ExitCode::incomplete) throw;
      return {error_object(line.id, error.message()), ExitCode::incomplete};  // --like names an unknown id
    }
  }

  void write(const BatchAnswer& answer) {
    if (answer.status != ExitCode::done) status_ = answer.status;
    console_.out << answer.text;
    if (!console_.out) flush_or_throw(console_.out, kOutputName);
  }

  const SearchRequest& usual_;
  const std::vector<Archive>& archives_;
  const Console& console_;
  ExitCode status_ = ExitCode::done;
  std::optional<OrderedWorkers> workers_;  // the last member: its threads end before what they use
};

}  // namespace

ExitCode run_batch(const SearchRequest& usual, const std::vector<Archive>& archives, const Console& console) {
  Batch batch(usual, archives, console);
  LineSource lines(console.in, kBatchLineLimit, [&] { batch.flush(); });
  while (std::optional<InputLine> input = lines.next())
    if (!input->text.empty()) batch.answer(std::move(*input));
  batch.flush();
  return batch.status();
}

}  // namespace timbao
