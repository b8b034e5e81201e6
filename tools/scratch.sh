#!/bin/sh
# The folder in which the tests write some 100,000 files: memory, where eight gigabytes of it are
# free and programs may be run from it.
memory=/dev/shm
free=$(df -Pk "$memory" 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${free:-0}" -gt 8000000 ] && [ -w "$memory" ] &&
  ! grep -q " $memory [^ ]* [^ ]*noexec" /proc/mounts; then
  echo "$memory"
else
  echo "${TMPDIR:-/tmp}"
fi
