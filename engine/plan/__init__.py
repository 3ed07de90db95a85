"""The bound plan: the same update as `engine.propagation` and `engine.optimizers`, many times faster.

On small networks a NumPy call costs more than its arithmetic. So every call of an update is bound once to
the arrays that it reads and writes (`functools.partial`), and an update is a short tape of such calls:
`for op in tape: op()`. Buffers are allocated once for a batch size; nothing is allocated while training.
"""

from engine.plan.bound_updates import BoundUpdates, Checkpoint
from engine.plan.examples import Examples
from engine.plan.layers import forward_ops

__all__ = ["BoundUpdates", "Checkpoint", "Examples", "forward_ops"]
