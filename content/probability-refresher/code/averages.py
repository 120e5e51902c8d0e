"""The law of large numbers: averages of die throws, and how far they are off."""

import random
from itertools import accumulate
from math import sqrt

import tables


def draw(p, rng):
    """One value of a distribution {value: probability}."""
    u = rng.random()              # uniform between 0 and 1
    total = 0.0
    for value, probability in p.items():
        total += probability      # climb the staircase
        if u < total:
            return value
    return value                  # rounding: the last one


die = {face: 1 / 6 for face in range(1, 7)}
mean = sum(x * p for x, p in die.items())
variance = sum((x - mean) ** 2 * p for x, p in die.items())
print(f"{mean:.2f} {variance:.4f} {sqrt(variance):.4f}")

rng = random.Random(6)
counts = [round(10 ** (k / 20)) for k in range(81)]     # 1 to 10 000, evenly on a log axis
runs = []
for _ in range(3):
    sums = list(accumulate(draw(die, rng) for _ in range(10_000)))
    runs.append([sums[n - 1] / n for n in counts])
rows = {n: [f"{run[i]:.4f}" for run in runs] for i, n in enumerate(counts)}
tables.write("averages", ["Throws", "run 1", "run 2", "run 3"], [[n, *values] for n, values in rows.items()])
print([f"{run[-1]:.3f}" for run in runs])

errors = []
for n in (10, 100, 1000, 10_000):
    off = [sum(rng.choices(range(1, 7), k=n)) / n - mean for _ in range(1000)]
    measured = sqrt(sum(e * e for e in off) / len(off))
    errors.append([f"{n:,}", f"{measured:.4f}", f"{sqrt(variance / n):.4f}"])
    print(*errors[-1])
tables.write("standard-error", ["Throws", "Measured", "Theory"], errors)
