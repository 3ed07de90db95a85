"""The lab of local optima (C2)."""
