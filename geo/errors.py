"""What can go wrong, as one tree.

VigieError
  InputRefused        the file or value is not usable         -> tell the user which, and what to do
  LexiconBroken       a data file of words says nonsense      -> tell which file and line
  GazetteerMissing    the place index is not built            -> tell which command builds it
  GazetteerDamaged    the place index fails its checksum      -> rebuild it
  GeocodingFailed     a provider did not give a usable answer
    GeocoderBusy        .wait_s  seconds to wait, or None     -> queue and retry
    GeocoderDown        no connection, or too slow            -> fall back to the place index
  StoreFailed         the database refused                    -> keep the upload, show the reason

Found nothing is a value (None or an empty tuple), never an error.
"""

from __future__ import annotations


class VigieError(Exception):
    """Root of all errors of Vigie."""


class InputRefused(VigieError, ValueError):
    """The value or file given is not usable.

    `reason` is a stable key (for example "empty-file") by which a screen chooses its sentence;
    `details` fills the blanks of that sentence.
    """

    def __init__(self, message: str, *, reason: str = "not-usable", **details: str | int) -> None:
        super().__init__(message)
        self.reason = reason
        self.details = details


class LexiconBroken(VigieError):
    """A data file of words, actors, kinds or places breaks its own rules."""


class GazetteerMissing(VigieError):
    """The place index is not built; the message names the command that builds it."""


class GazetteerDamaged(VigieError):
    """The place index does not match its checksum or cannot be read."""


class GeocodingFailed(VigieError):
    """A geocoding provider gave no usable answer; not the same as knowing no such place."""


class GeocoderBusy(GeocodingFailed):
    """The provider asks us to wait `wait_s` seconds (None: it did not say how long)."""

    def __init__(self, provider: str, wait_s: float | None) -> None:
        super().__init__(f"{provider} asks us to wait {wait_s if wait_s is not None else '?'} s")
        self.provider = provider
        self.wait_s = wait_s


class GeocoderDown(GeocodingFailed):
    """The provider cannot be reached, or is too slow."""


class StoreFailed(VigieError):
    """The database refused; nothing of the failed step was kept."""
