#!/usr/bin/env python3
"""Times how many small perceptrons a minute PyTorch trains and tests, as bench/compare-networks.sh asks.

Each network is an nn.Sequential of its own and they train one after another, as most scripts do it: LeakyReLU, mean
squared error, AdamW in its "foreach" form, the rate rising and then falling along a half cosine; batches are slices of
one shuffled tensor, without a DataLoader. Prints one line of JSON, with networks a minute by the clock and by the time
that the process had a core, and the median R² of the test.
"""

import argparse
import json
import math
import time

import torch
from torch import nn
from torch.nn import functional


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--networks", type=int, default=8)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--held", type=int, default=500)
    parser.add_argument("--inputs", type=int, default=290)
    parser.add_argument("--hidden", default="64,32", help="widths of the hidden layers")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


LATENT = 12


def data(rows, inputs):
    """Inputs that mix twelve quantities, and a smooth function of those with a tenth of noise."""
    latent = torch.randn(rows, LATENT)
    mixing = torch.randn(LATENT, inputs) / LATENT**0.5
    x = torch.tanh(latent @ mixing) + 0.05 * torch.randn(rows, inputs)
    y = latent[:, 0] + latent[:, 1] * latent[:, 2] + torch.sin(2 * latent[:, 3]) + 0.1 * torch.randn(rows)
    return x, y[:, None]


def rate_at(highest, step, steps):
    warm = min(1.0, (step + 1) / max(1, min(50, steps // 20)))
    return highest * warm * 0.5 * (1 + math.cos(math.pi * step / steps))


def r2(model, x, y):
    with torch.no_grad():
        said = model(x)
    return 1 - float(((said - y) ** 2).sum() / ((y - y.mean()) ** 2).sum())


def train(widths, train_set, validation, test, options, highest, decay):
    x, y = train_set
    layers = []
    for a, b in zip(widths, widths[1:]):
        layers += [nn.Linear(a, b), nn.LeakyReLU()]
    model = nn.Sequential(*layers[:-1])
    optimise = torch.optim.AdamW(model.parameters(), lr=highest, weight_decay=decay, foreach=True)
    per_epoch = -(-len(x) // options.batch)
    step, steps = 0, options.epochs * per_epoch
    for _ in range(options.epochs):
        for chosen in torch.randperm(len(x)).split(options.batch):
            optimise.param_groups[0]["lr"] = rate_at(highest, step, steps)
            loss = functional.mse_loss(model(x[chosen]), y[chosen])
            optimise.zero_grad(set_to_none=True)
            loss.backward()
            optimise.step()
            step += 1
    r2(model, *validation)
    return r2(model, *test)


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    widths = [options.inputs, *map(int, options.hidden.split(",")), 1]
    x, y = data(options.rows + 2 * options.held, options.inputs)
    x = (x - x[: options.rows].mean(0)) / x[: options.rows].std(0)
    y = (y - y[: options.rows].mean()) / y[: options.rows].std()
    at = [0, options.rows, options.rows + options.held, options.rows + 2 * options.held]
    parts = [(x[a:b], y[a:b]) for a, b in zip(at, at[1:])]
    rates = torch.empty(options.networks).uniform_(math.log(5e-4), math.log(1e-2)).exp().tolist()
    train(widths, *parts, argparse.Namespace(batch=options.batch, epochs=1), 1e-3, 1e-2)
    started, busy = time.perf_counter(), time.process_time()
    found = sorted(train(widths, *parts, options, rate, 1e-2) for rate in rates)
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    result = {
        "side": "pytorch",
        "version": torch.__version__,
        "threads": options.threads,
        "perMinute": 60 * options.networks / seconds,
        "perCoreMinute": 60 * options.networks / busy,
        "medianR2": found[len(found) // 2],
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
