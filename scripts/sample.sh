#!/usr/bin/env bash
# Installs what is missing, builds kensho and makes the sample city's report.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build --preset release --target kensho messages
build/release/kensho build samples/atsugi --out out/atsugi
