#!/usr/bin/env bash
# Times what is done with crystals in Suiseki and in pymatgen (symmetry: spglib), in turn, in one thread on one core, so
# that both meet the same machine. Prints structures per second (medians) and their ratio. Suiseki goes through all crystals
# of the file, pymatgen through some that are spread over it. Needs the build (mvn -DskipTests package) and Python with
# pymatgen (Debian: python3-pymatgen). REPEATS (3), CORE (0) and PYTHON (python3) come from the environment. About 4 minutes.
#   bench/compare-crystals.sh [CRYSTALS OF PYMATGEN, 40] [FILE OF JSON LINES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

crystals=${1:-40}
file=${2:-../shared/data/crystals/phonon_dos_1521.jsonl.gz}
repeats=${REPEATS:-3}
python=${PYTHON:-python3}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if [ ! -d bench/target/classes ] || [ ! -d app/target/dist/lib ]; then
  echo "Build first: mvn -DskipTests package" >&2
  exit 1
fi
if [ ! -r "$file" ]; then
  echo "There are no crystals in $file; give another file of JSON lines after the number" >&2
  exit 1
fi
if ! "$python" -c 'import pymatgen.core, spglib' 2>/dev/null; then
  echo "$python has no pymatgen (Debian: apt install python3-pymatgen); name another with PYTHON=…" >&2
  exit 1
fi

one_core=(env)
if command -v taskset >/dev/null; then
  one_core=(taskset -c "${CORE:-0}")
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

# TASKS, SECONDS to warm up, FILE of the result
ours() {
  "${one_core[@]}" java -cp "bench/target/classes:bench/target/lib/*:app/target/dist/lib/*" org.openjdk.jmh.Main \
    CrystalTaskBenchmark -p "file=$file" -p "task=$1" -jvmArgs -XX:+UseSerialGC -wi "$2" -i 3 -r 500ms -foe true \
    -v SILENT -rf json -rff "$3" >&2
}

for ((i = 1; i <= repeats; i++)); do
  echo "Round $i of $repeats" >&2
  ours COORDINATION,FINGERPRINT,GRAPH,DIFFRACTION,DIFFRACTION_AS_PYMATGEN 4 "$results/ours-$i.json"
  # Much code, which the compiler on the same core takes longer for.
  ours SYMMETRY 10 "$results/ours-symmetry-$i.json"
  "${one_core[@]}" "$python" bench/crystals_pymatgen.py "$file" --crystals "$crystals" >"$results/theirs-$i.jsonl"
done

"$python" - "$results" <<'PYTHON'
import json
import pathlib
import statistics
import sys

ours, theirs, peers = {}, {}, {}
count = 0
for path in pathlib.Path(sys.argv[1]).glob("theirs-*"):
    for line in path.read_text().splitlines():
        run = json.loads(line)
        theirs.setdefault(run["task"], []).append(run["perSecond"])
        peers[run["task"]] = f"{run['side']}, {run['structures']} structures of {run['sites'] / run['structures']:.1f} sites"
        count = max(count, run["structures"])
for path in sorted(pathlib.Path(sys.argv[1]).glob("ours-*")):
    for run in json.loads(path.read_text()):
        milliseconds = run["primaryMetric"]["score"]
        ours.setdefault(run["params"]["task"].lower(), []).append(1e3 * count / milliseconds)

print(f"{'task':24}{'peer/s':>10}{'ours/s':>10}{'ratio':>8}  peer")
for task in ours:
    name = task.removesuffix("_as_pymatgen")
    peer, own = statistics.median(theirs[name]), statistics.median(ours[task])
    print(f"{task:24}{peer:10.1f}{own:10.0f}{own / peer:8.0f}  {peers[name]}")
PYTHON
