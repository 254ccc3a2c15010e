#!/usr/bin/env python3
"""Times one training epoch of many small perceptrons in PyTorch, as bench/compare-epoch.sh asks.

Two ways: "stacked", where every layer of all networks is one baddbmm, as Suiseki does it; and "single", where each
network is an nn.Sequential of its own and they train one after another, as most scripts do it. An epoch is one pass of
every network over its rows: SiLU, dropout, input noise, mean squared error, AdamW. Prints one line of JSON, in seconds.
"""

import argparse
import json
import time

import torch
from torch import nn
from torch.nn import functional


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--networks", type=int, default=50)
    parser.add_argument("--rows", type=int, default=264)
    parser.add_argument("--inputs", type=int, default=161)
    parser.add_argument("--outputs", type=int, default=13)
    parser.add_argument("--hidden", default="128,128,64", help="widths of the hidden layers")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


DROPOUT = 0.2
NOISE = 0.1
RATE = 3e-3
DECAY = 1e-2


class Stack(nn.Module):
    """All networks at once: weights are networks × in × out, biases networks × 1 × out."""

    def __init__(self, networks, widths):
        super().__init__()
        pairs = list(zip(widths, widths[1:]))
        self.weights = nn.ParameterList(
            nn.Parameter((torch.rand(networks, a, b) * 2 - 1) / a**0.5) for a, b in pairs
        )
        self.biases = nn.ParameterList(nn.Parameter(torch.zeros(networks, 1, b)) for _, b in pairs)

    def forward(self, signal):
        last = len(self.weights) - 1
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            signal = torch.baddbmm(bias, signal, weight)
            if layer < last:
                signal = functional.dropout(functional.silu(signal), DROPOUT)
        return signal


def single(widths):
    layers = []
    for a, b in zip(widths, widths[1:]):
        layers += [nn.Linear(a, b), nn.SiLU(), nn.Dropout(DROPOUT)]
    return nn.Sequential(*layers[:-2])


def optimiser(parameters):
    return torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY, foreach=True)


def orders(networks, rows, steps, batch):
    """For each step, networks × batch rows; a network starts a new order when its rows are used up."""
    need = steps * batch
    passes = -(-need // rows)
    order = torch.stack(
        [torch.cat([torch.randperm(rows) for _ in range(passes)])[:need] for _ in range(networks)]
    )
    return order.view(networks, steps, batch)


def train_stacked(options, widths, x, y, epochs, steps):
    model = Stack(options.networks, widths)
    optimise = optimiser(model.parameters())
    for _ in range(epochs):
        order = orders(options.networks, options.rows, steps, options.batch)
        for step in range(steps):
            chosen = order[:, step]
            signal = x[chosen]
            signal = signal + NOISE * torch.randn_like(signal)
            # The mean over each network's own batch, summed over networks: their gradients do not mix.
            loss = functional.mse_loss(model(signal), y[chosen]) * options.networks
            optimise.zero_grad(set_to_none=True)
            loss.backward()
            optimise.step()


def train_single(options, widths, x, y, epochs, steps):
    for _ in range(options.networks):
        model = single(widths)
        optimise = optimiser(model.parameters())
        for _ in range(epochs):
            order = orders(1, options.rows, steps, options.batch)[0]
            for chosen in order:
                signal = x[chosen]
                signal = signal + NOISE * torch.randn_like(signal)
                loss = functional.mse_loss(model(signal), y[chosen])
                optimise.zero_grad(set_to_none=True)
                loss.backward()
                optimise.step()


def seconds_per_epoch(train, options, widths, x, y, epochs, steps):
    train(options, widths, x, y, 1, steps)
    started = time.perf_counter()
    train(options, widths, x, y, epochs, steps)
    return (time.perf_counter() - started) / epochs


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    widths = [options.inputs, *map(int, options.hidden.split(",")), options.outputs]
    x = torch.randn(options.rows, options.inputs)
    y = torch.randn(options.rows, options.outputs)
    steps = max(1, round(options.rows / options.batch))
    shape = (options, widths, x, y)
    result = {
        "side": "pytorch",
        "version": torch.__version__,
        "stacked": seconds_per_epoch(train_stacked, *shape, options.epochs, steps),
        "single": seconds_per_epoch(train_single, *shape, max(1, options.epochs // 10), steps),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
