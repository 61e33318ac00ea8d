"""A CSV with a date and a price, read, checked and scaled by polars."""

import sys

import polars as pl

table = pl.read_csv(sys.argv[1], try_parse_dates=True)
assert table["Date"].is_sorted() and table["High"].null_count() == 0
training = table["High"][: int(0.8 * len(table))]
low, high = training.min(), training.max()
scaled = ((table["High"] - low) / (high - low)).cast(pl.Float32)
print(len(scaled), low, high)
