"""The lab of gates: parity as a tree of XOR gates and as one wide layer of AND gates, both clickable."""
