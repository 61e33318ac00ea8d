"""What all peers share: data and weights as the worker wrote them, the checks, the questions."""

import json
import sys
import time
from pathlib import Path

import numpy as np

UNITS, STEPS, BATCH, WINDOWS = 50, 10, 32, 2507
BLOCKS = {"rnn": 1, "lstm": 4, "gru": 3}


class Reference:
    """What Gatehouse computed from the same numbers, in a folder of raw Floats."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.series = self.floats("series")
        # What all trainings learn from: each window and its next day.
        views = np.lib.stride_tricks.sliding_window_view(self.series, STEPS)
        self.all_windows = np.ascontiguousarray(views)
        self.inputs = self.all_windows[:WINDOWS]
        self.targets = self.series[STEPS : STEPS + WINDOWS]

    def floats(self, name):
        return np.fromfile(self.folder / f"{name}.f32", np.float32)

    def weights(self, cell, after=""):
        return split(self.floats(cell + after), BLOCKS[cell])

    def check_epoch(self, cell, loss, weights, adam="keras"):
        """Loss and weights after one epoch from the same weights; PyTorch's Adam adds ε elsewhere."""
        agree(f"{cell} loss", loss, self.floats(f"{cell}-{adam}-loss")[0])
        for name, expected in self.weights(cell, f"-{adam}-epoch").items():
            agree(f"{cell} {name}", weights[name], expected)

    def check_gates(self, what, gates):
        """All gates and states, `[quantities, steps, sequences, units]`."""
        agree(what, gates, self.floats(what).reshape(np.shape(gates)))


def split(flat, blocks):
    """Flat parameters as Gatehouse has them, in Keras' order: kernel, recurrent kernel, bias, head."""
    width = blocks * UNITS
    bias_rows = 2 if blocks == 3 else 1
    shapes = {"W": (1, width), "U": (UNITS, width), "b": (bias_rows, width), "w": (UNITS,), "d": (1,)}
    weights, start = {}, 0
    for name, shape in shapes.items():
        end = start + int(np.prod(shape))
        weights[name] = flat[start:end].reshape(shape).copy()
        start = end
    assert start == len(flat), "a peer has as many parameters as Gatehouse"
    return weights


def room(steps, *sequences):
    """Zeros for gates, hidden states and cell states, the two with the one before the first step."""
    return [np.zeros((steps, *sequences, 4 * UNITS), np.float32),
            *(np.zeros((steps + 1, *sequences, UNITS), np.float32) for _ in range(2))]


def stacked(gates, h, c):
    """All quantities, `[6, steps, sequences, units]`."""
    blocks = np.moveaxis(gates.reshape(len(gates), -1, 4, UNITS), 2, 0)
    states = [a[1:].reshape(blocks.shape[1:]) for a in (c, h)]
    return np.stack([*blocks, *states])


def agree(what, got, expected, tolerance=1e-4):
    """Ends the peer unless all numbers are within the tolerance."""
    worst = np.max(np.abs(np.asarray(got, np.float64) - expected))
    if not worst <= tolerance:
        sys.exit(f"{what} differs by {worst}: not the same computation")


def masks(random, rate=0.3):
    """Inverted dropout of the last hidden states, for a whole epoch."""
    kept = random.random((WINDOWS, UNITS), np.float32) >= rate
    return kept.astype(np.float32) / np.float32(1 - rate)


def serve(versions, work):
    """Does once whatever a line of standard input names, and answers with its milliseconds."""
    parameters = {cell: blocks * UNITS * (UNITS + 2 + (blocks == 3)) + UNITS + 1
                  for cell, blocks in BLOCKS.items()}
    print(json.dumps({"versions": versions, "parameters": parameters}), flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        work[line.strip()]()
        print((time.perf_counter() - start) * 1e3, flush=True)
