"""Reference values for GenerativeTopographicMapTest: the EM of Bishop, Svensen and Williams (1998)
in dense linear algebra, written for this test alone. Prints gtm_numpy.json (numpy 1.24)."""
import json
import numpy as np


def uniform(count, seed):
    out = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed / 2147483648.0)
    return np.array(out)


def mixtures(rows, width, seed):
    amounts = uniform(3 * rows, seed).reshape(rows, 3)
    noise = uniform(rows * width, seed + 1).reshape(rows, width)
    j = np.arange(width)
    parts = np.array([np.exp(-0.5 * ((j - c * width) / (0.1 * width)) ** 2) for c in (0.25, 0.5, 0.8)])
    return amounts @ parts + 0.05 * noise


def sheet(n, side=2.0):
    t = side * (np.arange(n) / (n - 1) - 0.5)
    return np.array([(x, -y) for y in t for x in t])


def gtm(raw, nodes, centres, lam, rounds):
    x = raw - raw.mean(0)
    scale = np.sqrt((x ** 2).mean())
    x = x / scale
    n, d = x.shape
    gap = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(-1))
    np.fill_diagonal(gap, np.inf)
    sigma = np.sort(gap.min(1))[len(centres) // 2]
    phi = np.exp(-((nodes[:, None] - centres[None]) ** 2).sum(-1) / (2 * sigma ** 2))
    phi = np.hstack([phi, np.ones((len(nodes), 1))])
    values, vectors = np.linalg.eigh(x.T @ x / n)
    values, vectors = values[::-1], vectors[:, ::-1]
    for k in range(2):
        v = vectors[:, k]
        if v[np.argmax(np.abs(v))] < 0:
            vectors[:, k] = -v
    plane = nodes / nodes.std(0) @ (vectors[:, :2] * np.sqrt(values[:2])).T
    w = np.linalg.lstsq(phi, plane, rcond=None)[0]
    y = phi @ w
    step = ((y[:, None] - y[None]) ** 2).sum(-1)
    np.fill_diagonal(step, np.inf)
    beta = 1 / max(values[2], step.min(1).mean() / 4)
    history = []
    for turn in range(rounds + 1):
        d2 = ((x[:, None] - y[None]) ** 2).sum(-1)
        joint = 0.5 * d * np.log(beta / (2 * np.pi)) - 0.5 * beta * d2 - np.log(len(nodes))
        top = joint.max(1, keepdims=True)
        log = top[:, 0] + np.log(np.exp(joint - top).sum(1))
        r = np.exp(joint - log[:, None])
        history.append(log.sum() - 0.5 * lam * (w ** 2).sum())
        if turn == rounds:
            break
        w = np.linalg.solve(phi.T @ np.diag(r.sum(0)) @ phi + lam / beta * np.eye(phi.shape[1]), phi.T @ r.T @ x)
        y = phi @ w
        beta = n * d / (r * ((x[:, None] - y[None]) ** 2).sum(-1)).sum()
    return {
        "history": history,
        "noise": beta ** -0.5,
        "points": (r @ nodes)[[0, 1, 24]].tolist(),
        "prototype": (y[7] * scale + raw.mean(0)).tolist(),
        "density": (log - d * np.log(scale))[[0, 1, 24]].tolist(),
        "mode": [int(k) for k in r.argmax(1)],
    }


print(json.dumps(gtm(mixtures(25, 12, 5), sheet(6), sheet(3), 0.05, 8)))
