"""KL divergence between Gaussians: the closed form, and a check by integration."""

from math import log

from normal import density


def kl(m1, s1, m2, s2):
    """KL(N(m1, s1²) || N(m2, s2²)), in nats."""
    ratio = s1 / s2
    shift = (m1 - m2) / s2
    return 0.5 * (ratio**2 + shift**2 - 1) - log(ratio)


def integrate(f, low, high, steps=100_000):
    h = (high - low) / steps
    return h * sum(f(low + (i + 0.5) * h) for i in range(steps))


def kl_numeric(p, q, low=-12.0, high=12.0, steps=100_000):
    return integrate(lambda x: p(x) * log(p(x) / q(x)), low, high, steps)


def fit(p, forward):
    """The Gaussian nearest to p in one direction of the KL divergence, on a grid."""
    best = None
    for m in [i / 20 for i in range(-20, 61)]:
        for s in [0.3 + i / 20 for i in range(54)]:
            q = lambda x: density(x, m, s) + 1e-300
            value = kl_numeric(p, q, -8, 9, 170) if forward else kl_numeric(q, p, -8, 9, 170)
            if best is None or value < best[0]:
                best = (value, m, s)
    return best


def two_bumps(x):
    return 0.4 * density(x, -2, 0.6) + 0.6 * density(x, 2.5, 0.8) + 1e-300


if __name__ == "__main__":
    for m, s in [(0, 1), (1, 1), (0, 0.5), (0, 2), (1, 0.5)]:
        numeric = kl_numeric(lambda x: density(x, m, s) + 1e-300, lambda x: density(x) + 1e-300)
        print(m, s, f"{kl(m, s, 0, 1):.3f}", f"{numeric:.3f}", f"{kl(0, 1, m, s):.3f}")

    for forward in (True, False):
        value, m, s = fit(two_bumps, forward)
        print("forward" if forward else "reverse", f"{value:.3f} mean {m:.2f} sigma {s:.2f}")
