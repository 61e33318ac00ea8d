"""Gatehouse and its peers in turn, on the same core, from the same data and weights.

Prints one table in Markdown. `make bench-peers` makes all ready and runs this; `--only WORDS` takes the
rows whose names match the expression, `--rounds N` is how many turns each has (7).
"""

import argparse
import json
import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
BUILD = PROJECT / ".build-bench"
WORKER = BUILD / "swift/release/worker"
GATEHOUSE = PROJECT / ".build/release/gatehouse"
PEERS = Path(__file__).parent
SHARED = BUILD / "shared"
CSV = SHARED / "million.csv"
# Not the link in the environment, so that `-S` starts nothing more than Python itself.
PYTHON = os.path.realpath(sys.executable)
IMPORTING = [sys.executable, "-c"]

OURS, OURS_TWICE = "Gatehouse", "Gatehouse, two cores"
SERVERS = {"Numba": "numba_peer.py", "JAX": "jax_peer.py", "NumPy": "numpy_peer.py",
           "PyTorch": "torch_peer.py"}
TRAINERS = ["Numba", "JAX", "PyTorch"]

# What runs inside a process that stays: a row's name, the request, the peers that can do it.
REQUESTS = [
    ("one epoch, RNN", "epoch rnn", TRAINERS),
    ("one epoch, LSTM", "epoch lstm", TRAINERS),
    ("one epoch, GRU", "epoch gru", TRAINERS),
    ("all gates, 3,020 days carried", "carry", list(SERVERS)),
    ("all gates, 3,011 windows of 10", "windows", list(SERVERS)),
]


def training(peer, *seeds):
    module = SERVERS[peer].removesuffix("_peer.py")
    return [sys.executable, str(PEERS / "train.py"), str(SHARED), module, *map(str, seeds)]


def shell(line):
    return [str(GATEHOUSE), "-c", line]


# Whole processes, on all cores: a row's name, and what each runs.
PROCESSES = [
    ("`train lstm`, 50 epochs",
     {OURS: shell("train lstm"), **{peer: training(peer, 1) for peer in TRAINERS}}),
    ("`train lstm seeds=1..5`",
     {OURS: shell("train lstm seeds=1..5"),
      **{peer: training(peer, 1, 2, 3, 4, 5) for peer in TRAINERS}}),
    ("`gates lstm t=42`",
     {OURS: shell("gates lstm t=42"), "`python3 -S -c pass`": [PYTHON, "-S", "-c", "pass"],
      "`import numpy`": [*IMPORTING, "import numpy"],
      "`import torch`": [*IMPORTING, "import torch"]}),
    ("a CSV of 1,000,000 rows",
     {OURS: shell(f"data load {CSV}"),
      "polars": [sys.executable, str(PEERS / "csv_polars.py"), str(CSV)],
      "pandas": [sys.executable, str(PEERS / "csv_pandas.py"), str(CSV)]}),
]

# From the start on a terminal to the prompt.
PROMPTS = {OURS: ([str(GATEHOUSE)], b"gatehouse> "),
           "`python3 -S`": ([PYTHON, "-S", "-q"], b">>> ")}


def environment():
    """One thread where a library would take more than its core, and nobody's history or progress."""
    one = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    return {**os.environ, **one, "GATEHOUSE_STATE": tempfile.mkdtemp(),
            "JAX_COMPILATION_CACHE_DIR": str(BUILD / "jax-cache"),
            "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0"}


class Server:
    """A process that does on request what a line names."""

    def __init__(self, command, env, core=None):
        def pin():
            if core is not None and hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(0, {core})

        self.command = command
        self.process = subprocess.Popen(
            command, env=env, preexec_fn=pin, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.command[-2:]} ended: see above")
        return line

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        return [float(word) for word in self.line().split()]


class Turn:
    """Calls something for about a tenth of a second, at least once; the median is one figure."""

    def __init__(self, work):
        self.work = work
        first = work()[0]
        # The first call may be slower, so it decides only how often to call.
        self.calls = max(1, min(20, int(100 / max(first, 1))))

    def take(self):
        figures = [self.work() for _ in range(self.calls)]
        return sorted(figures)[len(figures) // 2]


def in_turn(contenders, rounds):
    """A B C A B C …: each contender's figures, `[milliseconds, bytes…]` each."""
    turns = {name: Turn(work) for name, work in contenders.items()}
    figures = {name: [] for name in turns}
    for _ in range(rounds):
        for name, turn in turns.items():
            figures[name].append(turn.take())
    return figures


def milliseconds_to_prompt(command, prompt, env):
    """A pseudo-terminal of its own for each start."""
    owner, terminal = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, start_new_session=True,
                               stdin=terminal, stdout=terminal, stderr=terminal)
    shown = b""
    while prompt not in shown:
        shown += os.read(owner, 4096)
    end = time.perf_counter()
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.close(owner)
    os.close(terminal)
    return [(end - start) * 1e3]


def check_csv(commands):
    """Rows, least and most of the training rows are the same for all."""
    def output(command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    values = json.loads(output([commands[OURS][0], "--json", *commands[OURS][1:]]))["values"]
    ours = (values["rows"], values["scale.min"], values["scale.max"])
    for name, command in commands.items():
        if name != OURS and (theirs := tuple(map(float, output(command).split()))) != ours:
            sys.exit(f"{name} reads {theirs}, Gatehouse {ours}")


def figure_text(figures):
    times = [figure[0] for figure in figures]
    scale, unit = (1000, "s") if median(times) >= 1000 else (1, "ms")

    def text(ms):
        return f"{ms / scale:.2f}" if ms / scale < 10 else f"{ms / scale:.1f}"

    shown = f"{text(median(times))} ({text(min(times))}…{text(max(times))}) {unit}"
    if len(figures[0]) > 1:
        shown += f", {median(figure[1] for figure in figures) / 1e6:.0f} MB"
    return shown


def row_text(name, figures, share):
    """A row of the table; what is slower than a peer is told as plainly as what is faster."""
    def middle(contender):
        return median(figure[0] for figure in figures[contender])

    peers = sorted((c for c in figures if c not in (OURS, OURS_TWICE)), key=middle)
    best, *others = peers
    cells = [
        name, figure_text(figures[OURS]),
        figure_text(figures[OURS_TWICE]) if OURS_TWICE in figures else "",
        f"{best} {figure_text(figures[best])}", f"{middle(best) / middle(OURS):.2f}",
        "; ".join(f"{c} {figure_text(figures[c])}" for c in others), share]
    return f"| {' | '.join(cells)} |"


def processor():
    if sys.platform == "darwin":
        return subprocess.check_output(["sysctl", "-n", "machdep.cpu.brand_string"], text=True).strip()
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else "a processor without a name"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", metavar="WORDS")
    options.add_argument("--rounds", type=int, default=7, metavar="N")
    options = options.parse_args()
    wanted = re.compile(options.only).search

    env = environment()
    SHARED.mkdir(parents=True, exist_ok=True)
    subprocess.run([WORKER, "reference", SHARED], check=True)
    load = os.getloadavg()[0]
    rows = []

    requests = [row for row in REQUESTS if wanted(row[0])]
    ours = Server([str(WORKER), "serve", "1"], env, core=0)
    limits = [ours.ask("limit")[0]]
    versions = []
    if requests:
        servers = {OURS: ours, OURS_TWICE: Server([str(WORKER), "serve", "2"], env)}
        needed = {peer for row in requests for peer in row[2]}
        for peer in sorted(needed):
            command = [sys.executable, str(PEERS / SERVERS[peer]), str(SHARED)]
            servers[peer] = Server(command, env, core=0)
            said = json.loads(servers[peer].line())
            versions.append(said["versions"])
            for cell, count in said["parameters"].items():
                if [count] != ours.ask(f"parameters {cell}"):
                    sys.exit(f"{peer} has {count} parameters in its {cell}")
        for name, request, peers in requests:
            contenders = {who: (lambda server=servers[who]: server.ask(request))
                          for who in [OURS, OURS_TWICE, *peers]}
            figures = in_turn(contenders, options.rounds)
            limits += ours.ask("limit")
            seconds = median(figure[0] for figure in figures[OURS]) / 1000
            share = ours.ask(f"size {request.split()[-1]}")[0] / seconds
            rows.append((name, figures, share))
            print(name, file=sys.stderr)

    launcher = Server([str(WORKER), "launch"], env)

    def launch(command):
        *figure, status = launcher.ask("\t".join(command))
        if status:
            sys.exit(f"{command} ended with {status}")
        return figure

    for name, commands in PROCESSES:
        if wanted(name):
            if str(CSV) in commands[OURS][-1]:
                check_csv(commands)
            figures = in_turn({who: (lambda command=command: launch(command))
                               for who, command in commands.items()}, options.rounds)
            rows.append((name, figures, None))
            print(name, file=sys.stderr)
    if wanted("start to prompt"):
        figures = in_turn({who: (lambda how=how: milliseconds_to_prompt(*how, env))
                           for who, how in PROMPTS.items()}, options.rounds)
        rows.append(("start to prompt", figures, None))

    limit = max(limits)
    print(f"{processor()}, {date.today()}, {os.cpu_count()} cores, load {load:.1f} before; "
          f"{', '.join(versions + [f'Python {sys.version.split()[0]}'])}.")
    print(f"Multiply-adds of one core: {limit / 1e9:.1f} thousand million a second at most. "
          f"Medians (least…most) of {options.rounds} turns.\n")
    print("| what | Gatehouse | on two cores | strongest peer | its time over ours | others "
          "| share of the limit |\n| --- | --- | --- | --- | --- | --- | --- |")
    for name, figures, rate in rows:
        print(row_text(name, figures, f"{rate / limit:.0%}" if rate else ""))


if __name__ == "__main__":
    main()
