#!/usr/bin/env bash
# By hand: a build of 汐見沢町 under valgrind. Fails on anything that valgrind.supp does not explain.
# kensho's own malloc is to be taken for the C library's, which somalloc=NONE says.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
valgrind --soname-synonyms=somalloc=NONE --leak-check=no --error-exitcode=9 --suppressions=tests/faults/valgrind.supp \
  build/dev/kensho build samples/shiomizawa --out "$out"
