"""Pictures for the guide: Chromium's screenshots with 256 colours, so that the repository stays small.

A page of ours has few colours beside the shades around letters: the most frequent ones are kept, every other becomes
the nearest of them.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
LARGEST = 120_000
RGB, RGBA, PALETTE = 2, 6, 3


def save(screenshot: bytes, place: Path) -> None:
    """Write the picture; unchanged pictures are not touched."""
    picture = shrink(screenshot)
    assert len(picture) <= LARGEST, f"{place.name}: {len(picture)} bytes; show less of the page"
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists() or place.read_bytes() != picture:
        place.write_bytes(picture)


def shrink(screenshot: bytes) -> bytes:
    """The same picture with a palette."""
    width, height, channels, data = _parts(screenshot)
    pixels = _pixels(data, width, height, channels)
    palette, numbers = _palette(pixels)
    lines = b"".join(b"\0" + bytes(numbers[pixel] for pixel in line) for line in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, PALETTE, 0, 0, 0)
    return (
        SIGNATURE
        + _chunk(b"IHDR", header)
        + _chunk(b"PLTE", b"".join(palette))
        + _chunk(b"IDAT", zlib.compress(lines, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _parts(png: bytes) -> tuple[int, int, int, bytes]:
    assert png.startswith(SIGNATURE)
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert depth == 8, "eight bits a channel are expected"
    assert colour in (RGB, RGBA), "a screenshot is RGB or RGBA"
    place, compressed = len(SIGNATURE), b""
    while place < len(png):
        size, kind = struct.unpack(">I4s", png[place : place + 8])
        if kind == b"IDAT":
            compressed += png[place + 8 : place + 8 + size]
        place += size + 12
    return width, height, 3 if colour == RGB else 4, zlib.decompress(compressed)


def _pixels(data: bytes, width: int, height: int, channels: int) -> list[list[bytes]]:
    """Undo the filters of each line; the fourth channel, always opaque here, is dropped."""
    step = width * channels
    before = bytearray(step)
    lines = []
    for number in range(height):
        start = number * (step + 1)
        line = bytearray(data[start + 1 : start + 1 + step])
        _unfilter(data[start], line, before, channels)
        lines.append([bytes(line[place : place + 3]) for place in range(0, step, channels)])
        before = line
    return lines


def _unfilter(kind: int, line: bytearray, above: bytearray, channels: int) -> None:
    if kind == 0:
        return
    for place in range(len(line)):
        left = line[place - channels] if place >= channels else 0
        up = above[place]
        corner = above[place - channels] if place >= channels else 0
        guess = (0, left, up, (left + up) // 2, 0)[kind] if kind != 4 else _nearest_of_three(left, up, corner)
        line[place] = (line[place] + guess) & 0xFF


def _nearest_of_three(left: int, up: int, corner: int) -> int:
    """Paeth's predictor, as the format describes it."""
    guess = left + up - corner
    return min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]


def _palette(lines: list[list[bytes]]) -> tuple[list[bytes], dict[bytes, int]]:
    counts = Counter(pixel for line in lines for pixel in line)
    palette = [colour for colour, _ in counts.most_common(COLOURS)]
    numbers = {colour: number for number, colour in enumerate(palette)}
    for colour in counts:
        if colour not in numbers:
            numbers[colour] = min(range(len(palette)), key=lambda number: _distance(palette[number], colour))
    return palette, numbers


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
