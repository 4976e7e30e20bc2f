#!/usr/bin/python3
"""Makes sobol_openturns.csv: outcomes of rows, and what OpenTURNS makes of them. Tests read that table,
so they need no OpenTURNS. Run it with Debian's python3-openturns (made with 1.20, of Debian 12):

    tests/results/stats/sobol_openturns.py > tests/results/stats/sobol_openturns.csv

Lines "outcomes FUNCTION ROW" hold A, B, AB_1 ... AB_k, lines "indices FUNCTION INPUT" the first and the
total index by Jansen's estimators, all as hexadecimal numbers.
"""
from math import pi

import openturns as ot

FUNCTIONS = {
    "ishigami": (
        ot.ComposedDistribution([ot.Uniform(-pi, pi)] * 3),
        ot.SymbolicFunction(["a", "b", "c"], ["sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"]),
        64,
    ),
    "g": (
        ot.ComposedDistribution([ot.Uniform(0, 1)] * 4),
        ot.SymbolicFunction(
            ["a", "b", "c", "d"],
            ["abs(4*a-2) * (abs(4*b-2)+1)/2 * (abs(4*c-2)+4.5)/5.5 * (abs(4*d-2)+9)/10"],
        ),
        32,
    ),
}

for name, (inputs, function, rows) in FUNCTIONS.items():
    sequence = ot.LowDiscrepancyExperiment(ot.SobolSequence(), inputs, rows)
    points = ot.SobolIndicesExperiment(sequence).generate()
    outcomes = function(points)
    for row in range(rows):
        of_row = [outcomes[block * rows + row][0] for block in range(2 + inputs.getDimension())]
        print("outcomes", name, row, *[value.hex() for value in of_row], sep=",")
    indices = ot.JansenSensitivityAlgorithm(points, outcomes, rows)
    first, total = indices.getFirstOrderIndices(), indices.getTotalOrderIndices()
    for which in range(inputs.getDimension()):
        print("indices", name, which, first[which].hex(), total[which].hex(), sep=",")
