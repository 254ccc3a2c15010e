#!/usr/bin/env bash
# Counts how many perceptrons 290 → 64 → 32 → 1 a minute (5,000 rows, batches of 128, 20 epochs, then 500 rows of
# validation and 500 of test) are trained in Suiseki, many side by side, and in PyTorch, one after another, in turn, so
# that both meet the same machine. Prints the medians and their ratio, by the clock and by core time, which a busy machine
# disturbs less. Needs the build (mvn -DskipTests package) and Python with PyTorch (Debian: python3-torch). REPEATS (3),
# NETWORKS (256), PEERS (16), THREADS (2) and PYTHON (python3) come from the environment; all arguments go to both
# sides, for instance
#   bench/compare-networks.sh --rows 35000 --hidden 128,64,32
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

repeats=${REPEATS:-3}
networks=${NETWORKS:-256}
peers=${PEERS:-16}
threads=${THREADS:-2}
python=${PYTHON:-python3}
results=$(mktemp)
trap 'rm -f "$results"' EXIT

if [ ! -d bench/target/classes ] || [ ! -d app/target/dist/lib ]; then
  echo "Build first: mvn -DskipTests package" >&2
  exit 1
fi
if ! "$python" -c 'import torch' 2>/dev/null; then
  echo "$python has no PyTorch (Debian: apt install python3-torch); name another with PYTHON=…" >&2
  exit 1
fi

# As the launcher sets them: without them waiting threads spin, and both sides measure that.
export OMP_WAIT_POLICY=passive OPENBLAS_NUM_THREADS=1
flags=(-Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -XX:+UseSerialGC)
for ((i = 1; i <= repeats; i++)); do
  java "${flags[@]}" -cp "bench/target/classes:app/target/dist/lib/*" org.suiseki.bench.NetworksBenchmark \
    --networks "$networks" --threads "$threads" "$@" | tee -a "$results"
  # One torch thread leaves a core idle, two share each small product: both are given.
  for ((own = 1; own <= threads; own++)); do
    OPENBLAS_NUM_THREADS=$own "$python" bench/networks_pytorch.py --networks "$peers" --threads "$own" "$@" \
      | tee -a "$results"
  done
done

"$python" - "$results" <<'PYTHON'
import json
import statistics
import sys

runs = [json.loads(line) for line in open(sys.argv[1])]
kinds = sorted({(run["side"], run["threads"]) for run in runs}, reverse=True)
medians = {
    kind: [
        statistics.median(run[way] for run in runs if (run["side"], run["threads"]) == kind)
        for way in ("perMinute", "perCoreMinute", "medianR2")
    ]
    for kind in kinds
}
ours = next(median for kind, median in medians.items() if kind[0] == "suiseki")
print(f"{'side':9}{'threads':>8}{'a minute':>10}{'a core and minute':>19}{'median R2':>11}{'ours / theirs':>15}")
for (side, threads), (clock, core, found) in medians.items():
    print(f"{side:9}{threads:8}{clock:10.1f}{core:19.1f}{found:11.3f}{ours[0] / clock:15.1f}")
PYTHON
