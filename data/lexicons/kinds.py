"""The kinds of happenings as values, from the table "kinds"."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Kind
from geo.ports import Lexicon

_CODES = ("acled_event", "acled_sub_event", "plover", "cameo")


def read_kinds(lexicon: Lexicon) -> Mapping[str, Kind]:
    """Every kind by its key, in the order of the table.

    Raises:
        LexiconBroken: the table is missing or broken.
    """
    return {
        row["kind"]: Kind(
            key=row["kind"],
            family=row["family"],
            icon=row["icon"],
            colour=row["colour"],
            labels={column: words for column, words in row.items() if len(column) == len("fr")},
            codes={code: row[code] for code in _CODES},
        )
        for row in lexicon.rows("kinds")
    }
