"""The reference model in OpenTURNS: a SymbolicFunction over samples, and its own distributions.

    peer_openturns.py FOLDER
"""
import os
import sys

import model as shared
from model import DOMESTIC, DUTY, EXPORT, FREIGHT, GRANTS, LENDING, MARKUP, Model
import numpy as np
import openturns as ot


def function(m):
    inputs = ["x%d" % k for k in range(len(m.distributions))]
    purchases = " + ".join(
        "%r * max(0, x%d * (1 + x%d) + x%d - %r)" % (q, k, DUTY, FREIGHT, p)
        for k, (q, p) in enumerate(zip(m.quantity, m.paid)))
    loans = " + ".join("max(0, x%d * %r - %r)" % (LENDING, b, i) for b, i in zip(m.balance, m.interest))
    grants = " + ".join(["%r" % m.verified] + ["x%d" % k for k in range(GRANTS, DOMESTIC)])
    sales = "x%d + x%d * (1 + x%d)" % (DOMESTIC, EXPORT, MARKUP)
    steps = "var sales := %s; " % sales
    for name, benefit in (("p", purchases), ("l", loans), ("g", grants)):
        steps += "var %s := (%s) / sales; " % (name, benefit)
    steps += "rate := (p < 0.00005 ? 0 : p) + (l < 0.00005 ? 0 : l) + (g < 0.00005 ? 0 : g);"
    return ot.SymbolicFunction(inputs, ["rate"], steps)


# draws of each of the two samples
BASE = 2048
# how far indices of other samples may be off
LIKELY = 0.1


def indices(f, joint):
    """First and total indices, without intervals."""
    design = ot.SobolIndicesExperiment(joint, BASE, False).generate()
    found = ot.SaltelliSensitivityAlgorithm(design, f(design), BASE)
    return found.getFirstOrderIndices(), found.getTotalOrderIndices()


def agreement(f, joint, folder):
    """Refuses indices that are farther from the program's than samples explain; 0, for they are of other draws."""
    expected = [[float(word) for word in line.split()] for line in open(os.path.join(folder, "indices.txt"))]
    for which, values in enumerate(indices(f, joint)):
        for value, line in zip(values, expected):
            if abs(value - line[which]) > LIKELY:
                sys.exit("An index is %g, not %g." % (value, line[which]))
    return 0


def main():
    m = Model(sys.argv[1])
    ot.TBB.Disable()
    f = function(m)
    draws = ot.Sample(np.ascontiguousarray(m.draws.T))
    difference = m.difference(f(draws))
    joint = ot.ComposedDistribution([
        ot.Triangular(*p) if kind == "triangular" else ot.Normal(p[0], p[1]) for kind, p in m.distributions])
    size = 8192
    block = draws[:size]
    shared.tell("model openturns", shared.median_time(lambda: f(block), size), difference)
    shared.tell("sampling openturns", shared.median_time(lambda: joint.getSample(size), size), difference)
    shared.tell("whole openturns", shared.median_time(lambda: f(joint.getSample(size)).computeMean(), size), difference)
    shared.tell("indices openturns", shared.median_time(lambda: indices(f, joint), BASE), agreement(f, joint, sys.argv[1]))


main()
