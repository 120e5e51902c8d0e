"""Monte Carlo estimates: a circle, a KL divergence, and how errors shrink."""

import random
from math import log, pi, sqrt

import tables
from divergence import kl
from normal import density


def estimate(f, draw, n):
    """The mean of f over n draws, and its standard error."""
    values = [f(draw()) for _ in range(n)]
    mean = sum(values) / n
    variance = sum((v - mean) ** 2 for v in values) / (n - 1)
    return mean, sqrt(variance / n)


def log_ratio(x):
    """What KL(q || p) averages, for q = N(1, 0.5²), p = N(0, 1)."""
    return log(density(x, 1, 0.5) / density(x, 0, 1))


if __name__ == "__main__":
    rng = random.Random(2024)
    exact = kl(1, 0.5, 0, 1)
    rows = []
    for n in (10, 100, 1000, 10_000, 100_000):
        mean, error = estimate(log_ratio, lambda: rng.gauss(1, 0.5), n)
        rows.append([f"{n:,}", f"{mean:.4f}", f"{error:.4f}", f"{abs(mean - exact):.4f}"])
        print(*rows[-1])
    print(f"{exact:.4f}")
    tables.write("kl-estimate", ["Draws", "Estimate", "Standard error", "Off by"], rows)

    rng = random.Random(314)
    points = [(rng.random(), rng.random()) for _ in range(400)]
    inside = sum(x * x + y * y <= 1 for x, y in points)
    print(inside, 4 * inside / 400, f"{4 * sqrt(pi / 4 * (1 - pi / 4) / 400):.3f}")
    tables.write(
        "circle",
        ["x", "y", "where"],
        [[f"{x:.3f}", f"{y:.3f}", "inside" if x * x + y * y <= 1 else "outside"] for x, y in points],
    )

    rng = random.Random(5)
    rows = []
    for n in (10, 30, 100, 300, 1000, 3000, 10_000):
        hits = lambda: sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(n))
        errors = [4 * hits() / n - pi for _ in range(200)]
        rows.append([n, f"{sqrt(sum(e * e for e in errors) / 200):.4f}", f"{4 * sqrt(pi / 4 * (1 - pi / 4) / n):.4f}"])
        print(*rows[-1])
    tables.write("circle-error", ["Points", "measured", "theory"], rows)
