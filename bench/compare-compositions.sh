#!/usr/bin/env bash
# Times the 290 descriptors of compositions in Suiseki and the way XenonPy makes them (pymatgen, pandas, numpy), in turn, in
# one thread on one core. Prints compositions per second, from the text of the formula to the numbers, and their ratio; for
# Suiseki also from the composition to the numbers. Needs the build (mvn -DskipTests package) and Python with pymatgen and
# pandas (Debian: python3-pymatgen). REPEATS (3), CORE (0) and PYTHON (python3) come from the environment. About a minute.
#   bench/compare-compositions.sh [ELEMENT TABLE] [CSV OF FORMULAS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

table=${1:-../shared/data/composition/xenonpy_elements_94x58.csv}
file=${2:-../shared/data/composition/mp_stable_formation_energy_35463.csv.gz}
repeats=${REPEATS:-3}
python=${PYTHON:-python3}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if [ ! -d bench/target/classes ] || [ ! -d app/target/dist/lib ]; then
  echo "Build first: mvn -DskipTests package" >&2
  exit 1
fi
for needed in "$table" "$file"; do
  if [ ! -r "$needed" ]; then
    echo "There is no $needed; give an element table and a CSV with a column formula_pretty" >&2
    exit 1
  fi
done
if ! "$python" -c 'import pymatgen.core, pandas' 2>/dev/null; then
  echo "$python has no pymatgen (Debian: apt install python3-pymatgen); name another with PYTHON=…" >&2
  exit 1
fi

one_core=(env)
if command -v taskset >/dev/null; then
  one_core=(taskset -c "${CORE:-0}")
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

for ((i = 1; i <= repeats; i++)); do
  echo "Round $i of $repeats" >&2
  "${one_core[@]}" java -cp "bench/target/classes:bench/target/lib/*:app/target/dist/lib/*" org.openjdk.jmh.Main \
    CompositionDescriptorsBenchmark -p name=composition-290 -p "elements=$table" -jvmArgs -XX:+UseSerialGC \
    -foe true -v SILENT -rf json -rff "$results/ours-$i.json" >&2
  "${one_core[@]}" "$python" bench/compositions_pymatgen.py "$table" "$file" >"$results/theirs-$i.jsonl"
done

"$python" - "$results" <<'PYTHON'
import json
import pathlib
import statistics
import sys

ours, theirs = {}, []
for path in pathlib.Path(sys.argv[1]).glob("theirs-*"):
    theirs += [json.loads(line)["perSecond"] for line in path.read_text().splitlines()]
for path in pathlib.Path(sys.argv[1]).glob("ours-*"):
    for run in json.loads(path.read_text()):
        ours.setdefault(run["benchmark"].rpartition(".")[2], []).append(run["primaryMetric"]["score"])
peer = statistics.median(theirs)
for name, task in (("readAndDescribed", "text to 290 numbers"), ("described", "composition to 290 numbers")):
    own = statistics.median(ours[name])
    print(f"{task:28}{peer:10.0f}{own:12.0f}{own / peer:8.0f}  pymatgen, pandas and numpy, from the text")
PYTHON
