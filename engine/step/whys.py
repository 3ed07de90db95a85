"""The questions that a row of the tape raises, with answers in the notes' symbols.

They are the slips that students bring along (course, last section), answered where they arise. A new one is one row
and its key in the `whys` of a row.

Between dollars stands mathematics, between backticks code. There l is the layer of the row, so that a reader of layer 2
sees A[1] for $A[l-1]$ (X in layer 1): [..] is raised, _kj is lowered, ^T, ^2 and ^(i) are raised, ' is a prime.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Why:
    """question: as a student asks it; answer: a few plain sentences. Both with $mathematics$ and `code`."""

    question: str
    answer: str


WHYS: dict[str, Why] = {
    "no_transpose_W": Why(
        "Why $W[l] A[l-1]$ and not $W[l]^T A[l-1]$?",
        "$W[l]$ holds one unit's weights in each row, so it has shape $(n[l], n[l-1])$ and $W[l] A[l-1]$ fits as "
        "it stands. In logistic regression $w$ is a column, there $w^T x$ is right; stacked as rows, the $w^T$ of"
        " all units make $W$.",
    ),
    "bias_broadcast": Why(
        "Why may $b$ be added when its shape is smaller?",
        "$b[l]$ is one column $(n[l], 1)$, and every example gets the same one. NumPy acts as if it were repeated"
        " $m$ times and copies nothing. It is one $b$ for all examples, not $b^(1)$, ..., $b^(m)$.",
    ),
    "activation_of_z": Why(
        "Why $g(Z)$ and not $g(A)$?",
        "The unit first adds up its inputs to $z$, then $g$ bends that one number: $a[l] = g[l](z[l])$. What goes"
        " in is $Z$ of the same layer; $A$ of this layer is what comes out.",
    ),
    "minus_in_cost": Why(
        "Why the minus in front of the sum?",
        "$a$ lies between 0 and 1, so its logarithm is negative. The minus makes the loss positive: 0 for a sure "
        "and right answer, large for a sure and wrong one. Without it, going downhill would make the network "
        "worse.",
    ),
    "one_over_m": Why(
        "Why $1/m$?",
        "$J$ is the average of the losses of $m$ examples. A derivative of an average is the average of the "
        "derivatives, so $dW$ and $db$ carry $1/m$. It keeps the step as large for 1000 examples as for 10. It is"
        " $m$, the number of examples, wherever the sum runs over examples.",
    ),
    "per_example": Why(
        "Why has $dZ$ no $1/m$?",
        "Column $i$ of $dZ$ is the derivative of example $i$'s own loss, not of $J$. The average is taken only "
        "once, where the examples are added up: in $dW$ and $db$. Whoever divides here and there divides twice.",
    ),
    "output_difference": Why(
        "Why $A[l] - Y$?",
        "It is $dA * g'(Z)$ with both written out: $-y/a + (1 - y)/(1 - a)$ times $a (1 - a)$ is $a - y$. Sigmoid and "
        "cross-entropy are made for each other: the slope $a (1 - a)$ cancels, so a sure and wrong answer still "
        "learns.",
    ),
    "dA_alone": Why(
        "Is $dA$ not the same as $dZ$?",
        "$dA$ is the derivative by what the unit gives out, $dZ$ by what goes into $g$. Between them stands the "
        "slope of $g$: $dZ = dA * g'(Z)$. $-y/a + (1 - y)/(1 - a)$ is $dA$, not $dZ$.",
    ),
    "elementwise_slope": Why(
        "Why $*$ and not $+$, or a matrix product?",
        "Each unit has its own $z$ and its own slope there; nothing crosses over to another unit. The chain rule "
        "multiplies derivatives, so the two matrices of equal shape are multiplied entry by entry.",
    ),
    "slope_at_z": Why(
        "Why $g'$ at $Z$ of this layer?",
        "The slope is taken where the unit stands: at its own $z[l]$. For sigmoid $a (1 - a)$ is only another way "
        "to write it, with $a = g(z)$. Not $g'(a)$, and not the $Z$ of the layer before.",
    ),
    "transpose_dW": Why(
        "Why the transpose of $A[l-1]$?",
        "$dW[l]$ must have the shape of $W[l]$, $(n[l], n[l-1])$. $dZ[l]$ is $(n[l], m)$, so $A[l-1]$ must stand "
        "as $(m, n[l-1])$: its transpose. Entry $(k, j)$ is then the sum over the examples of $dz_k$ times the "
        "input $j$ that weight $w_kj$ multiplied.",
    ),
    "input_of_the_layer": Why(
        "Why $A[l-1]$ and not $A[l]$?",
        "A weight acts on what comes into its layer. Its derivative is $dz$ times that input, and the input of "
        "this layer is $A[l-1]$. $A[l]$ is what comes out.",
    ),
    "regularization_slope": Why(
        "Where does the extra term come from?",
        "$J$ has the penalty $lambda_2/2 sum w^2 + lambda_1 sum |w|$ over all weights. Its derivative by $W$ is "
        "$lambda_2 W + lambda_1 sign(W)$. It carries no $1/m$, and biases have no penalty.",
    ),
    "sum_axis_1": Why(
        "Why the sum over axis 1?",
        "Across are the examples, down are the units. $db$ needs one number for each unit, so it adds along the "
        "row: `axis=1`. `np.sum(dZ)` alone would melt all units into one number, which NumPy then broadcasts "
        "silently.",
    ),
    "keepdims": Why(
        "Why `keepdims=True`?",
        "Without it the sum has the shape $(n[l],)$, which is neither a row nor a column. With it $db$ is "
        "$(n[l], 1)$ like $b$, and $b - alpha db$ stays a column.",
    ),
    "db_is_not_dw": Why(
        "Why is $db$ not multiplied by the input?",
        "The bias is a weight on a constant input of 1: $dz$ times 1 is $dz$. So $db$ is the average of $dZ$ "
        "alone; $dW$ needs the inputs too.",
    ),
    "transpose_dA": Why(
        "Why is $W[l+1]$ transposed?",
        "Forwards, unit $j$ sends $a_j$ to every unit $k$ over $w_kj$. Backwards it collects from every $k$ over "
        "the same $w_kj$: a sum over $k$, which runs down a column of $W[l+1]$. That is $W[l+1]^T dZ[l+1]$, of "
        "shape $(n[l], n[l+1])(n[l+1], m)$ → $(n[l], m)$.",
    ),
    "minus_alpha": Why(
        "Why minus?",
        "$dW$ points uphill: where $J$ grows fastest. Going down means the opposite way, in small steps of "
        "$alpha$.",
    ),
    "b_minus_alpha_db": Why(
        "Why $b - alpha db$ and not just $db$?",
        "$db$ says in which direction $b$ should move and how steep it is; it is no new value. The old $b$ is "
        "kept, and moved a little.",
    ),
    "gradient_is_not_descent": Why(
        "Is that back-propagation or gradient descent?",
        "Back-propagation computed $dW$ and $db$. Gradient descent uses them here. Another optimiser uses the "
        "same numbers in another way.",
    ),
    "optimizer_memory": Why(
        "What are $v$ and $s$?",
        "$v$ is a moving average of the gradients: it keeps the direction. $s$ is one of their squares: it keeps "
        "their size, and dividing by its root gives every weight a step of about equal length. Both begin at 0 "
        "and live on from update to update.",
    ),
}
