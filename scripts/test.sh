#!/usr/bin/env bash
# Installs what is missing, builds kensho and runs all the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build --preset dev
# Tests that need packages of npm are skipped, and named, where its registry was out of reach; with MUST_RUN_ALL=1, as
# CI asks, they fail.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
ctest --preset dev --parallel "$(nproc)" | tee "$log"
if grep -q '(Skipped)' "$log"; then
    echo "NOT RUN:" >&2
    grep '(Skipped)' "$log" >&2
fi
