#!/usr/bin/env bash
# Installs what is missing, builds kensho and makes the sample city's report. The build is that of scripts/test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build --preset dev --target kensho messages
build/dev/kensho build samples/atsugi --out out/atsugi
