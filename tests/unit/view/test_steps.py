"""Steps of a reading as sentences: every rule, way and feature there is has words, and no key is shown."""

from __future__ import annotations

import pytest

from data.lexicons.loader import FileLexicon
from data.samples import read_samples
from geo.model import Article, Step
from geo.view.steps import Wording, told
from tests.reading import small_reader

LEXICON = FileLexicon()
STEPS = {row["key"]: row for row in LEXICON.rows("steps")}


def wording(lang: str) -> Wording:
    return Wording(
        phrase=lambda key: STEPS[key][lang],
        kind=lambda key: f"<{key}>",
        actor=lambda name: f"[{name}]",
        number=lambda value: f"{value:g}",
    )


def test_a_trigger_is_told_with_its_words_and_ways() -> None:
    step = Step("by-verb", "air_strike", "bombed", ways=("past",))
    assert told(step, wording("en")) == "verb “bombed”: <air_strike> (in the past tense)"
    assert told(step, wording("fr")) == "verbe «\u00a0bombed\u00a0»\u00a0: <air_strike> (au passé)"


def test_features_that_are_there_are_told_and_counts_with_their_number() -> None:
    step = Step("features", marks=(("actors", 1.0), ("kind_visit", 1.0), ("off_topic", 0.0), ("sources", 3.0)))
    assert told(step, wording("en")) == "what was weighed: doers named, <visit>, sources 3"


def test_braces_of_an_article_are_only_text() -> None:
    assert "{kind} {0}" in told(Step("place-title", words="{kind} {0}"), wording("en"))


def test_a_rule_without_words_is_left_out() -> None:
    silent = Wording(lambda key: "", str, str, str)
    assert told(Step("no-such-rule", words="x", ways=("past",)), silent) == ""


def test_every_feature_that_is_weighed_has_words() -> None:
    features = {row["feature"] for row in LEXICON.rows("confidence")}
    plain = {name for name in features if not name.startswith(("kind_", "threshold_")) and name != "bias"}
    assert plain <= set(STEPS)


@pytest.mark.parametrize("article", read_samples(), ids=lambda article: article.title)
def test_every_step_of_a_reading_has_words(article: Article) -> None:
    for event in small_reader().read(article).events:
        for step in event.steps:
            assert {step.rule, *step.ways, *(n for n, _ in step.marks if not n.startswith("kind_"))} <= set(STEPS)
