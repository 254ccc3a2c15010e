#!/usr/bin/env python3
"""Times 290 descriptors of compositions the way XenonPy makes them, as bench/compare-compositions.sh asks.

Formulas go through pymatgen's parser one by one, and each through pandas and numpy: the rows of its elements, then average,
sum, variance, largest and smallest of every property. One thread. Prints one line of JSON with compositions per second.
"""

import argparse
import gzip
import json
import time
import warnings

warnings.filterwarnings("ignore")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", help="properties of the elements, CSV with the symbols in the first column")
    parser.add_argument("file", help="CSV with formulas (.gz welcome)")
    parser.add_argument("--column", default="formula_pretty")
    parser.add_argument("--formulas", type=int, default=2000, help="so many, spread over the file (2000)")
    return parser.parse_args()


def main():
    import numpy
    import pandas
    from pymatgen.core import Composition

    given = arguments()
    table = pandas.read_csv(given.table, index_col=0)
    opener = gzip.open if given.file.endswith(".gz") else open
    with opener(given.file, "rt") as lines:
        formulas = pandas.read_csv(lines)[given.column].tolist()
    formulas = formulas[:: max(1, len(formulas) // given.formulas)]
    begun = time.process_time()
    total = 0.0
    for formula in formulas:
        amounts = Composition(formula).as_dict()
        rows = table.loc[list(amounts)].values
        numbers = numpy.array(list(amounts.values()))
        shares = numbers / numbers.sum()
        mean = shares @ rows
        features = numpy.concatenate(
            [mean, numbers @ rows, shares @ (rows - mean) ** 2, rows.max(axis=0), rows.min(axis=0)]
        )
        total += features[0]
    seconds = time.process_time() - begun
    print(json.dumps({"formulas": len(formulas), "perSecond": len(formulas) / seconds, "check": total}))


if __name__ == "__main__":
    main()
