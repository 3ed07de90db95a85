"""The lab of the slope (C3)."""
