#!/usr/bin/env bash
# Installs what is missing, builds kensho and runs all the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build --preset dev
ctest --preset dev --parallel "$(nproc)"
