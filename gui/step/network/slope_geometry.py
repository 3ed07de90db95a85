"""Where da and dz have room under the tiles of Step's drawing. No Qt; lengths in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gui.step.network.geometry import MARGIN, Column, Rect, Scene, strips

LABEL_HEIGHT, LABEL_GAP = 16.0, 3.0
APART = 5.0  # between the labels of two columns
TILE_MARGIN = 2.0


@dataclass(frozen=True)
class SlopeRoom:
    """The label of unit k of layer l stands about `center`, between left and right, from y on downwards."""

    l: int
    k: int
    center: float
    left: float
    right: float
    y: float


def slope_rooms(scene: Scene) -> tuple[SlopeRoom, ...]:
    """For every unit with room below it: clear of the neighbouring columns, and inside the panel."""
    found = [tuple(_rooms_of(column, scene)) if column.has_room_below else () for column in scene.columns]
    rooms: list[SlopeRoom] = []
    for index, column in enumerate(scene.columns):
        for room in found[index]:
            left, right = room.left, scene.width - MARGIN
            if index:
                left = max(left, _clear_of(room, scene.columns[index - 1], found[index - 1], column))
            if index + 1 < len(scene.columns):
                right = _clear_of(room, scene.columns[index + 1], found[index + 1], column)
            rooms.append(replace(room, left=left, right=right))
    return tuple(rooms)


def _clear_of(room: SlopeRoom, other: Column, others: tuple[SlopeRoom, ...], column: Column) -> float:
    """How far a label may go towards another column: as far as its tiles, or half of the way at the height of what that
    column has itself.
    """
    is_before = other.l < column.l
    near, far = (
        (other.tiles[0].right, column.tiles[0].x) if is_before else (other.tiles[0].x, column.tiles[0].right)
    )
    is_beside = any(_meet(room, each.y, each.y + LABEL_HEIGHT) for each in others) or any(
        _meet(room, tile.y, tile.bottom) for tile in other.tiles
    )
    inwards = 1 if is_before else -1
    return (near + far) / 2 + inwards * APART / 2 if is_beside else near + inwards * TILE_MARGIN


def _meet(room: SlopeRoom, top: float, bottom: float) -> bool:
    return room.y < bottom and top < room.y + LABEL_HEIGHT


def _rooms_of(column: Column, scene: Scene) -> Iterator[SlopeRoom]:
    """The labels' heights, and how far to the left their own numbers let them; the inputs have none."""
    top, pitch = strips(column, scene.height)
    for place, tile in enumerate(column.tiles if column.l else ()):
        k = column.first + place
        ports = [port for edge, port in scene.ports.items() if edge[:2] == (column.l, k)]
        left, y = _beside_ports(tile, ports, top + (place + 1) * pitch)
        yield SlopeRoom(column.l, k, tile.x + tile.width / 2, left, scene.width, y)


def _beside_ports(tile: Rect, ports: list[Rect], end: float) -> tuple[float, float]:
    """The left end and the top of a label: under the numbers of its unit's edges, else at their right."""
    y = tile.bottom + LABEL_GAP
    if not ports:
        return MARGIN, y
    lowest = max(port.bottom for port in ports) + 1
    if lowest <= y:
        return ports[0].x, y
    if lowest + LABEL_HEIGHT <= end:
        return ports[0].x, lowest
    return tile.x - TILE_MARGIN, y
