"""All settings, read once from the environment that is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from geo.errors import InputRefused

OFFLINE = "offline"


def _setting(variable: str, meaning: str, default: str = "", *, secret: bool = False) -> str:
    # A dataclass field that carries its own documentation; typed as its value, as dataclasses.field itself is.
    made: str = field(default=default, repr=not secret, metadata={"variable": variable, "meaning": meaning})
    return made


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside; every value is a text, an empty one stands for "not set".

    Raises:
        InputRefused: an address or a language code that cannot be one (reason "bad-setting", with the variable).
    """

    data: str = _setting("VIGIE_DATA", "folder of the database; default: the user's data folder")
    cache: str = _setting("VIGIE_CACHE", "folder of the place index and of online answers; default: the user's cache")
    database: str = _setting(
        "VIGIE_DATABASE", "postgresql://user:password@host/name; default: SQLite under VIGIE_DATA", secret=True
    )
    geocoder: str = _setting("VIGIE_GEOCODER", "offline, or a geopy provider such as nominatim", OFFLINE)
    geocoder_address: str = _setting(
        "VIGIE_GEOCODER_ADDRESS", "address of the provider's server; default: its public one"
    )
    geocoder_key: str = _setting("VIGIE_GEOCODER_KEY", "key of the provider, where it asks for one", secret=True)
    contact: str = _setting("VIGIE_CONTACT", "mail or web address told to online providers (their rules ask for it)")
    tiles: str = _setting("VIGIE_TILES", "address of online map tiles with {z} {x} {y}; default: none, local borders")
    tiles_attribution: str = _setting("VIGIE_TILES_ATTRIBUTION", "who must be named on the map when tiles are online")
    borders: str = _setting("VIGIE_BORDERS", "GeoJSON file of borders to draw; default: Natural Earth")
    language: str = _setting("VIGIE_LANGUAGE", "fr or en for the screen; default: the browser's language")
    samples: str = _setting("VIGIE_SAMPLES", "yes or no: load the sample articles on the first run", "yes")

    def __post_init__(self) -> None:
        _check("VIGIE_DATABASE", self.database, not self.database or self.database.startswith("postgresql://"))
        web = self.tiles.startswith(("https://", "http://"))
        _check(
            "VIGIE_TILES", self.tiles, not self.tiles or (web and all(p in self.tiles for p in ("{z}", "{x}", "{y}")))
        )
        _check("VIGIE_TILES_ATTRIBUTION", self.tiles_attribution, bool(self.tiles_attribution) or not self.tiles)
        _check(
            "VIGIE_LANGUAGE", self.language, not self.language or (len(self.language) == 2 and self.language.isalpha())
        )
        _check("VIGIE_SAMPLES", self.samples, self.samples in ("yes", "no"))

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Settings from environment variables; folders fall back to the user's own (XDG, or AppData on Windows)."""
        given = {f.name: environ.get(f.metadata["variable"], "").strip() for f in fields(cls)}
        folders = {"data": _data_folder(environ), "cache": _cache_folder(environ)}
        return cls(**(folders | {name: value for name, value in given.items() if value}))


def documented() -> tuple[tuple[str, str, str], ...]:
    """(variable, meaning, default) of every setting, in reading order."""
    return tuple((f.metadata["variable"], f.metadata["meaning"], str(f.default)) for f in fields(Settings))


def _check(variable: str, value: str, fine: bool) -> None:
    if not fine:
        raise InputRefused(f"{variable} cannot be {value!r}", reason="bad-setting", variable=variable)


def _data_folder(environ: Mapping[str, str]) -> str:
    if "APPDATA" in environ:
        return environ["APPDATA"] + "/Vigie"
    return (environ.get("XDG_DATA_HOME") or environ.get("HOME", ".") + "/.local/share") + "/vigie"


def _cache_folder(environ: Mapping[str, str]) -> str:
    if "LOCALAPPDATA" in environ:
        return environ["LOCALAPPDATA"] + "/Vigie/Cache"
    return (environ.get("XDG_CACHE_HOME") or environ.get("HOME", ".") + "/.cache") + "/vigie"
