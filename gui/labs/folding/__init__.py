"""The lab of folding: one curve, drawn by a deep network of few units and by a flat one of many."""
