#!/usr/bin/env bash
# Times a training epoch of many small networks in Suiseki and in PyTorch, in turn, so that both meet the same machine.
# Prints the medians and their ratio. Needs the build (mvn -DskipTests package) and Python with PyTorch (Debian:
# python3-torch). REPEATS (5) and PYTHON (python3) come from the environment; all arguments go to both sides, for instance
#   bench/compare-epoch.sh --networks 50 --rows 264 --hidden 128,128,64 --threads 2
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

repeats=${REPEATS:-5}
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
  java "${flags[@]}" -cp "bench/target/classes:app/target/dist/lib/*" org.suiseki.bench.EpochBenchmark "$@" \
    | tee -a "$results"
  "$python" bench/epoch_pytorch.py "$@" | tee -a "$results"
done

"$python" - "$results" <<'PYTHON'
import json
import statistics
import sys

runs = [json.loads(line) for line in open(sys.argv[1])]


def median(side, way):
    return statistics.median(run[way] for run in runs if run["side"] == side)


ours = median("suiseki", "stacked")
print(f"suiseki           {ours * 1e3:9.2f} ms/epoch")
for way in ("stacked", "single"):
    theirs = median("pytorch", way)
    print(f"pytorch {way:9} {theirs * 1e3:9.2f} ms/epoch   {theirs / ours:.2f} times ours")
PYTHON
