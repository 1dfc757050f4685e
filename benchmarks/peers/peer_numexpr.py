"""The reference model in numexpr, one thread: one expression for each program, evaluated in blocks of its own choice.

    peer_numexpr.py FOLDER
"""
import sys

import model as shared
import numexpr
from model import DOMESTIC, EXPORT, FREIGHT, DUTY, GRANTS, LENDING, MARKUP, Model

# one expression may name no more than 31 columns
PARTS = 3


def rates(m, x):
    names = {"x%d" % k: x[k] for k in range(len(x))}
    names["landed"] = numexpr.evaluate("1 + x%d" % DUTY, names)
    purchases = 0.0
    count = len(m.quantity) // PARTS
    for part in range(PARTS):
        terms = " + ".join(
            "%r * where(x%d * landed + x%d > %r, x%d * landed + x%d - %r, 0.0)"
            % (m.quantity[k], k, FREIGHT, m.paid[k], k, FREIGHT, m.paid[k])
            for k in range(part * count, (part + 1) * count))
        purchases = numexpr.evaluate(terms, names) + purchases
    names["purchases"] = purchases
    names["loans"] = numexpr.evaluate(
        " + ".join(
            "where(x%d * %r > %r, x%d * %r - %r, 0.0)" % (LENDING, b, i, LENDING, b, i)
            for b, i in zip(m.balance, m.interest)),
        names)
    names["grants"] = numexpr.evaluate(
        " + ".join(["%r" % m.verified] + ["x%d" % k for k in range(GRANTS, DOMESTIC)]), names)
    names["sales"] = numexpr.evaluate("x%d + x%d * (1 + x%d)" % (DOMESTIC, EXPORT, MARKUP), names)
    return numexpr.evaluate(
        " + ".join("where({0} / sales < 0.00005, 0.0, {0} / sales)".format(b) for b in ("purchases", "loans", "grants")),
        names)


def main():
    m = Model(sys.argv[1])
    numexpr.set_num_threads(1)
    difference = m.difference(rates(m, m.draws))
    best = min(
        shared.median_time(lambda: rates(m, block), block.shape[1])
        for block in (m.draws[:, :size].copy() for size in (4096, 16384, 65536)))
    shared.tell("model numexpr", best, difference)


main()
