"""The reference model in numpy: whole columns at a time, in the block size that suits numpy best.

    peer_numpy.py FOLDER
"""
import sys

import model as shared
import numpy as np
from model import DOMESTIC, DUTY, EXPORT, FREIGHT, GRANTS, LENDING, MARKUP, Model


SHARES = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99]
MANY = 1 << 20
DE_MINIMIS = 0.01


def programs(m, x):
    """The rate of each of the three programs."""
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
    return [np.where(rate < 0.00005, 0.0, rate) for rate in (purchases / sales, loans / sales, grants / sales)]


def rates(m, x):
    total = np.zeros(x.shape[1])
    for rate in programs(m, x):
        total += rate
    return total


def simulate(m, random, x, results):
    """What `simulate` does: draws, evaluates and summarises the five results that it reports."""
    size = x.shape[1]
    for start in range(0, results.shape[1], size):
        sample(m, random, x)
        part = results[:, start:start + size]
        part[2:] = programs(m, x)
        part[0] = part[2] + part[3] + part[4]
        part[1] = part[0] < DE_MINIMIS
    return [
        (row.mean(), row.std(ddof=1), np.quantile(row, SHARES), np.histogram(row, bins=40)) for row in results]


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
            best["size"] = size
    x = np.empty((m.draws.shape[0], best.pop("size")))
    results = np.empty((5, MANY))
    best["everything"] = shared.median_time(lambda: simulate(m, random, x, results), MANY)
    for what, time in best.items():
        shared.tell(what + " numpy", time, difference)


main()
