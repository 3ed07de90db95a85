"""The lab of one neuron (C1)."""
