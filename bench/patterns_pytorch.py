#!/usr/bin/env python3
"""Goes the way of xy files to points of a feature space with numpy, scipy and PyTorch, and trains autoencoders of the same
layers, as bench/compare-patterns.sh asks. Prints a line of JSON a round, with seconds.

place FOLDER MODEL ROUNDS: files are read by the fastest of numpy.fromstring, numpy.loadtxt and pandas.read_csv, which is
found on some of them. Steps and network work on blocks of 512 patterns, one thread. The steps are the same: snip:39:15,
blur:0.14, area, asinh:0.36; the weights are those of the stored model.

train FOLDER MODEL: 120 of the patterns, the layers, epochs, batch, rate, noise and decay of the default autoencoder; without
the term of geometry, which the other side has in addition.
"""

import argparse
import json
import pathlib
import struct
import time
import warnings

import numpy
import torch
from scipy.ndimage import convolve1d
from torch import nn

warnings.simplefilter("ignore", DeprecationWarning)
AT_ONCE = 512
STEP = 0.04
POINTS = 1751
TRAINED = 120


def read_fromstring(path):
    return numpy.fromstring(path.read_bytes(), sep=" ").reshape(-1, 2)


def read_loadtxt(path):
    return numpy.loadtxt(path)


def read_pandas(path):
    import pandas

    return pandas.read_csv(path, sep=" ", header=None).to_numpy()


READERS = {"fromstring": read_fromstring, "loadtxt": read_loadtxt, "pandas": read_pandas}


def files_per_second(files):
    """Of each reader, the better of two passes."""
    result = {}
    for name, reader in READERS.items():
        best = 0
        for _ in range(2):
            started = time.perf_counter()
            try:
                for path in files:
                    reader(path)
            except ImportError:
                break
            best = max(best, round(len(files) / (time.perf_counter() - started)))
        result[name] = best
    return result


def snip(block, points=39, smoothing=15):
    """Of patterns × points; the moving average at every fourth part of its window, clipped, joined by lines."""
    count, n = block.shape
    stride = max(1, smoothing // 4)
    knots = numpy.minimum(numpy.arange((n + stride - 2) // stride + 1) * stride, n - 1)
    half = numpy.minimum(smoothing // 2, numpy.minimum(knots, n - 1 - knots))
    sums = numpy.concatenate([numpy.zeros((count, 1)), numpy.cumsum(block, axis=1)], axis=1)
    mean = (sums[:, knots + half + 1] - sums[:, knots - half]) / (2 * half + 1)
    v = numpy.log(numpy.log(numpy.sqrt(mean + 1) + 1) + 1)
    for p in range(min(points // stride, (len(knots) - 1) // 2), 0, -1):
        v[:, p:-p] = numpy.minimum(v[:, p:-p], 0.5 * (v[:, : -2 * p] + v[:, 2 * p :]))
    base = (numpy.exp(numpy.exp(v) - 1) - 1) ** 2 - 1
    at = numpy.arange(n)
    left = numpy.minimum(at // stride, len(knots) - 2)
    part = (at - knots[left]) / (knots[left + 1] - knots[left])
    return base[:, left] + part * (base[:, left + 1] - base[:, left])


def prepare(block):
    clean = block - snip(block)
    half = int(numpy.ceil(4 * 0.14 / STEP))
    kernel = numpy.exp(-0.5 * (numpy.arange(-half, half + 1) * STEP / 0.14) ** 2)
    weight = convolve1d(numpy.ones(POINTS), kernel, mode="constant")
    blurred = convolve1d(clean, kernel, axis=1, mode="constant") / weight
    area = numpy.trapz(blurred, dx=STEP, axis=1)
    return numpy.arcsinh(blurred / area[:, None] / 0.36)


def tensors(path):
    content = path.read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    types = {"F32": numpy.float32, "F64": numpy.float64}
    result = {}
    for name, entry in json.loads(content[8 : 8 + length]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            values = numpy.frombuffer(content[8 + length + begin : 8 + length + end], types[entry["dtype"]])
            result[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return result


class Coder(nn.Module):
    """The default layers: dense 1751-128-64-2, or convolutions of 9 points and stride 4 to 8 and 16 channels, 64, 2."""

    def __init__(self, convolutional):
        super().__init__()
        if convolutional:
            self.encoder = nn.Sequential(
                nn.Unflatten(1, (1, POINTS)),
                nn.Conv1d(1, 8, 9, 4, 4),
                nn.SiLU(),
                nn.Conv1d(8, 16, 9, 4, 4),
                nn.SiLU(),
                nn.Flatten(),
                nn.Linear(16 * 110, 64),
                nn.SiLU(),
                nn.Linear(64, 2),
            )
            self.decoder = nn.Sequential(
                nn.Linear(2, 64),
                nn.SiLU(),
                nn.Linear(64, 16 * 110),
                nn.SiLU(),
                nn.Unflatten(1, (16, 110)),
                nn.ConvTranspose1d(16, 8, 9, 4, 4, 1),
                nn.SiLU(),
                nn.ConvTranspose1d(8, 1, 9, 4, 4, 2),
                nn.Flatten(),
            )
        else:
            self.encoder = nn.Sequential(
                nn.Linear(POINTS, 128), nn.SiLU(), nn.Linear(128, 64), nn.SiLU(), nn.Linear(64, 2)
            )
            self.decoder = nn.Sequential(
                nn.Linear(2, 64), nn.SiLU(), nn.Linear(64, 128), nn.SiLU(), nn.Linear(128, POINTS)
            )

    def load(self, stored):
        layers = [layer for layer in self.encoder if hasattr(layer, "weight")]
        for i, layer in enumerate(layers):
            weight = stored[f"encoder-{i}.weight"]
            layer.weight.data = weight.T.contiguous() if isinstance(layer, nn.Linear) else weight
            layer.bias.data = stored[f"encoder-{i}.bias"]


def block_of(files, reader=read_loadtxt):
    return numpy.stack([reader(path)[:, 1] for path in files])


def place(folder, name, rounds):
    files = sorted(folder.glob("*.xy"))
    stored = tensors(folder / name / "weights.safetensors")
    coder = Coder(name == "convolutional")
    coder.load(stored)
    mean, scale = stored["input-mean"].numpy(), stored["input-scale"].numpy()
    speeds = files_per_second(files[:200])
    reader = READERS[max(speeds, key=speeds.get)]
    for number in range(1, rounds + 1):
        spent = {"reading": 0.0, "preparing": 0.0, "encoding": 0.0}
        cpu, started = time.process_time(), time.perf_counter()
        for begin in range(0, len(files), AT_ONCE):
            t0 = time.perf_counter()
            block = block_of(files[begin : begin + AT_ONCE], reader)
            t1 = time.perf_counter()
            rows = prepare(block)
            t2 = time.perf_counter()
            with torch.no_grad():
                points = coder.encoder(torch.from_numpy(((rows - mean) / scale).astype(numpy.float32)))
            spent["reading"] += t1 - t0
            spent["preparing"] += t2 - t1
            spent["encoding"] += time.perf_counter() - t2
        seconds = time.perf_counter() - started
        print(
            json.dumps(
                {
                    "side": "python",
                    "task": "place",
                    "model": name,
                    "round": number,
                    "patterns": len(files),
                    "seconds": round(seconds, 3),
                    "perSecond": round(len(files) / seconds),
                    "cpuSeconds": round(time.process_time() - cpu, 2),
                    **{stage: round(value, 3) for stage, value in spent.items()},
                    "last": [round(value, 5) for value in points[-1].tolist()],
                    "readersPerSecond": speeds,
                }
            )
        )


def train(folder, name):
    rows = torch.from_numpy(prepare(block_of(sorted(folder.glob("*.xy"))[:TRAINED])).astype(numpy.float32))
    centred = rows - rows.mean(0)
    rows = centred / centred.square().mean().sqrt()
    torch.manual_seed(1)
    coder = Coder(name == "convolutional")
    weights = [one for key, one in coder.named_parameters() if key.endswith("weight")]
    biases = [one for key, one in coder.named_parameters() if key.endswith("bias")]
    groups = [{"params": weights, "weight_decay": 1e-2}, {"params": biases, "weight_decay": 0}]
    optimiser = torch.optim.AdamW(groups, lr=3e-3, foreach=True)
    epochs, batch = (120 if name == "convolutional" else 400), 16
    steps = round(TRAINED / batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs * steps)

    def epoch():
        order = torch.randperm(TRAINED)
        for step in range(steps):
            target = rows[order[step * batch : (step + 1) * batch]]
            points = coder.encoder(target + torch.randn_like(target))
            fixed = points.detach()
            size = (fixed - fixed.mean(0)).square().mean().sqrt()
            output = coder.decoder(points + 0.02 * size * torch.randn_like(fixed))
            loss = (output - target).square().mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()

    started = time.perf_counter()
    for _ in range(epochs):
        epoch()
    seconds = time.perf_counter() - started
    with torch.no_grad():
        left = (coder.decoder(coder.encoder(rows)) - rows).square().mean().item()
    print(
        json.dumps(
            {
                "side": "python",
                "task": "train",
                "model": name,
                "epochs": epochs,
                "seconds": round(seconds, 3),
                "left": round(left, 4),
            }
        )
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=["place", "train"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("model", choices=["dense", "convolutional"])
    parser.add_argument("rounds", type=int, nargs="?", default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.task == "place":
        place(options.folder, options.model, options.rounds)
    else:
        train(options.folder, options.model)


if __name__ == "__main__":
    main()
