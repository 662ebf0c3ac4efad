// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/once.h"

#include <array>
#include <ostream>

#include "query/output/json.h"
#include "query/output/text.h"
#include "query/output/tsv.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

std::string hit_as_jsonl(const Hit& hit) { return to_line(hit_json(hit)) + "\n"; }

/// How a hit is written where it is a line of its own, by OutputFormat; text and json are written whole.
using HitLine = std::string (*)(const Hit& hit);
constexpr std::array<HitLine, 5> kHitLines{nullptr, nullptr, hit_as_jsonl, hit_as_tsv, hit_as_id};

/// What makes the answer another one than was meant is said beside it, whatever its format.
void write_warnings(const Answer& answer, std::ostream& err) {
  for (const Note& note : answer.notes)
    if (note.kind == NoteKind::warning) err << "timbao-query: " << on_one_line(note.text) << '\n';
}

ExitCode write_lines(const SearchRequest& request, HitLine line_of, const Archive& archive, const Console& console) {
  std::ostream& out = console.out;
  std::size_t shown = 0;
  const Answer answer = archive.search_each(request, [&](const Hit& hit) {
    ++shown;
    out << line_of(hit);
    if (!out) flush_or_throw(out, kOutputName);
  });
  write_warnings(answer, console.err);
  const bool only_counts = request.limit == std::size_t{0};
  return shown > 0 || (only_counts && answer.total.count > 0) ? ExitCode::done : ExitCode::incomplete;
}

/// HTML is read by another program, whatever shows it now.
TextLook look_of(const Presentation& presentation, const Console& console) {
  return {presentation.highlight, presentation.highlight == Highlight::html ? 0 : console.terminal.columns};
}

ExitCode write_whole(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                     const Console& console) {
  const double began_ms = console.now_ms();
  const Answer answer = archive.search(request);
  write_warnings(answer, console.err);
  if (presentation.format == OutputFormat::json)
    console.out << answer_as_json(JsonToken(), request, answer, [&] { return console.now_ms() - began_ms; });
  else
    console.out << answer_as_text(request, answer, look_of(presentation, console));
  const bool only_counts = request.limit == std::size_t{0};
  return !answer.hits.empty() || (only_counts && answer.total.count > 0) ? ExitCode::done : ExitCode::incomplete;
}

}  // namespace

ExitCode run_once(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                  const Console& console) {
  const HitLine line_of = kHitLines[static_cast<std::size_t>(presentation.format)];
  const ExitCode status = line_of != nullptr ? write_lines(request, line_of, archive, console)
                                             : write_whole(request, presentation, archive, console);
  flush_or_throw(console.out, kOutputName);
  return status;
}

}  // namespace timbao
