#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs every test with gcc as released and with clang under AddressSanitizer and UndefinedBehaviorSanitizer, and the
# tests in which several threads run under ThreadSanitizer. Installs missing packages. Every step runs even if another
# failed, so that one run tells all that fails.
set -euo pipefail
cd "$(dirname "$0")"
jobs=$(nproc)
failed=()

# step NAME COMMAND...: runs the command, prints how long it took, and notes whether it failed.
step() {
  local name=$1 start=$SECONDS
  printf '\n== %s\n' "$name"
  "${@:2}" || failed+=("$name")
  printf '== %s: %d min %02d s\n' "$name" $(((SECONDS - start) / 60)) $(((SECONDS - start) % 60))
}

build() {  # PRESET
  cmake --preset "$1" -DTIMBAO_TESTS=ON >/dev/null &&
    cmake --build --preset "$1" -j "$jobs"
}

# Sanitizers of clang 14 fail where the kernel spreads addresses as widely as newer kernels do.
with_fixed_addresses() {
  if setarch -R true 2>/dev/null; then setarch -R "$@"; else "$@"; fi
}

run_tests() {  # PRESET
  with_fixed_addresses ctest --preset "$1" -j "$jobs" --no-tests=error --progress </dev/null
}

main() {
  scripts/install-deps.sh test
  step "gcc release: build" build release
  step "gcc release: tests" run_tests release
  step "clang asan+ubsan: build" build asan
  step "clang asan+ubsan: tests" run_tests asan
  step "clang tsan: build" build tsan
  step "clang tsan: tests of several threads" run_tests tsan
  if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed: %s\n' "${failed[@]}"
    return 1
  fi
  printf '\nAll tests passed.\n'
}

main "$@"
