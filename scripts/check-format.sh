#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks the layout of every C++ file, the licence line in every source, script and file of the page, and the syntax of
# the scripts.
#
#   scripts/check-format.sh          (clang-format -i FILE corrects the layout of a file)
set -euo pipefail
cd "$(dirname "$0")/.."

sources() { find common indexer query tests bench scripts -name '*.cc' -o -name '*.h' | sort; }
scripts() {
  { find scripts bench demo.sh test.sh .ci -name '*.sh' -o -path '*.ci/run'
    printf '%s\n' debian/refresh debian/timbao.prerm
    grep -rl '^#!.*bash' debian/tests; } | sort
}
build_files() { find CMakeLists.txt cmake common indexer query tests -name CMakeLists.txt -o -name '*.cmake' -o -name '*.S' | sort; }
package_files() { find debian -name rules -o -name '*.service' -o -name '*.timer' | sort; }

page_files() { find query/front/serve/page tests/browser -name node_modules -prune -o -type f -not -name '*.json' -print | sort; }

is_laid_out() {  # FILE
  clang-format --dry-run -Werror "$1" 2>/dev/null || { echo "$1: run clang-format -i on it"; exit 1; }
}
export -f is_laid_out

check_layout() { sources | xargs -P "$(nproc)" -I FILE bash -c 'is_laid_out FILE'; }

check_licence_lines() {
  local file wrong=0
  while IFS= read -r file; do
    head -n 2 "$file" | grep -qE '^(//|#|/\*|<!--) SPDX-License-Identifier: GPL-2.0-or-later( \*/| -->)?$' && continue
    echo "$file: no SPDX-License-Identifier in its first lines"
    wrong=1
  done < <(sources; scripts; build_files; package_files; page_files)
  return "$wrong"
}

check_scripts() {
  local file
  scripts | while IFS= read -r file; do bash -n "$file"; done
}

check_layout
check_licence_lines
check_scripts
echo "format: $(sources | wc -l) sources, $(scripts | wc -l) scripts"
