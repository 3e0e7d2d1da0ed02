"""The index file: a header, a checksum, then four parts; written and taken apart here and nowhere else.

header   8 bytes magic with version, 16 bytes BLAKE2b of all that follows, 4 lengths of 8 bytes
meta     JSON: countries, boxes, capitals, divisions (places by number), division codes, languages, counts, sources
trie     marisa RecordTrie: key -> (place number, what the name is to it)
places   one fixed record a place, the most populous first
texts    the canonical names, UTF-8, end to end
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.errors import GazetteerDamaged
from geo.model import PlaceType, Precision

MAGIC = b"VIGIEPL3"
TRIE_FORMAT = "<IB"
MAIN, FOREIGN, SHORT, LOUD = 1, 2, 4, 8
_LANG_SHIFT = 4  # a name's only language stands above the first four flags: its place in `languages`, from 1; 0 is any
SOUND = "~"  # begins the keys that are sounds, so that no word's key can equal one
TYPES = tuple(PlaceType)
PRECISIONS = tuple(Precision)
# lat lon radius_km, population geonameid text-offset, division text-length, type precision importance names, country
PLACE = struct.Struct("<3f3I2H4B2s")
MOST_NAMES = 255
_HEADER = struct.Struct("<8s16s4Q")


@dataclass(frozen=True, slots=True)
class Parts:
    """The four parts of an index file."""

    meta: Mapping[str, Any]
    trie: memoryview
    places: memoryview
    texts: memoryview


def flags_of(flag: int, lang: int = 0) -> int:
    """What a name is to its place, and the number of its only language, as one number."""
    return flag | lang << _LANG_SHIFT


def lang_of(flags: int) -> int:
    """The number of a name's only language, or 0."""
    return flags >> _LANG_SHIFT


def joined(meta: Mapping[str, Any], trie: bytes, places: bytes, texts: bytes) -> bytes:
    """The whole index file."""
    parts = (json.dumps(meta, ensure_ascii=False).encode(), trie, places, texts)
    lengths = struct.pack("<4Q", *map(len, parts))
    body = b"".join(parts)
    return MAGIC + _checksum(lengths, memoryview(body)) + lengths + body


def taken_apart(data: memoryview, path: str) -> Parts:
    """The parts of an index file.

    Raises:
        GazetteerDamaged: another format, cut short, or a wrong checksum.
    """
    if len(data) < _HEADER.size:
        raise GazetteerDamaged(f"{path} is cut short")
    magic, checksum, *lengths = _HEADER.unpack_from(data)
    if magic != MAGIC:
        raise GazetteerDamaged(f"{path} is not a place index of this version")
    body = data[_HEADER.size :]
    if len(body) != sum(lengths) or _checksum(struct.pack("<4Q", *lengths), body) != checksum:
        raise GazetteerDamaged(f"{path} does not match its checksum")
    parts, start = [], 0
    for length in lengths:
        parts.append(body[start : start + length])
        start += length
    return Parts(json.loads(bytes(parts[0])), *parts[1:])


def _checksum(lengths: bytes, body: memoryview) -> bytes:
    digest = hashlib.blake2b(lengths, digest_size=16)
    digest.update(body)
    return digest.digest()
