"""What the peers in Python share: the numbers of the model, the draws, the check and the clock."""
import json
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np

AGREEMENT = 1e-9
FREIGHT, DUTY, LENDING, GRANTS, DOMESTIC, EXPORT, MARKUP = 24, 25, 26, 27, 34, 35, 36


class Model:
    def __init__(self, folder):
        lines = [line.split() for line in open(os.path.join(folder, "model.txt"))]
        values = {words[0]: [float(word) for word in words[1:]] for words in lines[:7]}
        self.quantity, self.paid = values["quantity"], values["paid"]
        self.balance, self.interest, self.verified = values["balance"], values["interest"], values["verified"][0]
        # (kind, parameters): low, mode and high, or mean and deviation
        self.distributions = [(words[0], [float(word) for word in words[2:]]) for words in lines[7:]]
        draws = int(values["draws"][0])
        self.draws = np.fromfile(os.path.join(folder, "draws.bin"), "<f8").reshape(len(self.distributions), draws)
        self.rates = np.fromfile(os.path.join(folder, "rates.bin"), "<f8")

    def difference(self, rates):
        """The largest relative difference from what the program under test gives; refuses more than 1e-9."""
        largest = float(np.max(np.abs(np.asarray(rates).ravel() / self.rates - 1)))
        if not largest <= AGREEMENT:
            sys.exit("The results differ by %g, relative." % largest)
        return largest


def median_time(task, draws, seconds=0.4, turns=5):
    """Nanoseconds of processor time for a draw, the median of the turns."""
    task()
    start = time.process_time()
    task()
    repeats = max(1, int(seconds / turns / max(time.process_time() - start, 1e-9)))
    times = []
    for _ in range(turns):
        start = time.process_time()
        for _ in range(repeats):
            task()
        times.append((time.process_time() - start) / repeats / draws * 1e9)
    return sorted(times)[turns // 2]


def tell(measure, nanoseconds, difference):
    print(json.dumps({"measure": measure, "ns": round(nanoseconds, 4), "difference": difference}), flush=True)
