import numpy as np

TEXT = """
<s> once upon a time there was a king . </s>
<s> once there was a cat . the cat was happy . </s>
<s> the king was happy . the king had a cat . </s>
"""
PAIRS = list(zip(TEXT.split(), TEXT.split()[1:]))
WORDS = sorted(set(TEXT.split()))


def model(tokens):
    """Scores for the next word; this tiny model looks at the last word only."""
    counts = [PAIRS.count((tokens[-1], word)) for word in WORDS]
    return np.log(np.array(counts) + 1e-9)


def sample(scores, temperature, rng):
    z = scores / temperature
    p = np.exp(z - z.max())  # softmax with temperature
    return WORDS[rng.choice(len(WORDS), p=p / p.sum())]


rng = np.random.default_rng(seed=7)
tokens = ["<s>"]
while tokens[-1] != "</s>" and len(tokens) < 50:
    tokens.append(sample(model(tokens), 0.7, rng))
print(" ".join(tokens[1:-1]))
