#!/bin/sh
# Usage: set-up.sh VENV site|test – a virtual environment with pinned packages and the project in it.
set -eu
venv=$1
what=$2

as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
apt_install() { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

python=
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed: apt-get install python3" >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    as_root && apt_install "$package" || { echo "Install it first: apt-get install $package" >&2; exit 1; }
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$what.txt"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

[ "$what" = test ] || exit 0

# The browser tests drive the system's Chromium through Playwright, whose Node needs libatomic.
missing=
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing=chromium
"$venv/bin/python" -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null || missing="$missing libatomic1"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 – a list of package names
    as_root && apt_install $missing || { echo "The browser tests need more: apt-get install $missing" >&2; exit 1; }
fi
