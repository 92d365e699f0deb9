#!/usr/bin/env bash
# Installs what is missing, builds kensho and makes out/kensho_VERSION_ARCH.deb; the same sources, the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
cmake --preset release -DCMAKE_INSTALL_PREFIX=/usr "$@" >/dev/null
cmake --build --preset release --target kensho messages
# The date in the package is the date of the sources.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH
mkdir -p out
rm -f out/kensho_*.deb
(umask 022 && cpack --config build/release/CPackConfig.cmake -B build/release/package >build/release/cpack.log) || { cat build/release/cpack.log; exit 1; }
cp build/release/package/kensho_*.deb out/
ls out/kensho_*.deb
