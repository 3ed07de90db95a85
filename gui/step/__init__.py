"""The Step workspace: the very next update, number by number, forwards and backwards."""
