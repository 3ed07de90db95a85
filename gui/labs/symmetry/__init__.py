"""The lab of symmetry (C7)."""
