"""A categorical distribution: the letters of the Gettysburg Address."""

from collections import Counter

import tables

text = tables.read_text("gettysburg.txt")
letters = Counter(text.replace(" ", ""))
total = letters.total()

print(total, "letters,", len(text.split()), "words,", len(letters), "different letters")
print([(c, n) for c, n in letters.most_common(3)])

shares = [(c, n / total) for c, n in letters.most_common()]
rest = sum(share for _, share in shares[12:])
tables.write(
    "letters",
    ["Letter", "Share"],
    [[c, f"{100 * share:.1f}"] for c, share in shares[:12]] + [["rest", f"{100 * rest:.1f}"]],
)
