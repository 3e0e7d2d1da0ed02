"""Place names: one key for all spellings, found in text, and put where they are."""

from geo.places.names import key, sound
from geo.places.resolve import PlaceReader

__all__ = ["PlaceReader", "key", "sound"]
