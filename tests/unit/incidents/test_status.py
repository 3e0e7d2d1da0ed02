"""The table by which claims decide how sure a happening is."""

from __future__ import annotations

from itertools import permutations

import pytest

from geo.incidents.claims import Said
from geo.incidents.status import derive
from geo.model import Span, Stance, Status

SIDES = {"Israel", "Syria", "SY"}


def said(sort: str, state: str, stance: Stance, *, hedged: bool = False, responsibility: bool = False) -> Said:
    return Said(state or sort, sort, state, stance, hedged, Span(0, 1), 0, responsibility)


ARTICLE = said("article", "", Stance.AFFIRM)
HEDGED_ARTICLE = said("article", "", Stance.AFFIRM, hedged=True)
DOER = said("state", "Israel", Stance.AFFIRM)
VICTIM_DENIES = said("state", "Syria", Stance.DENY)
OTHER_WORD = said("state", "Syria", Stance.ALTERNATIVE)
SILENT_DOER = said("state", "Israel", Stance.UNKNOWN)
NOT_US = said("state", "Israel", Stance.DENY, responsibility=True)
AGENCY = said("media", "", Stance.AFFIRM)
STATE_AGENCY = said("state_media", "SY", Stance.AFFIRM)
STRANGER = said("state", "France", Stance.AFFIRM)
POLICE = said("official", "", Stance.AFFIRM)
RUMOUR = said("report", "", Stance.AFFIRM, hedged=True)

TABLE = [
    ([ARTICLE], Status.REPORTED),
    ([ARTICLE, AGENCY], Status.REPORTED),
    ([ARTICLE, STRANGER], Status.REPORTED),
    ([ARTICLE, DOER], Status.CONFIRMED),
    ([ARTICLE, POLICE], Status.CONFIRMED),
    ([ARTICLE, STATE_AGENCY], Status.CONFIRMED),
    ([HEDGED_ARTICLE], Status.UNCONFIRMED),
    ([HEDGED_ARTICLE, RUMOUR], Status.UNCONFIRMED),
    ([HEDGED_ARTICLE, DOER], Status.CONFIRMED),
    ([ARTICLE, VICTIM_DENIES], Status.DISPUTED),
    ([RUMOUR, VICTIM_DENIES], Status.DISPUTED),
    ([RUMOUR, OTHER_WORD], Status.DISPUTED),
    ([VICTIM_DENIES], Status.DENIED),
    ([ARTICLE, SILENT_DOER], Status.REPORTED),
    ([ARTICLE, NOT_US], Status.REPORTED),
    ([HEDGED_ARTICLE, SILENT_DOER], Status.UNCONFIRMED),
]


@pytest.mark.parametrize(("claims", "status"), TABLE)
def test_status_follows_the_table_in_whatever_order_claims_come(claims: list[Said], status: Status) -> None:
    for order in permutations(claims):
        assert derive(order, SIDES) is status
