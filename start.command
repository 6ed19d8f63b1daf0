#!/bin/sh
# Double-click (macOS, Linux): sets up what is missing and starts the app.
cd "$(dirname "$0")" || exit 1
for python in python3.13 python3.12 python3.11 python3; do
    # Asking the version also passes over names that exist but do not start.
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" run.py "$@"
    fi
done
echo "Python 3.11 or newer is needed. Install it from python.org, then start this file again." >&2
exit 2
