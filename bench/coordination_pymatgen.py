"""Times CrystalNN of pymatgen on all sites of every n-th crystal of the phonon data (20), for comparison with CoordinationBenchmark.

Debian: python3-pymatgen. Usage, from the root of the project: python3 bench/coordination_pymatgen.py [n] [file]
"""
import gzip
import json
import sys
import time
import warnings

from pymatgen.analysis.local_env import CrystalNN
from pymatgen.core import Lattice, Structure

warnings.simplefilter("ignore")
every = int(sys.argv[1]) if len(sys.argv) > 1 else 20
path = sys.argv[2] if len(sys.argv) > 2 else "../shared/data/crystals/phonon_dos_1521.jsonl.gz"
structures = []
with gzip.open(path, "rt") as lines:
    for number, line in enumerate(lines):
        if number % every == 0:
            entry = json.loads(line)
            structures.append(Structure(Lattice(entry["lattice"]), entry["species"], entry["frac"]))

finder = CrystalNN()
start = time.process_time()
for structure in structures:
    for site in range(len(structure)):
        finder.get_nn_data(structure, site)
seconds = time.process_time() - start
print(f"pymatgen CrystalNN: {len(structures)} structures, {len(structures) / seconds:.1f} structures/s")
