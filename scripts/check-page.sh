#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Drives the page of timbao-query --serve in Chromium (tests/browser). Needs the packages of install-deps.sh test, and
# the npm registry once, for what tests/browser/package-lock.json names.
#
#   scripts/check-page.sh build/release                  runs the tests
#   scripts/check-page.sh build/release --screenshots    makes the pictures in docs/screenshots anew
#   scripts/check-page.sh build/release --first-paint    measures how soon the page is there
set -euo pipefail
cd "$(dirname "$0")/.."
export TIMBAO_BIN=$PWD/${1:-build/release}/bin
cd tests/browser

for program in node npm chromium; do
  command -v "$program" >/dev/null || { echo "check-page.sh: no $program; run scripts/install-deps.sh test"; exit 1; }
done
[[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-audit --no-fund --ignore-scripts
case ${2:-} in
  --screenshots) node screenshots.mjs ../../docs/screenshots ;;
  --first-paint) node first_paint.mjs ;;
  *) node --test --test-reporter=spec ./*_test.mjs ;;
esac
