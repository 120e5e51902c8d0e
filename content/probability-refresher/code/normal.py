"""The normal distribution: densities, and how much lies near the mean."""

from math import erf, exp, pi, sqrt

import tables


def density(x, mu=0.0, sigma=1.0):
    z = (x - mu) / sigma
    return exp(-z * z / 2) / (sigma * sqrt(2 * pi))


def within(k):
    """The probability of a value within k standard deviations."""
    return erf(k / sqrt(2))


if __name__ == "__main__":
    for k in (1, 2, 3):
        print(k, f"{within(k):.4f}", f"one in {1 / (1 - within(k)):.0f} lies outside")
    print(f"{density(0, sigma=0.25):.3f}")   # a density may exceed 1

    xs = [x / 10 for x in range(-50, 51)]
    tables.write(
        "normal-densities",
        ["x", "μ = 0, σ = 1", "μ = 0, σ = 2", "μ = 2, σ = 0.5"],
        [[x, *(f"{density(x, m, s):.4f}" for m, s in ((0, 1), (0, 2), (2, 0.5)))] for x in xs],
    )
    tables.write(
        "normal-intervals",
        ["Interval", "Inside", "Outside", "One in"],
        [[f"$\\mu \\pm {k}\\sigma$", f"{100 * within(k):.3f}%", f"{100 - 100 * within(k):.3f}%", f"{1 / (1 - within(k)):,.0f}"] for k in range(1, 5)],
    )
