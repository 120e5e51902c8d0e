"""Markov's count of letter pairs in Eugene Onegin: joint, marginal, conditional."""

import tables

# Pairs of neighbors in 20,000 letters, after Markov (1913)
pairs = {
    ("vowel", "vowel"): 1104,
    ("vowel", "consonant"): 7534,
    ("consonant", "vowel"): 7534,
    ("consonant", "consonant"): 3827,
}
kinds = ["vowel", "consonant"]
total = sum(pairs.values())

joint = {pair: n / total for pair, n in pairs.items()}
first = {a: sum(joint[a, b] for b in kinds) for a in kinds}
given = {(a, b): joint[a, b] / first[a] for a in kinds for b in kinds}

print(total)
print({pair: round(p, 3) for pair, p in joint.items()})
print({a: round(p, 3) for a, p in first.items()})
print({pair: round(p, 3) for pair, p in given.items()})

tables.write(
    "onegin-joint",
    ["First letter", "Then a vowel", "Then a consonant", "Sum"],
    [[f"**{a.capitalize()}**", *(f"{joint[a, b]:.3f}" for b in kinds), f"{first[a]:.3f}"] for a in kinds]
    + [["**Sum**", *(f"{sum(joint[a, b] for a in kinds):.3f}" for b in kinds), "1.000"]],
)
tables.write(
    "onegin-next",
    ["Situation", "vowel", "consonant"],
    [["After a vowel", *(f"{100 * given['vowel', b]:.1f}" for b in kinds)],
     ["After a consonant", *(f"{100 * given['consonant', b]:.1f}" for b in kinds)],
     ["Anywhere", *(f"{100 * first[b]:.1f}" for b in kinds)]],
)
