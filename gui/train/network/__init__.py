"""The drawing of the network: heads, tiles, edges, value cards; geometry and hit-testing without Qt."""
