"""A geopy provider behind our Geocoder port: cached, polite, its errors translated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from geopy import exc
from geopy.geocoders.base import Geocoder as GeopyGeocoder
from geopy.location import Location

from data.geocoders.answers import place_of
from data.geocoders.cache import AnswerCache
from data.geocoders.pace import Pace
from geo.errors import GeocoderBusy, GeocoderDown, GeocodingFailed
from geo.model import Place
from geo.places.names import key
from geo.ports import Geocoder

# Kept for every query, so that a wider ask needs no second request.
_ASKED = 10
# geopy's errors for a server that is not there, too slow or in trouble; their subclasses tell of other things.
_DOWN = (exc.GeocoderTimedOut, exc.GeocoderUnavailable, exc.GeocoderServiceError)


class ProviderGeocoder:
    """The Geocoder port on any geopy geocoder; `options` are what its geocode() needs beyond geopy's interface."""

    def __init__(
        self, provider: str, geocoder: GeopyGeocoder, cache: AnswerCache, pace: Pace, options: dict[str, Any]
    ) -> None:
        self._provider, self._geocoder, self._options = provider, geocoder, options
        self._cache, self._pace = cache, pace

    def find(self, query: str, limit: int = 5) -> tuple[Place, ...]:
        """See Geocoder."""
        asked = ", ".join(filter(None, map(key, query.split(","))))
        if not asked:
            return ()
        places = self._cache.get(self._provider, asked)
        if places is None:
            self._pace.wait(self._provider)
            places = self._ask(query)
            self._cache.put(self._provider, asked, places)
        return places[:limit]

    def _ask(self, query: str) -> tuple[Place, ...]:
        try:
            found = translated(
                self._provider, lambda: self._geocoder.geocode(query, exactly_one=False, **self._options)
            )
        except GeocoderBusy as busy:
            self._pace.silence(busy.wait_s)
            raise
        return tuple(place_of(location) for location in found[:_ASKED])


def translated(provider: str, call: Callable[[], Sequence[Location] | None]) -> Sequence[Location]:
    """What the call answers, empty when the provider knows no such place; above this nobody has heard of geopy.

    Raises:
        GeocoderBusy, GeocoderDown, GeocodingFailed: see geo.errors.
    """
    try:
        return call() or ()
    except exc.GeocoderRateLimited as error:
        raise GeocoderBusy(provider, error.retry_after) from error
    except (exc.GeopyError, ValueError, KeyError, TypeError) as error:
        failed = GeocoderDown if type(error) in _DOWN else GeocodingFailed
        raise failed(f"{provider}: {error}") from error


class WithFallback:
    """Asks the first, and the second while the first is busy or down."""

    def __init__(self, first: Geocoder, second: Geocoder) -> None:
        self._first, self._second = first, second

    def find(self, query: str, limit: int = 5) -> Sequence[Place]:
        """See Geocoder."""
        try:
            return self._first.find(query, limit)
        except (GeocoderBusy, GeocoderDown):
            return self._second.find(query, limit)
