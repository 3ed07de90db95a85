"""The Train workspace: `workspace` arranges the views and editors of the packages beside it."""
