"""The table of names under which students look for a thing: course.md's Notation, and what other books call it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """ours: what lessons call a thing. theirs: what else it is called. Looking for any of them finds ours."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


OTHER_NAMES: tuple[Names, ...] = (
    Names(("alpha", "learning rate"), ("α", "LearningRate", "lambda", "λ", "eta", "η", "step size")),
    Names(("sigma(z)", "sigmoid"), ("σ(z)", "σ", "a(z)", "alpha(z)", "logistic function")),
    Names(("g(z)", "activation"), ("transfer function", "squashing function", "non-linearity")),
    Names(("J", "cost"), ("I", "L", "error function", "objective")),
    Names(("L(a, y)", "loss"), ("d", "lambda(i)", "λ(i)", "L(i)")),
    Names(("yhat", "A[L]", "a[L]"), ("ŷ", "y'", "y hat", "prediction")),
    Names(("n[l]", "units"), ("h[l]", "m_0", "m_1", "number of neurons")),
    Names(("unit",), ("neuron", "node", "perceptron")),
    Names(("weights", "W[l]", "parameters"), ("theta", "θ")),
    Names(("bias", "b[l]"), ("w_0", "intercept", "threshold", "theta", "θ")),
    Names(
        ("element by element", "element-wise", "elementwise", "*"),
        ("element-wise product", "circled dot", "⊙", "∘", "odot", "Hadamard"),
    ),
    Names(
        ("columns", "transpose", "one example a column"),
        ("rows as examples", "examples as rows", "z = X W + B", "X W + B", "XW + B"),
    ),
    Names(("dW", "derivative", "gradient", "slope"), ("nabla", "∇", "partial derivative")),
    Names(("gradient descent", "descent"), ("steepest descent", "SGD", "optimizer", "optimiser")),
    Names(("back-propagation", "backward"), ("backpropagation", "backprop", "reverse mode")),
    Names(("update", "iteration"), ("training step",)),
    Names(("vectorisation", "vectorised", "loop"), ("vectorization", "vectorized", "SIMD")),
    Names(("mini-batch", "batch"), ("minibatch",)),
    Names(("computation graph", "graph"), ("computational graph", "autodiff", "autograd")),
    Names(("initialisation", "start"), ("initialization", "Xavier", "Glorot", "He")),
    Names(("saturated", "saturation", "vanish"), ("vanishing gradient", "vanishing gradients")),
)
