"""Maximum likelihood for a Gaussian, with the eight heights of the first course."""

from math import log, pi, sqrt

import tables

heights = [158, 163, 166, 169, 171, 172, 175, 180]  # cm
n = len(heights)

mu = sum(heights) / n
variance = sum((x - mu) ** 2 for x in heights) / n
unbiased = variance * n / (n - 1)


def log_likelihood(m, s):
    square = sum((x - m) ** 2 for x in heights)
    return -n * log(s * sqrt(2 * pi)) - square / (2 * s * s)


print(f"{mu:.2f} {sqrt(variance):.2f} {sqrt(unbiased):.2f}")
print(f"{log_likelihood(mu, sqrt(variance)):.2f}")
print(f"{log_likelihood(mu, 10):.2f} {log_likelihood(180, sqrt(variance)):.2f}")
candidates = [(mu, sqrt(variance)), (mu, sqrt(unbiased)), (mu, 10.0), (mu, 4.0), (175.0, sqrt(variance)), (180.0, sqrt(variance))]
tables.write(
    "gaussian-fits",
    ["Mean", "Sigma", "Log-likelihood"],
    [[f"{m:.2f}", f"{s:.2f}", f"{log_likelihood(m, s):.2f}".replace("-", "−")] for m, s in candidates],
)
