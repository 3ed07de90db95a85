"""The lab of the bowl (C2): the cost over two parameters."""
