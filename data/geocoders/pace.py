"""One request a second for the whole application, and silence when a provider asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from geo.errors import GeocoderBusy

# Nominatim's usage policy (operations.osmfoundation.org/policies/nominatim): at most one request a second.
LEAST_GAP_S = 1.0
# How long to keep away when a provider says "too many requests" without saying how long.
UNTOLD_WAIT_S = 60.0


class Pace:
    """Lets one request pass at a time; `clock` and `sleep` count seconds."""

    def __init__(
        self,
        gap_s: float = LEAST_GAP_S,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap_s, self._clock, self._sleep = gap_s, clock, sleep
        self._next = 0.0
        self._silent_until = 0.0
        self._lock = Lock()

    def wait(self, provider: str) -> None:
        """Return when the next request may be sent.

        Raises:
            GeocoderBusy: the provider asked for silence that has not ended.
        """
        with self._lock:
            now = self._clock()
            if now < self._silent_until:
                raise GeocoderBusy(provider, self._silent_until - now)
            if now < self._next:
                self._sleep(self._next - now)
            self._next = max(now, self._next) + self._gap_s

    def silence(self, wait_s: float | None) -> None:
        """Send nothing for so many seconds."""
        with self._lock:
            self._silent_until = self._clock() + (UNTOLD_WAIT_S if wait_s is None else wait_s)
