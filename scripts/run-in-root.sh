#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs a command in another root folder as on a machine of its own: with processes of its own, which end with it, and a
# network that reaches nothing but itself. Runs as root.
#
#   scripts/run-in-root.sh ROOT COMMAND...
set -euo pipefail
if [[ $1 != --inside ]]; then
  exec unshare --mount --net --pid --fork --kill-child -- "$0" --inside "$@"
fi
root=$2

mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t proc proc "$root/proc"
python3 - <<'END'
import fcntl, socket, struct
SET_FLAGS, UP = 0x8914, 1
fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), SET_FLAGS, struct.pack("16sH14x", b"lo", UP))
END
exec chroot "$root" "${@:3}"
