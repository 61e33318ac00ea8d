"""A whole process that trains the LSTM for 50 epochs, once a seed, on as many cores as there are.

python train.py FOLDER jax|numba|torch SEED…
"""

import importlib
import sys
from concurrent.futures import ThreadPoolExecutor

from common import Reference

folder, peer, *seeds = sys.argv[1:]
train = importlib.import_module(f"{peer}_peer").trainer(Reference(folder))
# None of the three holds Python's lock while it computes. The first also compiles.
losses = [train(int(seeds[0]))]
with ThreadPoolExecutor(2) as pool:
    losses += pool.map(train, map(int, seeds[1:]))
print(*losses)
