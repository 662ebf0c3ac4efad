#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the Debian packages that timbao needs. If all are installed, it does nothing and uses no network.
#
#   scripts/install-deps.sh build     what the two programs are built from
#   scripts/install-deps.sh programs  these, and what the tests that run whole programs need
#   scripts/install-deps.sh test      these, and what all tests and checks need
#   scripts/install-deps.sh bench     those of build, and the peers that bench/compare.py measures
#   scripts/install-deps.sh deb       those of build, and what scripts/build-deb.sh --check needs
#   scripts/install-deps.sh list build (or another of these)    prints their names and installs nothing
#
# This is the only list of packages. Runs as root or with sudo.
set -euo pipefail
as_root=$(dirname "$0")/as-root.sh

build_packages=(
  g++ cmake ninja-build pkg-config
  libxapian-dev                  # the index
  libicu-dev                     # normal forms, case
  libboost-program-options-dev   # command lines
  libboost-dev                   # Boost.Beast and Asio: the server of timbao-query
  libsimdjson-dev                # reading JSON lines
  libxml2-dev                    # reading web pages
  nlohmann-json3-dev             # writing JSON
  libzstd-dev                    # stored text
  libxxhash-dev                  # checksums, content hashes
  libarchive-dev                 # zip, tar and 7z archives
  zlib1g-dev libbz2-dev liblzma-dev   # compressed files, beside zstd
  libreadline-dev                # the prompt of timbao-query
  libjemalloc-dev                # the allocator of timbao-index
  python3                        # makes manual pages of docs/
)
program_test_packages=(          # debian/tests/control has the same; scripts/check-deb.sh compares
  libgtest-dev
  xapian-tools strace            # with these the tests examine indexes and system calls
  jq                             # with python3 it reads the output of the programs; bench/compare.py --short
  zsh fish man-db groff-base     # completions are tried in each shell, manual pages rendered
  sqlite3 less                   # examples of docs/scripting.md; the pager of the prompt's tests
  rsync                          # timbao-replicate --rsync
)
test_packages=(
  ccache
  clang libclang-rt-dev llvm     # sanitizers, libFuzzer, readable sanitizer reports
  clang-tidy clang-format
  dpkg-dev systemd               # scripts/check-deb.sh: control files and units
  chromium fonts-dejavu-core     # the tests of the page (tests/browser), which need node and npm too
)
node_packages=(nodejs npm)       # of the tests; where npm is there already, from Debian or not, it is used as it is
deb_packages=(
  debhelper dpkg-dev lintian
  debootstrap systemd-container  # a fresh Debian, in which the package is installed
)
bench_packages=(
  python3 zstd time valgrind               # the measuring programs; sqlite3 of python3 is a peer
  default-jdk-headless liblucene8-java
  libjackson2-databind-java                # JSON lines for Lucene
  xapian-omega xapian-tools python3-xapian
)

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

missing_of() {
  local package
  for package in "$@"; do
    is_installed "$package" || echo "$package"
  done
}

install() {
  echo "Installing: $*"
  "$as_root" env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  "$as_root" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" </dev/null >/dev/null
}

wanted_for() {  # PURPOSE: prints the names of its packages
  local wanted=("${build_packages[@]}")
  case "$1" in
    build) ;;
    programs) wanted+=("${program_test_packages[@]}") ;;
    test)
      wanted+=("${program_test_packages[@]}" "${test_packages[@]}")
      command -v npm >/dev/null || wanted+=("${node_packages[@]}")
      ;;
    bench) wanted+=("${bench_packages[@]}") ;;
    deb) wanted+=("${deb_packages[@]}") ;;
    *) echo "usage: install-deps.sh [list] build|programs|test|bench|deb" >&2; return 2 ;;
  esac
  printf '%s\n' "${wanted[@]}"
}

main() {
  local names wanted missing
  if [[ ${1:-} == list ]]; then wanted_for "${2:-}"; return; fi
  names=$(wanted_for "${1:-}")
  mapfile -t wanted <<<"$names"
  if ! command -v dpkg-query >/dev/null; then
    echo "install-deps.sh: this is not Debian; timbao needs what Debian calls: ${wanted[*]}" >&2
    return 0
  fi
  mapfile -t missing < <(missing_of "${wanted[@]}")
  if ((${#missing[@]} > 0)); then install "${missing[@]}"; fi
}

main "$@"
