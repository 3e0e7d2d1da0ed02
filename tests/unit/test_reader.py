"""The whole reading: the story it was built for, offsets, other languages, hostile and very long texts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.model import Article, PublishedFrom, Status
from tests.quality.scorer import SHARED, available
from tests.reading import read, small_reader


def test_the_story_gives_the_visit_and_the_disputed_blast_and_nothing_else() -> None:
    if not available():
        pytest.skip("../shared is absent")
    text = (SHARED / "seed" / "choigou.txt").read_text("utf-8")
    reading = small_reader().read(Article("story", text))
    kinds = {e.kind: e for e in reading.events}
    assert len(reading.events) == 2 and "visit" in kinds
    visit = kinds.pop("visit")
    assert visit.actors == ("Sergei Shoigu", "Russia")
    assert {"Masoud Pezeshkian", "Mohammad Bagheri", "Ali Akbar Ahmadian", "Iran"} == set(visit.targets)
    assert visit.place is not None and visit.place.place is not None and visit.place.place.name == "Tehran"
    assert visit.when is not None and visit.when.first.isoformat() == "2024-08-05"
    assert "Reuters" in {c.speaker for c in visit.claims}
    (blast,) = kinds.values()
    assert blast.kind in ("explosion", "air_strike")
    assert blast.status is Status.DISPUTED
    assert blast.when is not None and (blast.when.first.day, blast.when.last.day) == (5, 6)
    assert {("Iran", "alternative"), ("unconfirmed reports", "affirm"), ("concordant sources", "affirm")} <= {
        (c.speaker, c.stance.value) for c in blast.claims
    }


def test_a_given_day_is_kept_and_told_as_given() -> None:
    article = read("Israeli jets bombed Damascus on Tuesday.", "en").article
    assert (article.published_from, article.lang) == (PublishedFrom.GIVEN, "en")


def test_an_article_in_another_language_comes_back_unread() -> None:
    reading = small_reader().read(
        Article(
            "x",
            "Die Außenministerin ist am Dienstag in Kairo eingetroffen, sagte ein Sprecher der Regierung am Abend.",
        )
    )
    assert not reading.read and reading.events == ()


def test_a_title_is_taken_from_the_text_when_none_is_given() -> None:
    told = "L'aviation israélienne a bombardé mardi un dépôt d'armes à Damas, selon des témoins."
    text = f"Frappe israélienne sur Damas\n\n{told}"
    assert read(text, "fr").article.title == "Frappe israélienne sur Damas"


WORDS = [
    *("Israël", "a", "frappé", "Damas", "mardi", "selon", "Reuters", "la", "frappe", "trois", "morts", "l'", "armée"),
    *("aurait", "été", "tué", "à", "Beyrouth", "qui", "é", "🙂", ",", ".", "«", "»", "(", ")", "?", "—", "\n\n", "\t"),
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=60,
    )
)
def test_every_quote_stands_in_the_text_where_its_span_says(words: list[str]) -> None:
    text = " ".join(words) or "."
    reading = read(text, "fr")
    for event in reading.events:
        assert event.span.of(text) == event.quote
        assert len(event.quote) <= 300
        assert all(c.span.of(text) == c.quote and len(c.quote) <= 200 for c in event.claims)
        assert 0 <= event.confidence <= 1 and event.claims
        assert event.review or (event.place is not None and event.when is not None)
    assert all(r.span.of(text) == r.words for r in reading.rejected)


@pytest.mark.parametrize(
    "text",
    ["(" * 5_000, "Damas, " * 3_000, "a frappé " * 3_000, "« " * 5_000, "selon Reuters mardi " * 2_000, "x" * 200_000],
    ids=["brackets", "places", "verbs", "quotes", "sources", "one-word"],
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    assert read(text, "fr").read
