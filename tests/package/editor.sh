#!/usr/bin/env bash
# By hand, with node, npm and a network: asks yaml-language-server what an editor would show in a project that has the
# schemas of `kensho schema`. KENSHO names the program; else build/dev/kensho.
set -euo pipefail
cd "$(dirname "$0")/../.."
export KENSHO=${KENSHO:-$PWD/build/dev/kensho} KENSHO_HOME=$PWD
server=${KENSHO_EDITOR_SERVER:-}
if [ -z "$server" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    npm install --prefix "$folder" --no-audit --no-fund yaml-language-server@1 >/dev/null
    server=$folder/node_modules/.bin/yaml-language-server
fi
/usr/bin/python3 tests/package/editor.py "$server"
