"""Writes scipy-linkage.csv and scipy-cuts.csv beside itself; ran with SciPy 1.10.1."""
import pathlib

import numpy as np
from scipy.cluster.hierarchy import fcluster, leaves_list, linkage

HERE = pathlib.Path(__file__).parent


def waves(rows, size, a):
    m = np.arange(1, rows * size + 1, dtype=float)
    return np.sin(a * (m * np.sqrt(m))).reshape(rows, size)


points = waves(60, 5, 1.3)
pairs = 40 * 39 // 2
distances = 1 + waves(1, pairs, 0.7)[0] ** 2 + 0.5 * waves(1, pairs, 0.3)[0] ** 2
with open(HERE / "scipy-linkage.csv", "w") as trees, open(HERE / "scipy-cuts.csv", "w") as cuts:
    trees.write("case,left,right,height,size\n")
    cuts.write("case,kind,values\n")
    for name, data in (("points", points), ("distances", distances)):
        for method in ("single", "complete", "average", "ward"):
            tree = linkage(data, method)
            case = f"{name}-{method}"
            for left, right, height, size in tree:
                trees.write(f"{case},{int(left)},{int(right)},{height!r},{int(size)}\n")
            height = tree[-9, 2]
            for kind, values in (
                ("order", leaves_list(tree)),
                ("clusters", fcluster(tree, 6, "maxclust")),
                ("height", fcluster(tree, height, "distance")),
            ):
                cuts.write(f"{case},{kind},{' '.join(map(str, values))}\n")
