"""The lab of activations (C6)."""
