"""Numba: the loops by hand, products by BLAS where several rows go through at once."""

import sys

import numba
import numpy as np

from common import BATCH, BLOCKS, STEPS, UNITS, WINDOWS, Reference, masks, room, serve, stacked

f32 = np.float32
HALF, ONE = f32(0.5), f32(1)
P0, P1, P2, P3 = f32(0.99999989), f32(0.12931219), f32(2.956966e-3), f32(1.1492648e-5)
Q1, Q2, Q3, Q4 = f32(0.46264449), f32(2.3839916e-2), f32(2.3950825e-4), f32(2.479817e-7)


def compiled(function, **options):
    return numba.njit(fastmath=True, error_model="numpy", nogil=True, **options)(function)


def tanh(x):
    """The quotient that Gatehouse takes: np.tanh goes number by number, seven times slower."""
    x = min(max(x, f32(-7.9)), f32(7.9))
    s = x * x
    return x * (P0 + s * (P1 + s * (P2 + s * P3))) / (
        ONE + s * (Q1 + s * (Q2 + s * (Q3 + s * Q4))))


tanh = compiled(tanh, inline="always")


def sigmoid(x):
    return HALF + HALF * tanh(HALF * x)


sigmoid = compiled(sigmoid, inline="always")

# Each cell: one step of one sequence forward, from `r` = U·h to gates and states; and back, where `da`
# and `dr` are the gradients of what comes from the inputs and from the state, and `dh` keeps what goes
# round the products. `s` is tanh(c) in the LSTM and U·h + b of the GRU's candidate.


@compiled
def rnn_advance(r, x, W, b, h0, c0, gates, h, c, s):
    for j in range(50):
        h[j] = tanh(r[j] + x * W[0, j] + b[0, j])


@compiled
def rnn_retreat(gates, h0, c0, h, s, dh, dc, da, dr):
    for j in range(50):
        da[j] = dh[j] * (ONE - h[j] * h[j])
        dh[j] = 0


@compiled
def lstm_advance(r, x, W, b, h0, c0, gates, h, c, s):
    for j in range(100):
        gates[j] = sigmoid(r[j] + x * W[0, j] + b[0, j])
    for j in range(100, 150):
        gates[j] = tanh(r[j] + x * W[0, j] + b[0, j])
    for j in range(150, 200):
        gates[j] = sigmoid(r[j] + x * W[0, j] + b[0, j])
    for j in range(50):
        c[j] = gates[50 + j] * c0[j] + gates[j] * gates[100 + j]
    for j in range(50):
        s[j] = tanh(c[j])
        h[j] = gates[150 + j] * s[j]


@compiled
def lstm_retreat(gates, h0, c0, h, s, dh, dc, da, dr):
    i, f, g, o = gates[:50], gates[50:100], gates[100:150], gates[150:]
    for j in range(50):
        d = dc[j] + dh[j] * o[j] * (ONE - s[j] * s[j])
        da[j] = d * g[j] * i[j] * (ONE - i[j])
        da[50 + j] = d * c0[j] * f[j] * (ONE - f[j])
        da[100 + j] = d * i[j] * (ONE - g[j] * g[j])
        da[150 + j] = dh[j] * s[j] * o[j] * (ONE - o[j])
        dc[j] = d * f[j]
        dh[j] = 0


@compiled
def gru_advance(r, x, W, b, h0, c0, gates, h, c, s):
    for j in range(100):
        gates[j] = sigmoid(r[j] + b[1, j] + x * W[0, j] + b[0, j])
    for j in range(50):
        s[j] = r[100 + j] + b[1, 100 + j]
        gates[100 + j] = tanh(x * W[0, 100 + j] + b[0, 100 + j] + gates[50 + j] * s[j])
    for j in range(50):
        h[j] = gates[j] * h0[j] + (ONE - gates[j]) * gates[100 + j]


@compiled
def gru_retreat(gates, h0, c0, h, s, dh, dc, da, dr):
    z, q, g = gates[:50], gates[50:100], gates[100:]
    for j in range(50):
        d = dh[j] * (ONE - z[j]) * (ONE - g[j] * g[j])
        da[j] = dr[j] = dh[j] * (h0[j] - g[j]) * z[j] * (ONE - z[j])
        da[50 + j] = dr[50 + j] = d * s[j] * q[j] * (ONE - q[j])
        da[100 + j] = d
        dr[100 + j] = d * q[j]
        dh[j] *= z[j]


CELLS = {
    "rnn": (rnn_advance, rnn_retreat),
    "lstm": (lstm_advance, lstm_retreat),
    "gru": (gru_advance, gru_retreat),
}


@compiled
def adam(p, m, v, g, rate):
    for j in range(p.size):
        m[j] += (g[j] - m[j]) * f32(0.1)
        v[j] += (g[j] * g[j] - v[j]) * f32(0.001)
        p[j] -= rate * m[j] / (np.sqrt(v[j]) + f32(1e-7))


def compiled_epoch(name):
    """An epoch over flat parameters `p`, which `W`, `U`, … are views of, as `gW`, … are of `g`."""
    advance, retreat = CELLS[name]
    width, two_biases = BLOCKS[name] * UNITS, name == "gru"

    @compiled
    def epoch(inputs, targets, masks, p, m, v, g, views, gradients, step):
        W, U, b, w, d = views
        gW, gU, gb, gw, gd = gradients
        r = np.empty((BATCH, width), f32)
        gates = np.zeros((STEPS, BATCH, width), f32)
        h = np.zeros((STEPS + 1, BATCH, UNITS), f32)
        c, s = np.zeros_like(h), np.zeros_like(h)
        da = np.zeros((STEPS, BATCH, width), f32)
        dr = np.zeros_like(da) if two_biases else da
        dh, dc = np.empty((BATCH, UNITS), f32), np.empty((BATCH, UNITS), f32)
        through = np.empty((BATCH, UNITS), f32)
        UT = np.empty((width, UNITS), f32)
        squared_errors = 0.0
        for first in range(0, len(inputs), BATCH):
            x = inputs[first : first + BATCH]
            rows = len(x)
            for t in range(STEPS):
                if t:
                    np.dot(h[t, :rows], U, r[:rows])
                else:
                    r[:] = 0
                for k in range(rows):
                    advance(r[k], x[k, t], W, b, h[t, k], c[t, k],
                            gates[t, k], h[t + 1, k], c[t + 1, k], s[t, k])
            g[:] = 0
            for k in range(rows):
                last, mask = h[STEPS, k], masks[first + k]
                error = d[0] - targets[first + k]
                for j in range(UNITS):
                    error += last[j] * mask[j] * w[j]
                squared_errors += error * error
                dy = 2 * error / f32(rows)
                gd[0] += dy
                for j in range(UNITS):
                    gw[j] += dy * last[j] * mask[j]
                    dh[k, j] = dy * w[j] * mask[j]
                    dc[k, j] = 0
            for j in range(UNITS):
                for i in range(width):
                    UT[i, j] = U[j, i]
            da[:, rows:], dr[:, rows:] = 0, 0
            for t in range(STEPS - 1, -1, -1):
                for k in range(rows):
                    retreat(gates[t, k], h[t, k], c[t, k], h[t + 1, k], s[t, k],
                            dh[k], dc[k], da[t, k], dr[t, k])
                    for j in range(width):
                        gb[0, j] += da[t, k, j]
                        gW[0, j] += x[k, t] * da[t, k, j]
                    if two_biases:
                        for j in range(width):
                            gb[1, j] += dr[t, k, j]
                if t:
                    np.dot(dr[t, :rows], UT, through[:rows])
                    dh += through
            np.dot(h[1:STEPS].reshape(-1, UNITS).T, dr[1:].reshape(-1, width), gU)
            step += 1
            rate = 0.001 * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            adam(p, m, v, g, f32(rate))
        return squared_errors / len(inputs), step

    return epoch


class Training:
    def __init__(self, reference, name, epoch):
        self.epoch = epoch
        weights = reference.weights(name)
        self.flat = np.concatenate([weights[key].ravel() for key in "WUbwd"])
        self.moments = [np.zeros_like(self.flat) for _ in range(3)]
        self.shapes = [weights[key].shape for key in "WUbwd"]
        self.views, self.gradients = self.cut(self.flat), self.cut(self.moments[2])
        self.step = 0

    def cut(self, flat):
        ends = np.cumsum([np.prod(shape) for shape in self.shapes])
        return tuple(a.reshape(s) for a, s in zip(np.split(flat, ends[:-1]), self.shapes))

    def run(self, inputs, targets, mask):
        loss, self.step = self.epoch(inputs, targets, mask, self.flat, *self.moments,
                                     self.views, self.gradients, self.step)
        return loss


@compiled
def carried(days, W, U, b, gates, h, c):
    """Day by day, five rows of U at a time, which is faster than one or ten."""
    r, s = np.empty(4 * UNITS, f32), np.empty(UNITS, f32)
    for t in range(len(days)):
        r[:] = 0
        for k in range(0, UNITS, 5):
            h0, h1, h2, h3, h4 = h[t, k], h[t, k + 1], h[t, k + 2], h[t, k + 3], h[t, k + 4]
            u0, u1, u2, u3, u4 = U[k], U[k + 1], U[k + 2], U[k + 3], U[k + 4]
            for j in range(200):
                r[j] += h0 * u0[j] + h1 * u1[j] + h2 * u2[j] + h3 * u3[j] + h4 * u4[j]
        lstm_advance(r, days[t], W, b, h[t], c[t], gates[t], h[t + 1], c[t + 1], s)


@compiled
def windows(inputs, W, U, b, gates, h, c):
    """In blocks of 64 windows, which stay in the cache; 32 to 512 are within a tenth."""
    r, s = np.empty((64, 4 * UNITS), f32), np.empty(UNITS, f32)
    for first in range(0, len(inputs), 64):
        last = min(first + 64, len(inputs))
        for t in range(STEPS):
            if t:
                np.dot(h[t, first:last], U, r[: last - first])
            else:
                r[:] = 0
            for k in range(first, last):
                lstm_advance(r[k - first], inputs[k, t], W, b, h[t, k], c[t, k],
                             gates[t, k], h[t + 1, k], c[t + 1, k], s)


def main(reference):
    work = {}
    data = (reference.inputs, reference.targets, np.ones((WINDOWS, UNITS), f32))
    for name in CELLS:
        training = Training(reference, name, compiled_epoch(name))
        reference.check_epoch(name, training.run(*data), dict(zip("WUbwd", training.views)))
        work[f"epoch {name}"] = lambda training=training: training.run(*data)

    weights = reference.weights("lstm")
    W, U, b = (weights[key] for key in "WUb")
    days, windowed = room(len(reference.series)), room(STEPS, len(reference.all_windows))
    work["carry"] = lambda: carried(reference.series, W, U, b, *days)
    work["windows"] = lambda: windows(reference.all_windows, W, U, b, *windowed)
    work["carry"]()
    reference.check_gates("carry", stacked(*days))
    work["windows"]()
    reference.check_gates("windows", stacked(*windowed))
    serve(f"Numba {numba.__version__}", work)


def trainer(reference):
    epoch = compiled_epoch("lstm")

    def train(seed):
        random = np.random.default_rng(seed)
        training = Training(reference, "lstm", epoch)
        for _ in range(50):
            order = random.permutation(WINDOWS)
            loss = training.run(reference.inputs[order], reference.targets[order], masks(random))
        return loss

    return train


if __name__ == "__main__":
    main(Reference(sys.argv[1]))
