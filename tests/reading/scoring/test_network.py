"""The network says what the mathematics of a transformer says, as far as eight bits can."""

import math

import numpy as np
import pytest

from dragoman.reading.scoring.encoder import HEADS, MATRICES, TINY, WIDTH, pretrained
from dragoman.reading.scoring.network import Network


def normed(x, parameters):
    scale, shift = parameters
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + TINY) * scale + shift


def linear(x, parameters):
    matrix, bias = parameters
    return x @ matrix + bias


def gelu(x):
    return x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))) / 2


def layer(parts, x, text):
    """A layer of a transformer, written out: each head looks with its own share of the vectors."""
    query, key, value = (linear(of, parts[name]) for of, name in ((x, "query"), (text, "key"), (text, "value")))
    seen, share = np.empty_like(x), WIDTH // HEADS
    for head in range(HEADS):
        part = slice(head * share, (head + 1) * share)
        weights = np.exp(query[:, part] @ key[:, part].T / math.sqrt(share))
        seen[:, part] = weights / weights.sum(-1, keepdims=True) @ value[:, part]
    seen = normed(linear(seen, parts["merge"]) + x, parts["norm_attention"])
    return normed(linear(gelu(linear(seen, parts["widen"])), parts["narrow"]) + seen, parts["norm"])


def likeness(one, other):
    """The least cosine between rows."""
    return ((one * other).sum(-1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1)).min()


@pytest.fixture(scope="module")
def vectors():
    weights = pretrained()
    return weights["words"][2000:2040] + weights["places"][:40]


def test_it_reckons_as_it_is_written_down(vectors: np.ndarray) -> None:
    weights = pretrained()
    first, second = weights["layers"][:2]
    network = Network(weights["norm"], [first, second], HEADS, TINY)
    start = normed(vectors, weights["norm"])
    beneath = layer(first, start, start)
    assert likeness(network.beneath(vectors), beneath) > 0.99
    assert likeness(network.above(beneath[3:9], beneath), layer(second, beneath, beneath)[3:9]) > 0.99


def test_it_says_the_same_each_time(vectors: np.ndarray) -> None:
    weights = pretrained()
    one, other = (Network(weights["norm"], weights["layers"][:2], HEADS, TINY) for _ in range(2))
    assert np.array_equal(one.beneath(vectors), other.beneath(vectors))


def test_a_row_far_greater_than_the_others_leaves_them_as_they_are(vectors: np.ndarray) -> None:
    network = Network(pretrained()["norm"], pretrained()["layers"][:1], HEADS, TINY)
    alone, nothing = network.beneath(vectors)[:1], np.zeros((1, WIDTH), np.float32)
    text = np.zeros((2, WIDTH), np.float32)
    beside = network.above(np.concatenate([alone, 1000 * alone]), text)[:1]
    assert likeness(beside, network.above(np.concatenate([alone, nothing]), text)[:1]) > 0.999


def test_what_is_all_nothing_comes_out_as_numbers() -> None:
    small = {name: (np.zeros((size, out), np.float32), np.ones(out, np.float32)) for name, size, out in shapes()}
    norm = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
    network = Network(norm, [small | {"norm": norm, "norm_attention": norm}] * 2, HEADS, TINY)
    nothing = np.zeros((3, WIDTH), np.float32)
    assert np.isfinite(network.beneath(nothing)).all()
    assert np.isfinite(network.above(nothing, nothing)).all()


def shapes():
    wide = 4 * WIDTH
    sizes = {"widen": (WIDTH, wide), "narrow": (wide, WIDTH)}
    return [(name, *sizes.get(name, (WIDTH, WIDTH))) for name in MATRICES]
