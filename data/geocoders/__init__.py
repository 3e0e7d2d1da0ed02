"""Geocoders: the place index, Nominatim or any provider geopy knows, exchangeable in one setting."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderNotFound
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder as GeopyGeocoder

from data.geocoders.answers import place_of
from data.geocoders.cache import AnswerCache
from data.geocoders.offline import OfflineGeocoder
from data.geocoders.online import ProviderGeocoder, WithFallback
from data.geocoders.pace import Pace
from geo.errors import InputRefused
from geo.model import Place
from geo.ports import Gazetteer, Geocoder
from geo.settings import OFFLINE, Settings

__all__ = ["IndexGeocoder", "OfflineGeocoder", "ProviderGeocoder", "WithFallback", "open_geocoder"]

_CACHE = "online_answers.sqlite"
_TIMEOUT_S = 5
_KEY_NAMES = ("api_key", "access_token", "auth_token")
# What Nominatim must be asked for beyond geopy's interface: the country's code, English names, several answers.
_NOMINATIM = {"addressdetails": True, "language": "en", "limit": 10}


class IndexGeocoder:
    """The Geocoder port on the place index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._geocoder = OfflineGeocoder(gazetteer)

    def find(self, query: str, limit: int = 5) -> tuple[Place, ...]:
        """See Geocoder; never busy, never down."""
        found = self._geocoder.geocode(query, exactly_one=False, limit=limit)
        return tuple(place_of(location) for location in found or ())


def open_geocoder(settings: Settings, gazetteer: Gazetteer, pace: Pace | None = None) -> Geocoder:
    """The geocoder the settings choose; an online one falls back to the place index while it is busy or down.

    Raises:
        InputRefused: geopy knows no provider of this name (reason "bad-setting").
    """
    index = IndexGeocoder(gazetteer)
    if settings.geocoder == OFFLINE:
        return index
    cache = AnswerCache(Path(settings.cache) / _CACHE)
    options = _NOMINATIM if settings.geocoder == "nominatim" else {}
    online = ProviderGeocoder(settings.geocoder, _provider(settings), cache, pace or Pace(), options)
    return WithFallback(online, index)


def _provider(settings: Settings) -> GeopyGeocoder:
    try:
        made = get_geocoder_for_service(settings.geocoder)
    except GeocoderNotFound as error:
        raise InputRefused(str(error), reason="bad-setting", variable="VIGIE_GEOCODER") from error
    known = inspect.signature(made).parameters
    # geopy's other adapter repeats a refused request on its own, against the provider's wish.
    wanted: dict[str, Any] = {
        "user_agent": f"Vigie ({settings.contact})",
        "timeout": _TIMEOUT_S,
        "adapter_factory": URLLibAdapter,
    }
    if settings.geocoder_address:
        address = urlsplit(settings.geocoder_address)
        wanted |= {"domain": address.netloc + address.path.rstrip("/"), "scheme": address.scheme}
    if settings.geocoder_key:
        wanted |= dict.fromkeys(_KEY_NAMES, settings.geocoder_key)
    return made(**{name: value for name, value in wanted.items() if name in known})
