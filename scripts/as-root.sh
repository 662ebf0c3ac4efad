#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs a command as root: as it is, or with sudo where that is there.
#
#   scripts/as-root.sh COMMAND...
set -euo pipefail

if [[ $(id -u) == 0 ]]; then
  exec "$@"
elif command -v sudo >/dev/null; then
  exec sudo "$@"
fi
echo "run this as root: $*" >&2
exit 1
