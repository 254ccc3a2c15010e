#!/usr/bin/env python3
"""Times what pymatgen, matminer's fingerprint rules and spglib need for crystals, as bench/compare-crystals.sh asks.

Each task goes through crystals of a JSON-lines file (id, lattice, species, frac; .gz welcome), one after another in one
thread, and prints one line of JSON with structures per second. Reading is not timed. Tasks:

coordination  CrystalNN on every site
fingerprint   CrystalNN, then the order parameters of every coordination number that has a weight, on every site
graph         12 nearest neighbours of every site, whole shells, the way ALIGNN looks for them: all neighbours within a
              radius that grows until every site has 12
diffraction   XRDCalculator, Cu K-alpha, 0 to 90 degrees two-theta
symmetry      spglib's dataset, symprec 0.01 (C), on all crystals of the file
"""

import argparse
import gzip
import json
import time
import warnings

warnings.filterwarnings("ignore")

# In Å, as CrystalGraph takes it: without it, rounding cuts shells.
SAME_SHELL = 0.01


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--tasks", default="coordination,fingerprint,graph,diffraction,symmetry")
    parser.add_argument("--crystals", type=int, default=40, help="so many, spread over the file (40)")
    return parser.parse_args()


def structures(path):
    from pymatgen.core import Lattice, Structure

    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt") as lines:
        rows = [json.loads(line) for line in lines]
    return [Structure(Lattice(row["lattice"]), row["species"], row["frac"]) for row in rows]


def coordination(found):
    from pymatgen.analysis.local_env import CrystalNN

    finder = CrystalNN()
    return lambda: [finder.get_nn_data(s, site) for s in found for site in range(len(s))]


def fingerprint(found):
    import os

    import pymatgen.analysis.local_env as local
    from ruamel.yaml import YAML

    finder = local.CrystalNN()
    with open(os.path.join(os.path.dirname(local.__file__), "cn_opt_params.yaml")) as text:
        kinds_by_number = YAML(typ="safe").load(text)
    motifs = {
        int(number): [
            local.LocalStructOrderParams([kind[0]], parameters=[kind[1]] if len(kind) > 1 else None)
            for kind in kinds.values()
        ]
        for number, kinds in kinds_by_number.items()
    }

    def site_values(structure, site):
        data = finder.get_nn_data(structure, site)
        for number, weight in data.cn_weights.items():
            if weight > 0 and number in motifs:
                around = [structure[site]] + [nn["site"] for nn in data.cn_nninfo[number]]
                for motif in motifs[number]:
                    motif.get_order_parameters(around, 0, indices_neighs=list(range(1, len(around))))

    return lambda: [site_values(s, site) for s in found for site in range(len(s))]


def graph(found):
    def edges(structure):
        radius = 8.0
        neighbours = structure.get_all_neighbors(radius)
        while min(len(around) for around in neighbours) < 12:
            radius *= 1.5
            neighbours = structure.get_all_neighbors(radius)
        for around in neighbours:
            around.sort(key=lambda n: n.nn_distance)
        return [[n for n in around if n.nn_distance <= around[11].nn_distance + SAME_SHELL] for around in neighbours]

    return lambda: [edges(s) for s in found]


def diffraction(found):
    from pymatgen.analysis.diffraction.xrd import XRDCalculator

    calculator = XRDCalculator("CuKa")
    return lambda: [calculator.get_pattern(s, two_theta_range=(0, 90)) for s in found]


def symmetry(found):
    import spglib

    cells = [(s.lattice.matrix, s.frac_coords, [site.specie.Z for site in s]) for s in found]

    def run():
        for cell in cells:
            if spglib.get_symmetry_dataset(cell, symprec=0.01) is None:
                raise ValueError("spglib found no symmetry")

    return run


def main():
    options = arguments()
    all_of_them = structures(options.file)
    count = min(options.crystals, len(all_of_them))
    some = [all_of_them[i * len(all_of_them) // count] for i in range(count)]
    for name in options.tasks.split(","):
        found = all_of_them if name == "symmetry" else some
        run = globals()[name](found)
        began = time.perf_counter()
        run()
        seconds = time.perf_counter() - began
        print(
            json.dumps(
                {
                    "side": "spglib" if name == "symmetry" else "pymatgen",
                    "task": name,
                    "structures": len(found),
                    "sites": sum(len(s) for s in found),
                    "seconds": round(seconds, 4),
                    "perSecond": round(len(found) / seconds, 2),
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
