"""The reference model in numpy: whole columns at a time, in the block size that suits numpy best.

    peer_numpy.py FOLDER
"""
import sys

import model as shared
import numpy as np
from model import DOMESTIC, DUTY, EXPORT, FREIGHT, GRANTS, LENDING, MARKUP, Model


def rates(m, x):
    landed = 1 + x[DUTY]
    purchases = np.zeros(x.shape[1])
    part = np.empty(x.shape[1])
    for k, (quantity, paid) in enumerate(zip(m.quantity, m.paid)):
        np.multiply(x[k], landed, out=part)
        part += x[FREIGHT]
        part -= paid
        np.maximum(part, 0.0, out=part)
        part *= quantity
        purchases += part
    loans = np.zeros(x.shape[1])
    for balance, interest in zip(m.balance, m.interest):
        np.multiply(x[LENDING], balance, out=part)
        part -= interest
        np.maximum(part, 0.0, out=part)
        loans += part
    grants = m.verified + x[GRANTS:DOMESTIC].sum(axis=0)
    sales = x[DOMESTIC] + x[EXPORT] * (1 + x[MARKUP])
    total = np.zeros(x.shape[1])
    for benefit in (purchases, loans, grants):
        rate = benefit / sales
        total += np.where(rate < 0.00005, 0.0, rate)
    return total


def sample(m, random, x):
    """By numpy's own methods: a ziggurat for the normal distribution, so no quantiles at all."""
    n = x.shape[1]
    for k, (kind, p) in enumerate(m.distributions):
        x[k] = random.triangular(p[0], p[1], p[2], n) if kind == "triangular" else random.normal(p[0], p[1], n)


def main():
    m = Model(sys.argv[1])
    difference = m.difference(rates(m, m.draws))
    random = np.random.Generator(np.random.SFC64(20240607))
    best = {}
    for size in (1024, 4096, 16384, 65536):
        block = np.ascontiguousarray(m.draws[:, :size])
        times = (
            shared.median_time(lambda: rates(m, block), size),
            shared.median_time(lambda: sample(m, random, block), size),
            shared.median_time(lambda: (sample(m, random, block), rates(m, block).sum()), size),
        )
        if not best or times[2] < best["whole"]:
            best = dict(zip(("model", "sampling", "whole"), times))
    for what, time in best.items():
        shared.tell(what + " numpy", time, difference)


main()
