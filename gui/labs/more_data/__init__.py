"""The lab of data and size (C1)."""
