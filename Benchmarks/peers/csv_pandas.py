"""A CSV with a date and a price, read, checked and scaled by pandas."""

import sys

import numpy as np
import pandas as pd

table = pd.read_csv(sys.argv[1], parse_dates=["Date"], date_format="%Y-%m-%d")
assert table["Date"].is_monotonic_increasing and not table["High"].isna().any()
training = table["High"][: int(0.8 * len(table))]
low, high = training.min(), training.max()
scaled = ((table["High"] - low) / (high - low)).astype(np.float32)
print(len(scaled), low, high)
