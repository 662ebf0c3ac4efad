// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <new>
#include <ostream>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

int status_of(ExitCode code) { return static_cast<int>(code); }

void write_line(std::ostream& err, std::string_view program, std::string_view message, std::string_view hint) {
  err << program << ": " << on_one_line(message);
  if (!hint.empty()) err << "; " << on_one_line(hint);
  err << '\n' << std::flush;
}

int report(std::string_view program, std::ostream& err, const Error& error) {
  write_line(err, program, error.message(), error.hint());
  return status_of(error.code());
}

/// Opens those of the three standard descriptors that are closed, so that no file of ours gets their numbers: reading
/// then finds the end, and writing fails with EBADF as it would have.
void open_closed_descriptors() {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
    if (::fcntl(file, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest number that is free is this one. Where there is no /dev, a folder does: it can be neither read nor
    // written.
    if (::open("/dev/null", O_RDONLY) < 0) static_cast<void>(::open("/", O_RDONLY | O_DIRECTORY));
  }
}

}  // namespace

Error::Error(ExitCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

int guarded_main(std::string_view program, std::ostream& err, const std::function<ExitCode()>& body) {
  open_closed_descriptors();
  // A closed pipe then shows as EPIPE where it is written, and the run can end in order.
  std::signal(SIGPIPE, SIG_IGN);
  // A write over the limit on the size of files (ulimit -f) then fails as one on a full disk does.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return status_of(body());
  } catch (const BrokenPipe&) {
    return status_of(ExitCode::done);
  } catch (const Error& error) {
    return report(program, err, error);
  } catch (const std::bad_alloc&) {
    err << program << ": out of memory\n" << std::flush;  // nothing that might allocate again
  } catch (const std::filesystem::filesystem_error& error) {
    write_line(err, program, error.what(), "check the disk's space and the permissions");
  } catch (const std::exception& error) {
    write_line(err, program, error.what(), {});
  } catch (...) {
    write_line(err, program, "unexpected failure", {});
  }
  return status_of(ExitCode::io_failed);
}

void throw_io_error(std::string_view name, int cause, const std::string& hint) {
  throw Error(ExitCode::io_failed, std::string(name) + ": " + std::strerror(cause), hint);
}

void flush_or_throw(std::ostream& out, std::string_view name) {
  // On a stream that failed earlier flush() does nothing, and errno still tells why that write failed.
  if (out.good()) errno = 0;
  out.flush();
  if (out.good()) return;
  const int cause = errno;
  if (cause == EPIPE) throw BrokenPipe{};
  if (cause == 0) throw Error(ExitCode::io_failed, std::string(name) + ": the write failed");
  throw_io_error(name, cause);
}

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t end = find_control(text); at < text.size(); end = find_control(text, at)) {
    line += text.substr(at, end - at);
    if (end == text.size()) break;
    const Control control = control_at(text, end);
    at = end + control.length;
    // In ill-formed text what stands on either side of a bidi control could be one control when joined.
    const bool may_join = is_continuation(byte_at(text, at));
    if (!is_bidi_control(control.value) || may_join) line += ' ';
  }
  return line;
}

}  // namespace timbao
