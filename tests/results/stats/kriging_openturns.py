#!/usr/bin/python3
"""Makes kriging_openturns.csv: noisy values at some points, and what OpenTURNS predicts at others with a
given kernel. Tests read that table, so they need no OpenTURNS. Run it with Debian's python3-openturns
(made with 1.20, of Debian 12):

    tests/results/stats/kriging_openturns.py > tests/results/stats/kriging_openturns.csv

Lines "value" hold a point, its value and the variance of its noise; lines "prediction" a point, the mean
and the variance of the function there; all as hexadecimal numbers.
"""
from math import cos, sin

import openturns as ot

LENGTHS = [0.7, 0.3]
DEVIATION = 1.5


def line(kind, *numbers):
    print(kind, *[float(number).hex() for number in numbers], sep=",")


ot.RandomGenerator.SetSeed(1)
points = ot.ComposedDistribution([ot.Uniform(0, 1)] * 2).getSample(25)
values = ot.Sample([[3 * x + sin(5 * x) * cos(7 * y) + y] for x, y in points])
noise = [0.01 + 0.05 * x * y for x, y in points]
covariance = ot.MaternModel(LENGTHS, [DEVIATION], 2.5)
kriging = ot.KrigingAlgorithm(points, values, covariance, ot.LinearBasisFactory(2).build())
kriging.setNoise(noise)
kriging.setOptimizeParameters(False)
kriging.run()
result = kriging.getResult()
for point, value, variance in zip(points, values, noise):
    line("value", *point, value[0], variance)
for point in ([0.1, 0.1], [0.5, 0.5], [0.9, 0.2], [0.25, 0.75], [1.0, 1.0], [-0.3, 1.4]):
    line("prediction", *point, result.getConditionalMean(point)[0],
         result.getConditionalMarginalVariance(point))
