"""The lab of vanishing gradients (C8)."""
