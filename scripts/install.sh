#!/usr/bin/env bash
# Installs those of scripts/packages.txt and tests/browser/package-lock.json that are missing; does nothing, and needs
# no network, when none is.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for package in $(grep -v '^#' scripts/packages.txt); do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
# Node.js of another source brings its own npm, which Debian's package would contradict.
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
    echo "installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The judges of web pages, as the lock file has them. Without the registry the tests that need them are not run.
if ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/.installed; then
    if timeout 300 npm ci --prefix tests/browser --no-audit --no-fund --silent; then
        cp tests/browser/package-lock.json tests/browser/node_modules/.installed
    else
        rm -rf tests/browser/node_modules
        echo "npm's registry cannot be reached: the tests that need tests/browser will not be run" >&2
    fi
fi
