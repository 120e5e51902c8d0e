"""Bayes' rule for a diagnostic test."""

import tables


def posterior(prior, sensitivity, false_alarms):
    """The probability of the disease after a positive test."""
    ill = prior * sensitivity                # ill and positive
    healthy = (1 - prior) * false_alarms     # healthy and positive
    return ill / (ill + healthy)


first = posterior(0.01, 0.90, 0.09)
second = posterior(first, 0.90, 0.09)   # if independent
third = posterior(second, 0.90, 0.09)
print(f"{first:.3f} {second:.3f} {third:.3f}")

negative = 0.01 * 0.10 / (0.01 * 0.10 + 0.99 * 0.91)
print(f"{negative:.5f}")                     # ill although the test is negative
print(f"{0.01 * 0.9 * 1000:.1f} {0.99 * 0.09 * 1000:.1f}")   # positive among 1000: ill, healthy

percents = [0.1, 0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50]
tables.write(
    "predictive-value",
    ["Prevalence", "Ill if positive"],
    [[x, f"{100 * posterior(x / 100, 0.9, 0.09):.1f}"] for x in percents],
)
