#!/usr/bin/env bash
# Times the feature space of diffraction patterns, in one thread on one core, in Suiseki and in Python (numpy, scipy,
# PyTorch) in turn, so that both meet the same machine: from xy files to points; masking of all peaks (ours alone);
# training. Simulates the files into a folder that is removed afterwards. All lines of JSON go to standard output, and the
# medians after them as lines that begin with #. Needs the build (mvn -DskipTests package) and Python with PyTorch and scipy
# (Debian: python3-torch python3-scipy). REPEATS (2), CORES (0,1) and PYTHON (python3) come from the environment. About 100
# seconds a repeat.
#   bench/compare-patterns.sh [PATTERNS, 10000]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

patterns=${1:-10000}
repeats=${REPEATS:-2}
python=${PYTHON:-python3}
cores=${CORES:-0,1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ ! -d bench/target/classes ] || [ ! -d app/target/dist/lib ]; then
  echo "Build first: mvn -DskipTests package" >&2
  exit 1
fi
if ! "$python" -c 'import torch, scipy' 2>/dev/null; then
  echo "$python has no PyTorch or scipy (Debian: apt install python3-torch python3-scipy); name another with PYTHON=…" >&2
  exit 1
fi

# CORES COMMAND…
on() {
  local where=$1
  shift
  if command -v taskset >/dev/null; then
    taskset -c "$where" "$@"
  else
    "$@"
  fi
}

# As the launcher sets them: without them waiting threads spin, and both sides measure that.
export OMP_WAIT_POLICY=passive OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
suiseki=(java -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -XX:+UseSerialGC -Xmx600m
  -cp "bench/target/classes:app/target/dist/lib/*")
lines="$folder/lines.jsonl"
core=${cores%%,*}

"${suiseki[@]}" org.suiseki.bench.PatternsToPoints write "$folder" "$patterns"
for ((i = 1; i <= repeats; i++)); do
  echo "Round $i of $repeats" >&2
  for model in dense convolutional; do
    # The first way of each process has the compiler's and the libraries' start in it, on both sides.
    on "$core" "${suiseki[@]}" org.suiseki.bench.PatternsToPoints place "$folder" "$model" 3 | tee -a "$lines"
    on "$core" "$python" bench/patterns_pytorch.py place "$folder" "$model" 2 | tee -a "$lines"
    on "$core" "${suiseki[@]}" org.suiseki.bench.PatternMasking "$folder" "$model" 1000 1 2 | tee -a "$lines"
    on "$cores" "${suiseki[@]}" org.suiseki.bench.PatternMasking "$folder" "$model" 1000 2 2 | tee -a "$lines"
    on "$core" "${suiseki[@]}" org.suiseki.bench.SpaceTraining "$model" | tee -a "$lines"
    on "$core" "$python" bench/patterns_pytorch.py train "$folder" "$model" | tee -a "$lines"
  done
done

"$python" - "$lines" <<'PYTHON'
import collections
import json
import statistics
import sys

runs = [json.loads(line) for line in open(sys.argv[1])]
last = collections.Counter()
for run in runs:
    key = (run["task"], run["side"], run["model"])
    last[key] = max(last[key], run.get("round", 1))


def median(task, side, model, field, first=False, threads=None):
    """Of the last round of each process, or of its first."""
    wanted = 1 if first else last[(task, side, model)]
    values = [
        run[field]
        for run in runs
        if (run["task"], run["side"], run["model"]) == (task, side, model)
        and run.get("round", 1) == wanted
        and threads in (None, run.get("threads"))
    ]
    return statistics.median(values)


for model in ("dense", "convolutional"):
    ours, theirs = (median("place", side, model, "perSecond") for side in ("suiseki", "python"))
    cold = median("place", "suiseki", model, "perSecond", first=True)
    print(
        f"# {model}: files to points, patterns a second on one core: ours {ours:.0f} (first round {cold:.0f}),"
        f" Python {theirs:.0f}, {ours / theirs:.1f} times"
    )
    for stage in ("reading", "preparing", "encoding"):
        one, other = (median("place", side, model, stage) for side in ("suiseki", "python"))
        print(f"#   {stage:10} ours {one:6.2f} s, Python {other:6.2f} s")
    for threads in (1, 2):
        cold = median("mask", "suiseki", model, "seconds", True, threads)
        warm = median("mask", "suiseki", model, "seconds", False, threads)
        memory = median("mask", "suiseki", model, "residentMB", False, threads)
        print(f"#   masking, {threads} thread(s): {cold:.2f} s the first time, {warm:.2f} s then; {memory:.0f} MB resident")
    one, other = (median("train", side, model, "seconds") for side in ("suiseki", "python"))
    print(f"#   training: ours {one:.2f} s, PyTorch {other:.2f} s, {other / one:.1f} times")
    one, other = (median("train", side, model, "left") for side in ("suiseki", "python"))
    print(f"#   variance left on the training rows: ours {one:.4f}, PyTorch {other:.4f}")
PYTHON
