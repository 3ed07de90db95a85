"""The panels of the Graph workspace: expression field, gallery, variables, sums over paths, nudge.

Each shows what it is given and tells what a person wishes; none knows another.
"""

from __future__ import annotations
