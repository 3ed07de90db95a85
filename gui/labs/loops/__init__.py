"""The lab of loops: three programs side by side, run for real, with their times."""
