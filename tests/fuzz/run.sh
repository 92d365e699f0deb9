#!/usr/bin/env bash
# The campaign by hand: each harness looks for N seconds, from its seeds and what it found before.
#     tests/fuzz/run.sh 600                  all of them
#     tests/fuzz/run.sh 3600 pictures        one
# What it finds lies in build/fuzz/found; a crash ends the script.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?how many seconds for each}
shift
harnesses=("$@")
[ ${#harnesses[@]} -gt 0 ] || harnesses=(reading project languages pictures specimen forms pipeline)
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz
cmake --build --preset fuzz --target "${harnesses[@]/#/fuzz_}"
python3 tests/fuzz/seeds.py build/fuzz/seeds
# What is long is slow, and says nothing that a short input of the kind does not; a blow to the town is six bytes.
declare -A longest=([reading]=1024 [pipeline]=61)
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt
for harness in "${harnesses[@]}"; do
  mkdir -p "build/fuzz/found/$harness" "build/fuzz/crashes"
  "build/fuzz/tests/fuzz/fuzz_$harness" "build/fuzz/found/$harness" "build/fuzz/seeds/$harness" \
    -max_total_time="$seconds" -max_len="${longest[$harness]:-4096}" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/crashes/$harness-" 2>&1 | grep -E 'stat::|ERROR|SUMMARY|crash-|^#[0-9]+ *DONE'
done
