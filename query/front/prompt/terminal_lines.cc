// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/terminal_lines.h"

#include <langinfo.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

// readline needs stdio before it, and its own headers in this order.
#include <readline/readline.h>
// NOLINTNEXTLINE(llvm-include-order)
#include <readline/history.h>

#include "common/base/error.h"
#include "common/text/written.h"

namespace timbao {
namespace {

constexpr int kHistoryLines = 2000;

/// What readline's callbacks, which take no argument of ours, find the object of the process by.
struct LineState {
  const TerminalLinesOptions* options = nullptr;
  bool is_done = false;
  std::optional<std::string> line;  // the accepted one; nothing at the input's end
  int interrupt_key = -1;           // what the user's terminal has for Ctrl-C; -1 where it has no such key
};
LineState& line_state() {
  static LineState state;
  return state;
}

/// Signals that came, set by the handler: one place for each number.
volatile std::sig_atomic_t& came(int signal) {
  static volatile std::sig_atomic_t flags[NSIG];
  return flags[signal];
}
void note_signal(int signal) { came(signal) = 1; }

bool take(int signal) {
  const bool has_come = came(signal) != 0;
  came(signal) = 0;
  return has_come;
}

/// Lets this process and those that it starts handle UTF-8 whatever the environment says: LC_ALL=C is a usual setting
/// of scripts and of ssh, and a terminal that is no UTF-8 one could not show an article anyway.
void use_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr) ::setenv("LC_ALL", "C.UTF-8", 1);  // readline reads LC_ALL again
}

void accept_line(char* text) {
  LineState& state = line_state();
  state.is_done = true;
  state.line.reset();
  if (text != nullptr) state.line = text;
  std::free(text);
  ::rl_callback_handler_remove();  // else readline prints its prompt again before the line is answered
}

char* copied(const std::string& text) { return ::strdup(text.c_str()); }

/// Gives readline what complete_line() finds: first what was typed, which stays on the line where several words
/// complete it, then the words.
char** completions_of(const char*, int, int end) {
  const std::string line(rl_line_buffer, static_cast<std::size_t>(end));
  LineCompletions found;
  try {
    found = line_state().options->complete(line);
  } catch (const Error&) {  // the query will tell what is wrong with the index
  }
  rl_attempted_completion_over = found.are_files ? 0 : 1;
  if (found.words.empty()) return nullptr;
  rl_completion_append_character = '\0';
  const std::size_t first = line.find_last_of(kPromptWordBreaks) + 1;  // npos + 1 is 0
  const bool is_one = found.words.size() == 1;
  auto** const matches = static_cast<char**>(std::calloc(found.words.size() + 2, sizeof(char*)));
  if (matches == nullptr) return nullptr;
  std::size_t at = 0;
  matches[at++] = copied(is_one ? found.words[0] : line.substr(first));
  for (std::size_t i = 0; !is_one && i < found.words.size(); ++i) matches[at++] = copied(found.words[i]);
  return matches;
}

int do_nothing(int, int) { return 0; }

/// Lets a key end a search of the history or a count that is being typed, and do nothing else.
void bind_to_nothing(int key) {
  if (key < 0) return;
  for (KEYMAP_ENTRY* const keys : {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap})
    ::rl_bind_key_in_map(key, do_nothing, keys);
}

/// Prepares the terminal as readline does, with two differences. Ctrl-C is read as a key is, in its place among the
/// others. And Ctrl-Z and Ctrl-\ leave the keys that were typed before them: a key that ppoll() has told of and that is
/// thrown away before it is read would leave readline waiting while signals are held back.
void prepare_terminal(int has_meta) {
  ::rl_prep_terminal(has_meta);
  termios now{};
  if (::tcgetattr(STDIN_FILENO, &now) != 0) return;
  LineState& state = line_state();
  state.interrupt_key = now.c_cc[VINTR] == _POSIX_VDISABLE ? -1 : now.c_cc[VINTR];
  bind_to_nothing(state.interrupt_key);
  now.c_cc[VINTR] = _POSIX_VDISABLE;
  now.c_lflag |= NOFLSH;
  ::tcsetattr(STDIN_FILENO, TCSANOW, &now);
}

/// Reads a key, and notes Ctrl-C as its signal would be noted.
int read_key(FILE* input) {
  const int key = ::rl_getc(input);
  if (key >= 0 && key == line_state().interrupt_key) note_signal(SIGINT);
  return key;
}

/// TAB first shows the words, and then puts one after the other on the line; the user's own settings win.
void set_up_readline() {
  static std::string word_breaks(kPromptWordBreaks);
  rl_readline_name = "timbao-query";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  rl_completer_quote_characters = nullptr;
  rl_completer_word_break_characters = word_breaks.data();
  rl_attempted_completion_function = completions_of;
  rl_prep_term_function = prepare_terminal;
  rl_getc_function = read_key;
  for (const auto& [name, value] : {std::pair("show-all-if-ambiguous", "on"), {"menu-complete-display-prefix", "on"}})
    ::rl_variable_bind(name, value);
  ::rl_bind_key('\t', ::rl_menu_complete);
  ::rl_initialize();
}

}  // namespace

/// The handlers of signals while a line is read. They are delivered only while we wait for a key, so that none comes
/// between the look at its flag and the wait.
class TerminalLines::Signals {
 public:
  Signals() {
    ::sigemptyset(&blocked_);
    for (const int signal : kAll) ::sigaddset(&blocked_, signal);
    ::sigprocmask(SIG_BLOCK, &blocked_, &mask_);
    struct sigaction note {};
    note.sa_handler = note_signal;
    note.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kAll.size(); ++i) ::sigaction(kAll[i], &note, &before_[i]);
  }

  /// Leaves the handler of Ctrl-C in place: a search that is interrupted must not end the program.
  ~Signals() {
    for (std::size_t i = 1; i < kAll.size(); ++i) ::sigaction(kAll[i], &before_[i], nullptr);
    ::sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// The signals that are let through while a key is waited for.
  [[nodiscard]] const sigset_t& mask() const { return mask_; }

  /// Lets the signals through that have come; ppoll() does so only where no key is there.
  void deliver() const {
    ::sigprocmask(SIG_SETMASK, &mask_, nullptr);
    ::sigprocmask(SIG_BLOCK, &blocked_, nullptr);
  }

  /// Does what a signal does by itself (stop or end the process), with the terminal as it was before.
  void obey_by_default(int signal) const {
    ::rl_cleanup_after_signal();
    struct sigaction usual {
    }, ours{};
    usual.sa_handler = SIG_DFL;
    ::sigaction(signal, &usual, &ours);
    ::raise(signal);
    deliver();
    ::sigaction(signal, &ours, nullptr);
    ::rl_reset_after_signal();
    ::rl_forced_update_display();
  }

  static constexpr std::array<int, 4> kDefault{SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};

 private:
  static constexpr std::array<int, 6> kAll{SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};
  std::array<struct sigaction, 6> before_{};
  sigset_t blocked_{}, mask_{};
};

TerminalLines::TerminalLines(TerminalLinesOptions options) : options_(std::move(options)) {
  line_state().options = &options_;
  use_utf8();
  set_up_readline();
  ::using_history();
  ::stifle_history(kHistoryLines);
  if (options_.history_file.empty()) return;
  ::history_truncate_file(options_.history_file.c_str(), kHistoryLines);
  ::read_history(options_.history_file.c_str());
}

TerminalLines::~TerminalLines() { line_state().options = nullptr; }

bool TerminalLines::is_interrupted() { return came(SIGINT) != 0; }

void TerminalLines::drop_line() {
  ::rl_callback_sigcleanup();
  ::rl_callback_handler_remove();
  std::fputs("^C\n", rl_outstream);
  ::rl_callback_handler_install(options_.prompt.c_str(), accept_line);
}

void TerminalLines::wait_for_key() {
  pollfd keys{STDIN_FILENO, POLLIN, 0};
  const int ready = ::ppoll(&keys, 1, nullptr, &signals_->mask());
  signals_->deliver();
  if (take(SIGWINCH)) ::rl_resize_terminal();
  for (const int signal : Signals::kDefault)
    if (take(signal)) signals_->obey_by_default(signal);
  if (ready > 0 && (keys.revents & POLLIN) != 0)
    ::rl_callback_read_char();
  else if (ready > 0)
    accept_line(nullptr);  // the terminal is gone
  if (take(SIGINT) && !line_state().is_done) drop_line();
}

std::optional<std::string> TerminalLines::next() {
  signals_ = std::make_unique<Signals>();
  static_cast<void>(take(SIGINT));
  LineState& state = line_state();
  state.is_done = false;
  ::rl_callback_handler_install(options_.prompt.c_str(), accept_line);
  while (!state.is_done) wait_for_key();
  signals_.reset();
  if (!state.line) {
    std::fputs("\n", rl_outstream);
    std::fflush(rl_outstream);
    return std::nullopt;
  }
  std::replace(state.line->begin(), state.line->end(), '\n', ' ');  // of a pasted text
  remember(*state.line);
  return state.line;
}

void TerminalLines::remember(const std::string& line) {
  const std::string text = composed(line);
  const HIST_ENTRY* const last = ::history_get(history_base + history_length - 1);
  if (text.find_first_not_of(" \t") == text.npos || (last != nullptr && text == last->line)) return;
  ::add_history(text.c_str());
  if (!options_.history_file.empty()) ::append_history(1, options_.history_file.c_str());
}

}  // namespace timbao
