"""The reference model in numba: loops over blocks of columns, compiled when first called.

    peer_numba.py FOLDER
"""
import sys

import model as shared
import numba
import numpy as np
from model import DOMESTIC, DUTY, EXPORT, FREIGHT, GRANTS, LENDING, MARKUP, Model


@numba.njit(fastmath=True)
def rates(x, quantity, paid, balance, interest, verified, out):
    n = x.shape[1]
    landed = 1 + x[DUTY]
    freight, lending, domestic, export, markup = x[FREIGHT], x[LENDING], x[DOMESTIC], x[EXPORT], x[MARKUP]
    purchases, loans, grants = np.zeros(n), np.zeros(n), np.full(n, verified)
    for k in range(quantity.size):
        price, q, p = x[k], quantity[k], paid[k]
        for i in range(n):
            purchases[i] += q * max(0.0, price[i] * landed[i] + freight[i] - p)
    for k in range(balance.size):
        b, p = balance[k], interest[k]
        for i in range(n):
            loans[i] += max(0.0, lending[i] * b - p)
    for k in range(GRANTS, DOMESTIC):
        grant = x[k]
        for i in range(n):
            grants[i] += grant[i]
    for i in range(n):
        sales = domestic[i] + export[i] * (1 + markup[i])
        a, b, c = purchases[i] / sales, loans[i] / sales, grants[i] / sales
        out[i] = (0.0 if a < 0.00005 else a) + (0.0 if b < 0.00005 else b) + (0.0 if c < 0.00005 else c)


@numba.njit(fastmath=True)
def sample(triangular, parameters, x):
    for k in range(x.shape[0]):
        p = parameters[k]
        for i in range(x.shape[1]):
            x[k, i] = np.random.triangular(p[0], p[1], p[2]) if triangular[k] else np.random.normal(p[0], p[1])


def main():
    m = Model(sys.argv[1])
    numbers = [np.array(part) for part in (m.quantity, m.paid, m.balance, m.interest)]
    got = np.empty(m.rates.size)
    rates(m.draws, *numbers, m.verified, got)
    difference = m.difference(got)
    triangular = np.array([kind == "triangular" for kind, _ in m.distributions])
    parameters = np.array([p for _, p in m.distributions])
    size = 1024
    block = np.ascontiguousarray(m.draws[:, :size])
    out = np.empty(size)
    shared.tell("model numba", shared.median_time(lambda: rates(block, *numbers, m.verified, out), size), difference)
    shared.tell("sampling numba", shared.median_time(lambda: sample(triangular, parameters, block), size), difference)
    shared.tell(
        "whole numba",
        shared.median_time(
            lambda: (sample(triangular, parameters, block), rates(block, *numbers, m.verified, out), out.sum()), size),
        difference)


main()
