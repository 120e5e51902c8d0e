"""The smallest autoregressive model: each letter depends on the one before it."""

import random
from collections import Counter, defaultdict

import tables

text = tables.read_text("gettysburg.txt")
following = defaultdict(Counter)
for a, b in zip(text, text[1:]):
    following[a][b] += 1


def p(b, a):
    """The probability of the letter b after the letter a."""
    return following[a][b] / following[a].total()


def p_word(word):
    """Chain rule: the product of all steps, from space to space."""
    product = 1.0
    for a, b in zip(" " + word, word + " "):
        product *= p(b, a)
    return product


def generate(rng, letters):
    result = " "
    while len(result) <= letters:
        options = following[result[-1]]
        result += rng.choices(list(options), options.values())[0]
    return result.strip()


if __name__ == "__main__":
    steps = [(a, b, following[a][b], following[a].total()) for a, b in zip(" the", "the ")]
    for a, b, n, total in steps:
        print(repr(a), repr(b), f"{n}/{total} = {n / total:.3f}")
    print(f"the {p_word('the'):.4f}  eht {p_word('eht'):.6f}  {text.split().count('the')}/{len(text.split())}")
    print(generate(random.Random(1863), 60))
    for a in "he":
        print(a, [(b, f"{p(b, a):.2f}") for b, _ in following[a].most_common(3)])
    shown = lambda c: "space" if c == " " else f"`{c}`"
    running, rows = 1.0, []
    for i, (a, b, n, total) in enumerate(steps, 1):
        running *= n / total
        rows.append([i, shown(a), shown(b), f"{n} of {total}", f"{n / total:.3f}", f"{running:.4f}"])
    tables.write("word-the", ["Step", "After", "Comes", "Counted", "Probability", "Product so far"], rows)
