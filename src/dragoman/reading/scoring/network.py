"""The layers of the encoder as a network that ONNX Runtime computes.

The weights come from NumPy, the network is written down when it is needed, and nothing but operators of the ONNX
standard stands in it. Each matrix is kept in eight bits, its columns each on a scale of their own, and the rows that
are multiplied by it are brought to eight bits when they come, each on a scale of its own too (dynamic quantization;
Zafrir et al. 2019, "Q8BERT"). That takes half of the time, and what is read stays as good.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Parameters = tuple[NDArray[Any], NDArray[Any]]  # a matrix or a scale, and what is added afterwards
Layer = dict[str, Parameters]

OPERATORS = 23  # the version of the standard: the first with attention
STEPS = 127  # of eight bits with a sign


class Network:
    """The layers of an encoder in two parts: all but the last, and the last."""

    def __init__(self, norm: Parameters, layers: Sequence[Layer], heads: int, tiny: float) -> None:
        """Take the norm of what comes in, the layers, the heads of their attention, and what keeps a divisor from 0."""
        lower, last = _Graph(heads, tiny), _Graph(heads, tiny)
        x = lower.normed("x", norm)
        for layer in layers[:-1]:
            x = lower.layer(x, x, layer)
        self._lower = _session(lower.model(x, "x"))
        self._last = _session(last.model(last.layer("x", "text", layers[-1]), "x", "text"))

    def beneath(self, x: NDArray[Any]) -> NDArray[Any]:
        """The vectors beneath the last layer, a row for each of those that come in."""
        return _run(self._lower, x=x)

    def above(self, x: NDArray[Any], text: NDArray[Any]) -> NDArray[Any]:
        """What the last layer makes of the vectors ``x`` where they stand in the ``text``."""
        return _run(self._last, x=x, text=text)


class _Graph:
    """A network that is written down, operator by operator; each gives back the name of what comes out of it."""

    def __init__(self, heads: int, tiny: float) -> None:
        self._heads, self._tiny = heads, tiny
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def layer(self, x: str, text: str, layer: Layer) -> str:
        """A layer of a transformer (Vaswani et al. 2017, with the norm after each part) over ``x`` in the ``text``."""
        looks = (self.linear(of, layer[name]) for name, of in (("query", x), ("key", text), ("value", text)))
        seen = self.add("Attention", *looks, q_num_heads=self._heads, kv_num_heads=self._heads)
        seen = self.normed(self.add("Add", self.linear(seen, layer["merge"]), x), layer["norm_attention"])
        wide = self.add("Gelu", self.linear(seen, layer["widen"]), approximate="tanh")
        return self.normed(self.add("Add", self.linear(wide, layer["narrow"]), seen), layer["norm"])

    def linear(self, x: str, parameters: Parameters) -> str:
        """The product with a matrix, in eight bits."""
        matrix, bias = parameters
        scale = np.maximum(np.abs(matrix).max(0), self._tiny).astype(np.float32)
        greatest = self.add("ReduceMax", self.add("Abs", x), self.constant(np.array([-1])), keepdims=1)
        greatest = self.add("Max", greatest, self.constant(np.array(self._tiny, np.float32)))
        step, middle = self.constant(np.array(1 / STEPS, np.float32)), self.constant(np.array(STEPS + 1, np.uint8))
        small = self.add("QuantizeLinear", self.add("Div", x, greatest), step, middle)
        product = self.add(
            "MatMulInteger", small, self.constant(np.rint(matrix / scale * STEPS).astype(np.int8)), middle
        )
        product = self.add("Mul", self.add("Cast", product, to=TensorProto.FLOAT), self.constant(scale / STEPS**2))
        return self.add("Add", self.add("Mul", product, greatest), self.constant(bias))

    def normed(self, x: str, parameters: Parameters) -> str:
        """Each row with mean and variance of its own taken out."""
        return self.add("LayerNormalization", x, *map(self.constant, parameters), epsilon=self._tiny)

    def add(self, operator: str, *inputs: str, **options: Any) -> str:
        name = f"{operator}{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [name], **options))
        return name

    def constant(self, value: NDArray[Any]) -> str:
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def model(self, output: str, *inputs: str) -> ModelProto:
        """The whole: inputs and output have any number of rows."""
        shapes = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, name, None]) for name in (*inputs, output)]
        graph = helper.make_graph(self._nodes, "encoder", shapes[:-1], shapes[-1:], self._constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPERATORS)], ir_version=11)


def _session(model: ModelProto) -> onnxruntime.InferenceSession:
    """The network ready to run, on one thread: more win little, and one gives the same on any number."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def _run(session: onnxruntime.InferenceSession, **inputs: NDArray[Any]) -> NDArray[Any]:
    (made,) = session.run(None, {name: value[None] for name, value in inputs.items()})
    result: NDArray[Any] = made[0]
    return result
