// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/once.h"

#include <functional>
#include <ostream>

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

/// Tells on standard error what makes the answer one to another query than was meant: a filter that could not be read.
void write_warnings(const Answer& answer, std::ostream& err) {
  for (const Note& note : answer.notes)
    if (note.kind == NoteKind::warning) err << "timbao-query: " << on_one_line(note.text) << '\n';
}

/// Whether a request counts hits and shows none.
bool only_counts(const SearchRequest& request) { return request.limit == std::size_t{0}; }

ExitCode write_hits(const SearchRequest& request, const OutputFormatRow& format, const Archive& archive,
                    const Console& console) {
  std::ostream& out = console.out;
  std::size_t shown = 0;
  out << format.before_hits;
  const Answer answer = archive.search_each(request, [&](const Hit& hit) {
    ++shown;
    out << format.write_hit(hit);
    if (!out) flush_or_throw(out, kOutputName);
  });
  write_warnings(answer, console.err);
  return shown > 0 || (only_counts(request) && answer.total.count > 0) ? ExitCode::done : ExitCode::incomplete;
}

/// HTML is not wrapped to the width of the terminal, since another program will lay it out.
TextLook look_of(Highlight highlight, const Terminal& terminal) {
  TextLook look(highlight, highlight == Highlight::html ? 0 : terminal.columns);
  look.blocks = terminal.shows_utf8 ? Blocks::unicode : Blocks::ascii;
  return look;
}

ExitCode write_answer(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                      const Console& console) {
  const double began_ms = console.now_ms();
  const Answer answer = archive.search(request);
  write_warnings(answer, console.err);
  const TextLook look = look_of(presentation.highlight, console.terminal);
  const std::function<double()> elapsed_ms = [&] { return console.now_ms() - began_ms; };
  console.out << row_of(presentation.format).write_answer({request, answer, look, elapsed_ms});
  const bool has_any = !answer.hits.empty() || (only_counts(request) && answer.total.count > 0);
  return has_any ? ExitCode::done : ExitCode::incomplete;
}

/// Whether anything was to be shown, and was; or counted, where nothing was to be shown.
bool has_mentions(const MentionRequest& request, const Mentions& mentions) {
  return mentions.shown > 0 || (request.limit == std::size_t{0} && mentions.count > 0);
}

/// Writes each mention as it comes, and behind them what the format says of the whole answer.
ExitCode write_mentions(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                        const Console& console) {
  const double began_ms = console.now_ms();
  const OutputFormatRow& format = row_of(presentation.format);
  const TextLook look = look_of(presentation.highlight, console.terminal);
  console.out << format.before_mentions;
  const Answer answer = archive.mentions(request, [&](const Mention& mention) {
    console.out << format.write_mention(mention, look);
    if (!console.out) flush_or_throw(console.out, kOutputName);
  });
  write_warnings(answer, console.err);
  const std::function<double()> elapsed_ms = [&] { return console.now_ms() - began_ms; };
  SearchRequest counting = request;  // hits are not shown
  counting.limit = 0;
  if (format.write_answer != nullptr) console.out << format.write_answer({counting, answer, look, elapsed_ms});
  const bool has_any = answer.mentions && has_mentions(request.mentions, *answer.mentions);
  return has_any ? ExitCode::done : ExitCode::incomplete;
}

ExitCode write_in_format(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                         const Console& console) {
  const OutputFormatRow& format = row_of(presentation.format);
  if (request.mentions.show == ShowMentions::yes && format.mentions == MentionsIn::lines)
    return write_mentions(request, presentation, archive, console);
  return is_streamed(format) ? write_hits(request, format, archive, console)
                             : write_answer(request, presentation, archive, console);
}

}  // namespace

ExitCode run_once(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                  const Console& console) {
  const ExitCode status = write_in_format(request, presentation, archive, console);
  flush_or_throw(console.out, kOutputName);
  return status;
}

}  // namespace timbao
