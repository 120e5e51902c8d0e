"""Learning the probability of heads: likelihood, prior, posterior."""

import random
from math import exp, lgamma, log

import tables


def log_likelihood(theta, heads, n):
    """Of a sequence of n throws with this many heads."""
    tails = n - heads
    return heads * log(theta) + tails * log(1 - theta)


def best(heads, n):
    """The most likely theta on a grid."""
    def fit(theta):
        return log_likelihood(theta, heads, n)
    return max([i / 1000 for i in range(1, 1000)], key=fit)


def mode(heads, n, a, b):
    """Maximum a posteriori under a Beta(a, b) prior."""
    return (heads + a - 1) / (n + a + b - 2)


def beta(theta, a, b):
    log_norm = lgamma(a + b) - lgamma(a) - lgamma(b)
    return exp(log_norm + (a - 1) * log(theta) + (b - 1) * log(1 - theta))


if __name__ == "__main__":
    print(best(7, 10), best(70, 100))                # 0.7 0.7
    print(f"{log_likelihood(0.7, 7, 10):.2f} {log_likelihood(0.5, 7, 10):.2f}")
    print(f"{exp(log_likelihood(0.5, 7, 10) - log_likelihood(0.7, 7, 10)):.3f}")
    print(f"{exp(log_likelihood(0.5, 70, 100) - log_likelihood(0.7, 70, 100)):.5f}")

    thetas = [i / 100 for i in range(1, 100)]
    relative = lambda t, h, n: exp(log_likelihood(t, h, n) - log_likelihood(h / n, h, n))
    tables.write(
        "coin-likelihood",
        ["θ", "7 heads in 10", "70 heads in 100"],
        [[t, f"{relative(t, 7, 10):.4f}", f"{relative(t, 70, 100):.4f}"] for t in thetas],
    )

    print(f"{mode(3, 3, 1, 1):.3f} {mode(3, 3, 5, 5):.3f}")   # three heads in three throws
    tables.write(
        "coin-posterior",
        ["θ", "prior", "likelihood (scaled)", "posterior"],
        [[t, f"{beta(t, 5, 5):.4f}", f"{4 * t**3:.4f}", f"{beta(t, 8, 5):.4f}"] for t in thetas],
    )

    rng = random.Random(3)
    throws = [rng.random() < 0.6 for _ in range(10_000)]
    rows = []
    for n in (3, 10, 30, 100, 1000, 10_000):
        h = sum(throws[:n])
        rows.append([f"{n:,}", f"{h:,}", f"{h / n:.3f}", f"{mode(h, n, 5, 5):.3f}", f"{(h + 5) / (n + 10):.3f}"])
        print(*rows[-1])
    tables.write("coin-estimates", ["Throws", "Heads", "ML", "MAP", "Mean"], rows)
