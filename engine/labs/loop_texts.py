"""The text of the three programs, as they are shown: the bodies in `engine.labs.loop_programs`, letter by letter."""

from __future__ import annotations

TWO_LOOPS = """\
n_x, m = X.shape
J = db = 0.0
dw = np.zeros((n_x, 1))
for i in range(m):
    x, y = X[:, i], Y[0, i]
    z = b
    for j in range(n_x):
        z += w[j, 0] * x[j]
    a = sigma(z)
    J += loss(a, y)
    dz = a - y
    for j in range(n_x):
        dw[j, 0] += x[j] * dz
    db += dz
w = w - alpha * dw / m
b = b - alpha * db / m
return w, b, J / m
"""

ONE_LOOP = """\
n_x, m = X.shape
J = db = 0.0
dw = np.zeros((n_x, 1))
for i in range(m):
    x = X[:, i : i + 1]
    y = Y[0, i]
    z = np.dot(w.T, x).item()
    a = sigma(z + b)
    J += loss(a, y)
    dz = a - y
    dw += x * dz
    db += dz
w = w - alpha * dw / m
b = b - alpha * db / m
return w, b, J / m
"""

NO_LOOP = """\
m = X.shape[1]
Z = np.dot(w.T, X) + b
A = sigma(Z)
J = np.sum(loss(A, Y))
dZ = A - Y
dw = np.dot(X, dZ.T)
db = np.sum(dZ)
w = w - alpha * dw / m
b = b - alpha * db / m
return w, b, J / m
"""

# What the programs call, for a number or for a whole array.
HELPERS = """\
sigma(z) =
  1 / (1 + np.exp(-z))
loss(a, y) =
  -(y * np.log(a) +
  (1 - y) * np.log(1 - a))
"""
