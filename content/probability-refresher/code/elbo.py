"""The ELBO of a model with one hidden coin, and its gap to the log-likelihood."""

from math import log

import tables
from normal import density

x = 1.0                                   # the observation
prior = [0.5, 0.5]                        # p(z)
likelihood = [density(x, m) for m in (0, 3)]   # p(x | z)

joint = [a * b for a, b in zip(prior, likelihood)]
evidence = sum(joint)                     # p(x)
posterior = [j / evidence for j in joint]      # p(z | x)


def elbo(q):
    return sum(a * log(j / a) for a, j in zip(q, joint) if a > 0)


def gap(q):
    """KL(q || posterior)."""
    return sum(a * log(a / p) for a, p in zip(q, posterior) if a > 0)


print(f"log p(x) = {log(evidence):.3f}, p(z = 1 | x) = {posterior[1]:.3f}")
for q1 in (0.5, 0.8, posterior[1]):
    q = [1 - q1, q1]
    print(f"q = {q1:.3f}  ELBO = {elbo(q):.3f}  gap = {gap(q):.3f}  sum = {elbo(q) + gap(q):.3f}")

tables.write(
    "elbo",
    ["q", "ELBO"],
    [[i / 50, f"{elbo([1 - i / 50, i / 50]):.4f}"] for i in range(51)],
)
