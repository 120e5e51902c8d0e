"""Entropy, cross-entropy, and KL divergence of discrete distributions, in bits."""

from collections import Counter
from math import log2

import bigram
import tables


def cross_entropy(p, q):
    return sum(a * log2(1 / b) for a, b in zip(p, q) if a > 0)


def entropy(p):
    return cross_entropy(p, p)


def kl(p, q):
    """The extra bits when q is believed and p is true."""
    return cross_entropy(p, q) - entropy(p)


if __name__ == "__main__":
    p = [0.7, 0.2, 0.1]          # what is true
    q = [1 / 3, 1 / 3, 1 / 3]    # what is believed

    print(f"{entropy(p):.3f} {cross_entropy(p, q):.3f}")
    print(f"{kl(p, q):.3f} {kl(q, p):.3f}")

    letters, following = Counter(bigram.text), bigram.following
    n = len(bigram.text)
    single = entropy([count / n for count in letters.values()])
    step = sum(after.total() / (n - 1) * entropy([c / after.total() for c in after.values()]) for after in following.values())
    sources = [
        ("Coin, fair", entropy([0.5, 0.5])),
        ("Coin, 9 heads in 10", entropy([0.9, 0.1])),
        ("Die", entropy([1 / 6] * 6)),
        ("24 signs, equally likely", log2(len(letters))),
        ("Signs of the Gettysburg Address", single),
        ("… if the one before is known", step),
    ]
    tables.write("entropies", ["Source", "Entropy", "Perplexity"], [[name, f"{h:.3f}", f"{2**h:.2f}"] for name, h in sources])
    tables.write(
        "coin-entropy",
        ["θ", "Entropy"],
        [[i / 50, f"{entropy([i / 50, 1 - i / 50]):.4f}"] for i in range(51)],
    )
    believed = [("The truth", p), ("Close", [0.6, 0.25, 0.15]), ("Uniform", q), ("Reversed", p[::-1])]
    rows = []
    for name, r in believed:
        shares = " / ".join(f"{x:.2f}" for x in r)
        rows.append([name, shares, f"{cross_entropy(p, r):.3f}", f"{kl(p, r):.3f}", f"{kl(r, p):.3f}"])
        print(*rows[-1])
    tables.write("kl-discrete", ["Believed", "q", "H(p, q)", "KL(p, q)", "KL(q, p)"], rows)
