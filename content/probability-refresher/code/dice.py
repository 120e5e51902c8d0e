"""Two dice and two bets: probability as counting equally likely outcomes."""

from fractions import Fraction
from itertools import product

import tables


def distribution(value, outcomes):
    """The probability of each value of a random variable."""
    p = {}
    for outcome in outcomes:
        x = value(outcome)
        p[x] = p.get(x, 0) + Fraction(1, len(outcomes))
    return p


two_dice = list(product(range(1, 7), repeat=2))   # 36 outcomes
p_sum = distribution(sum, two_dice)

if __name__ == "__main__":
    print(p_sum[7], p_sum[12])              # 1/6 1/36
    print(sum(p_sum.values()))              # 1

    one_six = 1 - Fraction(5, 6) ** 4       # in 4 throws of one die
    double_six = 1 - Fraction(35, 36) ** 24  # in 24 throws of two
    print(f"{float(one_six):.4f} {float(double_six):.4f}")

    tables.write(
        "two-dice",
        ["Sum", "Ways", "Probability"],
        [[x, int(p * 36), f"{float(p):.4f}"] for x, p in sorted(p_sum.items())],
    )
