"""Measurements that are run by hand: `python -m benchmarks.engine`. Nothing in the program imports them."""
