#!/usr/bin/env python3
"""Compares the reference model in this program with the same model elsewhere, in one go, and writes ../RESULTS.md.

    benchmarks/peers/run.py [--rounds 5] [--python /path/to/python3] [--no-build] [--long] [--only java,c,numpy]

Installs nothing. What is missing is named and left out. README.md says what each peer needs.
"""
import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parent
ROOT = BENCHMARKS.parent
CLASSPATH = os.pathsep.join(
    ["benchmarks/target/classes", "benchmarks/target/lib/*", "target/classes", "target/lib/*"])
C_FLAGS = {"O3": ["-O3", "-march=native"], "fast": ["-O3", "-march=native", "-ffast-math"]}
PYTHON_PEERS = {"numpy": "numpy", "numba": "numba", "numexpr": "numexpr", "openturns": "openturns"}
TURNS = "7"
FEW_DRAWS, MANY_DRAWS = 1_000_000, 11_000_000
# the launcher's choice for long commands
COLLECTOR = ("-XX:+UseParallelGC",)


def lines(command, **more):
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **more)
    if done.returncode != 0:
        sys.exit("%s ended with %d" % (" ".join(command), done.returncode))
    return done.stdout.splitlines()


def java(*arguments, main="org.advalorem.benchmarks.JavaPeer", options=()):
    home = os.environ.get("JAVA_HOME")
    program = os.path.join(home, "bin", "java") if home else "java"
    return [program, *options, "-cp", CLASSPATH, main, *arguments]


def simulate(*arguments, options=()):
    return java("simulate", "scenarios/reference-model/scenario.yaml", *arguments, main="org.advalorem.cli.Main", options=options)


def marginal(command):
    """Nanoseconds of processor time that a process takes for one more draw, given the command for a number of draws."""
    times = []
    for draws in (FEW_DRAWS, MANY_DRAWS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines(command(str(draws)))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return (times[1] - times[0]) / (MANY_DRAWS - FEW_DRAWS) * 1e9


def has_module(python, module):
    found = subprocess.run([python, "-c", "import " + module], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return found.returncode == 0


def peers(folder, python, only):
    """Name and command of each peer that can run here, and what is missing for the others."""
    found, missing = {}, []
    if not only or "java" in only:
        found["java"] = java("measure", str(folder), TURNS)
    if not only or "c" in only:
        if shutil.which("gcc"):
            for name, flags in C_FLAGS.items():
                program = str(folder / ("peer-" + name))
                subprocess.run(
                    ["gcc", "-std=gnu11", *flags, '-DFLAGS="%s"' % name, "-o", program, str(HERE / "peer.c"), "-lm"],
                    check=True)
                found["c " + name] = [program, str(folder), TURNS]
        else:
            missing.append("C: no gcc")
    for name, module in PYTHON_PEERS.items():
        if only and name not in only:
            continue
        if has_module(python, module):
            found[name] = [python, str(HERE / ("peer_%s.py" % name)), str(folder)]
        else:
            missing.append("%s: %s has no module %s" % (name, python, module))
    if not only or "spreadsheet" in only:
        if not shutil.which("soffice"):
            missing.append("spreadsheet: no soffice")
        elif not (has_module(python, "uno") and has_module(python, "numpy")):
            missing.append("spreadsheet: %s has no module uno, or no numpy" % python)
        else:
            lines(java("memo", "scenarios/reference-model/scenario.yaml", "--output", str(folder / "memo.xlsx"),
                       main="org.advalorem.cli.Main"))
            found["spreadsheet"] = [python, str(HERE / "peer_spreadsheet.py"), str(folder)]
    return found, missing


def machine():
    name = platform.processor() or platform.machine()
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    return "%s, %d processors, %s %s" % (name, os.cpu_count(), platform.system(), platform.machine())


def versions(python):
    home = os.environ.get("JAVA_HOME")
    program = os.path.join(home, "bin", "java") if home else "java"
    told = ["Java " + subprocess.run([program, "-version"], stderr=subprocess.PIPE, text=True).stderr.split('"')[1]]
    if shutil.which("gcc"):
        told.append("gcc " + lines(["gcc", "-dumpfullversion"])[0])
    for name, module in PYTHON_PEERS.items():
        if has_module(python, module):
            told.append(name + " " + lines([python, "-c", "import %s; print(%s.__version__)" % (module, module)])[-1])
    if shutil.which("soffice"):
        told.append(" ".join(lines(["soffice", "--version"])[0].split()[:2]))
    return ", ".join(told)


class Results:
    def __init__(self):
        self.rounds = []
        self.differences = {}

    def add(self, text):
        measures = {}
        for line in text:
            told = json.loads(line)
            measures.setdefault(told["measure"], []).append(told["ns"])
            self.differences[told["measure"]] = max(told["difference"], self.differences.get(told["measure"], 0))
        self.rounds[-1].update({measure: statistics.median(times) for measure, times in measures.items()})

    def time(self, measure):
        times = [r[measure] for r in self.rounds if measure in r]
        return statistics.median(times) if times else None

    def ratio(self, measure, other):
        both = [r[measure] / r[other] for r in self.rounds if measure in r and other in r]
        return statistics.median(both) if both else None

    def names(self):
        return list(dict.fromkeys(name for r in self.rounds for name in r))


# measure, other measure, and the target for their ratio, if any
GOALS = [
    ("model batch", "model fused", "<=", 1.5, "batch reader over hand-fused Java loops"),
    ("model batch", "model c-fast", "<=", 3.0, "batch reader over fused C"),
    ("model per-draw", "model batch", ">=", 4.0, "obvious Java loop over draws, over the batch reader"),
    ("whole advalorem", "whole c-fast", "<=", 1.5, "draws and model over fused C with -ffast-math"),
    ("whole advalorem", "whole c-O3", "<", 1.0, "draws and model over the same C without it"),
    ("whole numpy", "whole advalorem", ">=", 5.0, "numpy over draws and model"),
    ("whole openturns", "whole advalorem", ">=", 20.0, "OpenTURNS over draws and model"),
    ("model spreadsheet", "model batch", "", 0, "the workbook of `memo --format xlsx` in LibreOffice over the batch reader, for a draw"),
    ("process simulate", "process draw", "<=", 1.8, "whole `simulate` over drawing and evaluating what it reports, a whole process each"),
    ("everything numpy", "process simulate", ">=", 5.0, "numpy drawing, evaluating, and taking mean, sd, nine quantiles and a histogram of the same, over whole `simulate`"),
    ("indices openturns", "indices advalorem", ">=", 40.0, "Sobol' indices of 37 inputs in OpenTURNS over the same here"),
    ("indices advalorem", "whole advalorem", "<=", 10.0, "Sobol' indices over draws and model, for a draw of the first sample"),
    ("threads 1", "threads 2", ">=", 1.8, "one thread over two, elapsed time"),
    ("work of threads 2", "work of threads 1", "", 0, "processor time of two threads over one, counted in steps of 10 ms"),
    ("graph every-program", "graph reference-model", "<=", 1.3, "batch over plain evaluation: every-program to this model"),
    ("graph random", "graph reference-model", "<=", 1.3, "batch over plain evaluation: random graph to this model"),
    ("terms every-program", "terms reference-model", "", 0, "the same for each term that either evaluates: every-program to this model"),
    ("terms random", "terms reference-model", "", 0, "the same for each term that either evaluates: random graph to this model"),
]


def hundred_million():
    """Seconds that `simulate` takes for 100,000,000 draws of the reference model with exact quantiles in 256 MB of heap."""
    start = time.perf_counter()
    lines(simulate("--draws", "1e8", options=("-Xmx256m",)))
    return time.perf_counter() - start


def report(results, rounds, python, missing, arguments, long_run):
    text = ["# Results", "", "Written by `benchmarks/peers/run.py`; the README beside it says what is compared. Compare within this file only:",
            "a ratio is the median over %d rounds in which all peers took turns, on a shared machine." % rounds, "",
            "- Machine: " + machine(), "- Versions: " + versions(python),
            "- Command: `benchmarks/peers/run.py" + "".join(" " + a for a in arguments) + "`; C with `"
            + "` and `".join("gcc " + " ".join(flags) for flags in C_FLAGS.values()) + "`",
            "- Date: " + date.today().isoformat(), "- Left out: " + "; ".join(missing), "",
            "## Ratios", "", "| ratio | | target | |", "|---|---|---|---|"]
    for measure, other, sign, bound, words in GOALS:
        ratio = results.ratio(measure, other)
        if ratio is None:
            text.append("| %s | not measured | %s | |" % (words, "%s %g" % (sign, bound) if sign else ""))
            continue
        if not sign:
            text.append("| %s | %.2f | | |" % (words, ratio))
            continue
        met = {"<=": ratio <= bound, "<": ratio < bound, ">=": ratio >= bound}[sign]
        text.append("| %s | %.2f | %s %g | %s |" % (words, ratio, sign, bound, "met" if met else "**missed**"))
    text += ["", "## Times", "", "Nanoseconds of processor time per draw on one thread; `threads` is elapsed time; `graph` is the batch",
             "reader's time over that of plain evaluation, times 1,000, and `terms` the same for each term; `records` in seconds for a million draws;", "`process` is that of a whole process for 11,000,000 draws less that for 1,000,000, over 10,000,000.", "",
             "| measure | | largest relative difference |", "|---|---|---|"]
    for name in results.names():
        difference = results.differences.get(name, 0)
        text.append("| %s | %.2f | %s |" % (name, results.time(name), "%.0e" % difference if difference else ""))
    if long_run is not None:
        text += ["", "## Memory", "", "`simulate scenarios/reference-model/scenario.yaml --draws 1e8`, every result with exact quantiles, on all",
                 "processors with `-Xmx256m`: finished in %.0f seconds." % long_run]
    (BENCHMARKS / "RESULTS.md").write_text("\n".join(text) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default=sys.executable, help="the Python that has the peers' modules")
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("--long", action="store_true", help="also 100,000,000 draws in 256 MB of heap, a minute or two")
    parser.add_argument("--only", default="", help="peers, with commas between them")
    options = parser.parse_args()
    if not options.no_build:
        lines([str(BENCHMARKS / "run"), "--build"])
    results = Results()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lines(java("write", str(folder)))
        commands, missing = peers(folder, options.python, [name for name in options.only.split(",") if name])
        for told in missing:
            print("Left out: " + told)
        for number in range(1, options.rounds + 1):
            results.rounds.append({})
            for name, command in commands.items():
                print("round %d of %d: %s" % (number, options.rounds, name), flush=True)
                results.add(lines(command))
            if "java" in commands:
                last = results.rounds[-1]
                last["model fused"] = min(time for name, time in last.items() if name.startswith("model fused "))
                results.add(lines(java("threads", "8000000", "5")))
                results.add(lines(java("indices", "5")))
                results.add(lines(java("graphs")))
                results.add(lines(java("records")))
                last["process draw"] = marginal(lambda n: java("draw", n, options=COLLECTOR))
                last["process simulate"] = marginal(lambda n: simulate("--draws", n, "--threads", "1", options=COLLECTOR))
    report(results, options.rounds, options.python, missing,
           [a for a in sys.argv[1:] if not a.startswith(("--python", "/"))],
           hundred_million() if options.long and "java" in commands else None)
    print((BENCHMARKS / "RESULTS.md").read_text())


main()
