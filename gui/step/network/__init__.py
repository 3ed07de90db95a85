"""The network as Step draws it: the numbers of this row on their edges and units."""
