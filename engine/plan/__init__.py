"""The bound plan: the same update as `engine.propagation` and `engine.optimizers`, many times faster.

On small networks a NumPy call costs more than its arithmetic. So every call of an update is bound once to
the arrays that it reads and writes (`functools.partial`), and an update is a short tape of such calls:
`for op in tape: op()`. Buffers are allocated once for a batch size; nothing is allocated while training.
"""

from engine.plan.batches import Batches
from engine.plan.examples import Examples
from engine.plan.layers import LayerPlan, Op, bind_layer, forward_ops
from engine.plan.tape import Plan, regularization_ops
from engine.plan.updates import BoundOptimizer

__all__ = [
    "Batches",
    "BoundOptimizer",
    "Examples",
    "LayerPlan",
    "Op",
    "Plan",
    "bind_layer",
    "forward_ops",
    "regularization_ops",
]
