"""The lab of saturation (C7)."""
