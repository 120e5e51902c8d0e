import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention(Q, K, V, causal=False):
    scores = Q @ K.T / np.sqrt(K.shape[-1])
    if causal:
        later = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(later, -np.inf, scores)
    weights = softmax(scores)
    return weights @ V, weights


if __name__ == "__main__":
    rng = np.random.default_rng(seed=1)
    X = rng.normal(size=(4, 8))  # four tokens, eight dimensions
    output, weights = attention(X, X, X, causal=True)
    print(output.shape)
    print(weights.round(2))
