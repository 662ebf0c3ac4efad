#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks by readelf that the programs of a release build are hardened (cmake/compiler.cmake), and by the undefined
# symbols of the objects that only one unit opens databases (common/store/open_index.h).
# Usage: scripts/check-hardening.sh build/release
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?which build directory}

# What a program must have, the option of readelf that shows it, and the pattern by which it is recognised.
demands=(
  'a position-independent program|--file-header|Type: +DYN'
  'relocations that are read-only after the start|--program-headers|GNU_RELRO'
  'all symbols bound at the start|--dynamic|BIND_NOW|NOW'
  'a stack that is not executable|--program-headers|GNU_STACK +[0-9a-fx ]+ RW '
  'stack protectors|--dyn-syms|__stack_chk_fail@'
  'fortified calls|--dyn-syms|__[a-z]+_chk@'
  'the checks of the standard library|--dyn-syms|__glibcxx_assert_fail'
)

lacking() {  # PROGRAM: prints a line for each demand that it does not meet
  local demand what output pattern shown
  for demand in "${demands[@]}"; do
    IFS='|' read -r what output pattern <<<"$demand"
    shown=$(readelf --wide "$output" "$1")
    grep -qE "$pattern" <<<"$shown" || echo "$1 lacks $what"
  done
}

openings() {  # prints a line for each object that opens, checks or compacts a database by its path
  local asked=' U Xapian::((Writable)?Database::(Writable)?Database\(std::|Database::(check|compact)_?\(|Compactor::)'
  nm --demangle --print-file-name "$build"/{common,indexer,query}/*.a | grep -E "$asked" | grep -v 'open_index\.cc\.o' || true
}

wrong=$(for program in timbao-index timbao-query; do lacking "$build/bin/$program"; done; openings)
if [[ -n $wrong ]]; then
  echo "$wrong"
  exit 1
fi
echo "hardening: both programs have all of it, and one unit opens databases"
