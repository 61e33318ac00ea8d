"""PyTorch as it is used: its own layers, Adam and dropout, eager."""

import sys

import numpy as np
import torch

from common import BATCH, BLOCKS, UNITS, WINDOWS, Reference, serve

LAYERS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
# Where Keras' blocks stand in PyTorch: of the GRU's z, r, h the first two change places.
ORDER = {"rnn": [0], "lstm": [0, 1, 2, 3], "gru": [1, 0, 2]}


def reordered(a, name):
    """Keras' order of blocks in the last dimension made PyTorch's, or the other way round."""
    blocks = a.reshape(*a.shape[:-1], BLOCKS[name], UNITS)
    return np.ascontiguousarray(blocks[..., ORDER[name], :]).reshape(a.shape)


class Network(torch.nn.Module):
    def __init__(self, name, weights, dropout=0.0):
        super().__init__()
        self.name = name
        self.layer = LAYERS[name](1, UNITS, batch_first=True)
        self.dropout = torch.nn.Dropout(dropout)
        self.head = torch.nn.Linear(UNITS, 1)
        bias = reordered(weights["b"], name)
        given = {
            "layer.weight_ih_l0": reordered(weights["W"], name).T,
            "layer.weight_hh_l0": reordered(weights["U"], name).T,
            "layer.bias_ih_l0": bias[0],
            "layer.bias_hh_l0": bias[1] if len(bias) == 2 else np.zeros_like(bias[0]),
            "head.weight": weights["w"][None],
            "head.bias": weights["d"],
        }
        self.load_state_dict({key: torch.tensor(value) for key, value in given.items()})
        # Where Gatehouse and Keras have one bias and PyTorch two, one of them stays zero.
        self.layer.bias_hh_l0.requires_grad = len(bias) == 2

    def forward(self, x):
        return self.head(self.dropout(self.layer(x[:, :, None])[0][:, -1]))[:, 0]

    def weights(self):
        given = {key: value.numpy() for key, value in self.state_dict().items()}
        biases = np.stack([given["layer.bias_ih_l0"], given["layer.bias_hh_l0"]])
        return {
            "W": reordered(given["layer.weight_ih_l0"].T, self.name),
            "U": reordered(given["layer.weight_hh_l0"].T, self.name),
            "b": reordered(biases if self.name == "gru" else biases[:1], self.name),
            "w": given["head.weight"][0],
            "d": given["head.bias"],
        }


class Training:
    def __init__(self, reference, name, dropout=0.0):
        self.network = Network(name, reference.weights(name), dropout)
        learnt = [p for p in self.network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.Adam(learnt)

    def run(self, inputs, targets):
        squared_errors = 0.0
        for x, y in zip(inputs.split(BATCH), targets.split(BATCH)):
            loss = torch.nn.functional.mse_loss(self.network(x), y)
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
            squared_errors += loss.item() * len(y)
        return squared_errors / WINDOWS


def gates(weights, inputs):
    """All gates step by step, which PyTorch's layer does not show, `[sequences, units]` each."""
    kept, state = [], None
    for t in range(inputs.shape[1]):
        z = torch.addmm(weights["b"], inputs[:, t, None], weights["W"])
        if state is not None:
            z.addmm_(state[0], weights["U"])
        i, f, g, o = z.chunk(4, 1)
        i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
        c = i * g if state is None else torch.addcmul(i * g, f, state[1])
        h = o * c.tanh()
        kept.append((i, f, g, o, c, h))
        state = (h, c)
    return kept


def main(reference):
    torch.set_num_threads(1)
    work = {}
    inputs, targets = torch.tensor(reference.inputs), torch.tensor(reference.targets)
    for name in LAYERS:
        training = Training(reference, name)
        loss = training.run(inputs, targets)
        reference.check_epoch(name, loss, training.network.weights(), adam="torch")
        work[f"epoch {name}"] = lambda training=training: training.run(inputs, targets)

    weights = {key: torch.tensor(value) for key, value in reference.weights("lstm").items()}
    days, all_windows = torch.tensor(reference.series)[None], torch.tensor(reference.all_windows)
    without_gradients = torch.inference_mode()
    work["carry"] = without_gradients(lambda: gates(weights, days))
    work["windows"] = without_gradients(lambda: gates(weights, all_windows))
    for what in ("carry", "windows"):
        reference.check_gates(what, np.stack([np.stack(step) for step in work[what]()], 1))
    serve(f"PyTorch {torch.__version__}", work)


def trainer(reference):
    torch.set_num_threads(1)
    inputs, targets = torch.tensor(reference.inputs), torch.tensor(reference.targets)

    def train(seed):
        random = torch.Generator().manual_seed(seed)
        training = Training(reference, "lstm", dropout=0.3)
        for _ in range(50):
            order = torch.randperm(WINDOWS, generator=random)
            loss = training.run(inputs[order], targets[order])
        return loss

    return train


if __name__ == "__main__":
    main(Reference(sys.argv[1]))
