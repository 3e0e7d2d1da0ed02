"""Twenty people filter at once on one server: how long each waits, and whether anybody is shown another's view.

The same twenty on the plain way (a folium.Marker with popup each) are the baseline. What is timed is the server's
part: from the filter to the last byte of the page; the drawing in the browser is bench_map's.
Usage: python -m tests.bench.bench_people [INCIDENTS]   (1000 when not told)
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from urllib.parse import parse_qs

from geo.view.folium_map import unpacked
from tests.bench.bench_map import placed, plain_app
from tests.bench.people import Person
from tests.browser.driver import running_app
from tests.browser.told import ACTORS, seed

PEOPLE = 20
ROUNDS = 5
PLAIN_ROUNDS = 1
"""The plain way makes everybody wait long enough in one."""
MAP = "component_instance"


def main(count: int) -> int:
    """Prints the waits of both ways; 1 when somebody met an error or another's view."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "data"
        seed(folder, count)
        with running_app(folder, {"VIGIE_SAMPLES": "no"}) as address:
            ours, faults = at_once(address, filtering, ROUNDS)
        say(f"{PEOPLE} people filter at once, {count} incidents", ours)
        with plain_app(Path(made) / "plain", placed(folder)) as address:
            plain, _ = at_once(address, ticking, PLAIN_ROUNDS)
    say("the plain way", plain)
    sys.stdout.write(f"errors and views of somebody else: {len(faults)}\n" + "".join(f"  {f}\n" for f in faults[:5]))
    return int(bool(faults))


def say(what: str, waits: list[float]) -> None:
    """One line: the middle, the 95th of a hundred and the longest wait."""
    p95 = statistics.quantiles(waits, n=20)[-1]
    sys.stdout.write(f"{what}: median {statistics.median(waits):.2f} s, p95 {p95:.2f} s, worst {max(waits):.2f} s\n")


Act = Callable[[Person, int, int], tuple[float, str]]


def at_once(address: str, act: Act, rounds: int) -> tuple[list[float], list[str]]:
    """Everybody opens the page, then all act together, round after round; waits in seconds, and what went wrong."""
    start = Barrier(PEOPLE)

    def sits_down(number: int) -> tuple[list[float], list[str]]:
        person = Person(address)
        arrive(person)
        waits, faults = [], []
        for turn in range(rounds):
            start.wait()
            try:
                wait, fault = act(person, number, turn)
            except (RuntimeError, TimeoutError) as error:
                wait, fault = float("nan"), repr(error)
            waits.append(wait)
            faults += [fault] if fault else []
        person.leave()
        return waits, faults

    with ThreadPoolExecutor(PEOPLE) as chairs:
        told = list(chairs.map(sits_down, range(PEOPLE)))
    return [wait for waits, _ in told for wait in waits], [fault for _, faults in told for fault in faults]


def arrive(person: Person) -> None:
    """A browser tells that it has drawn the map; the page then sends the rest."""
    if "filter-words" not in person.elements and MAP in person.elements:
        person.set(person.elements[MAP].component_instance.id, json_value='{"stands": true}')


def filtering(person: Person, number: int, turn: int) -> tuple[float, str]:
    """Search for an actor, another one than the neighbours; the wait, and whose view came if it was not one's own."""
    words = ACTORS[(number + turn) % len(ACTORS)]
    wait = person.set(person.elements["filter-words"].text_input.id, string_value=words)
    args = person.elements[MAP].component_instance.json_args
    packed = re.search(r'Vigie\.show\(\\"([^"]*)\\"', args)
    shown = parse_qs(unpacked(packed.group(1))["address"]) if packed else {}
    return wait, "" if shown.get("q") == [words] else f"asked {words!r}, was shown {shown}"


def ticking(person: Person, _number: int, turn: int) -> tuple[float, str]:
    """Tick the plain page's filter."""
    return person.set(person.elements["checkbox"].checkbox.id, bool_value=turn % 2 == 0), ""


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
