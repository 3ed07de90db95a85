"""The words of the legend under the network drawing: what edges, tiles and the bars under tiles stand for. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from engine.data import Dataset
from engine.spec import NetworkSpec
from gui.train.network.places import Places
from gui.train.output.texts import shows_classes

HALVES = "0 … 0.5 … 1"  # as long as the bar of colours: from its left end over its middle to its right end


class LegendWords(NamedTuple):
    """Ways of saying the same, the longest first: of the edges, of the bars under crowded tiles (none: there are no
    such), of the tiles.
    """

    edges: tuple[str, ...]
    biases: tuple[str, ...]
    tiles: tuple[str, ...]

    def choices(self) -> Iterator[tuple[str, ...]]:
        """All that may be written, best first: the edges give way first, then the biases, then the tiles."""
        for tiles in (*self.tiles, ""):
            for biases in self.biases or ("",):
                for edges in self.edges:
                    yield tuple(words for words in (edges, biases, tiles) if words)
        yield self.edges[-1:]


def legend_words(edge_range: str, places: Places, network: NetworkSpec, dataset: Dataset) -> LegendWords:
    """What is to be said of this network."""
    is_crowded = any(tile.is_compact for column in places.columns for tile in column.tiles)
    return LegendWords(
        (f"edge width = |w|, w = {edge_range}", f"edge = w, {edge_range}"),
        ("bar under a tile = b", "bar = b") if is_crowded else (),
        _tile_words(network, dataset),
    )


def _tile_words(network: NetworkSpec, dataset: Dataset) -> tuple[str, ...]:
    if dataset.is_plane:
        what, short = "activation over the plane", "a"
    elif dataset.picture_shape is not None:
        what, short = "weights (layer 1), distribution of a", "weights, distribution"
    else:
        what, short = "distribution of a", "distribution of a"
    bounded, briefly = _bounded_words(network)
    ways = (what + bounded, short + bounded, short + briefly, what, short)
    return tuple(dict.fromkeys(f"tile = {way}" for way in ways))


def _bounded_words(network: NetworkSpec) -> tuple[str, str]:
    """What the colours of activations between 0 and 1 are, in more and in fewer words; "" where there are none."""
    *hidden, output = (layer.activation for layer in network.layers)
    if shows_classes(network):
        color = "output 0 … 1 in its class’s colour"
        return (
            (f", sigmoid {HALVES}, {color}",) * 2
            if "sigmoid" in hidden
            else (f", {color}", ", output in class colours")
        )
    if "sigmoid" in hidden:
        return (f", sigmoid {HALVES}",) * 2
    return (f", output {HALVES}",) * 2 if output == "sigmoid" else ("", "")
