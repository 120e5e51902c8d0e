"""A mixture of two normal distributions: first choose a part, then draw from it."""

import random

import tables
from normal import density

weights = [0.35, 0.65]
means, sigmas = [165.0, 178.0], [5.0, 6.0]


def draw(rng):
    k = rng.choices([0, 1], weights)[0]      # which part?
    return rng.gauss(means[k], sigmas[k])    # a value from it


def mixture_density(x):
    parts = zip(weights, means, sigmas)
    return sum(w * density(x, m, s) for w, m, s in parts)


if __name__ == "__main__":
    rng = random.Random(7)
    sample = [draw(rng) for _ in range(10_000)]
    print(f"{sum(sample) / len(sample):.2f}")            # mean of the sample
    print(f"{sum(w * m for w, m in zip(weights, means)):.2f}")   # and of the mixture
    xs = [145 + x / 2 for x in range(111)]
    part = lambda k, x: weights[k] * density(x, means[k], sigmas[k])
    tables.write(
        "mixture",
        ["Height", "mixture", "first part", "second part"],
        [[x, f"{mixture_density(x):.5f}", f"{part(0, x):.5f}", f"{part(1, x):.5f}"] for x in xs],
    )
