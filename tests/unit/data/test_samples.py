"""The sample articles: twelve, in two languages, dated, short, each different."""

from __future__ import annotations

from datetime import date

from data.lexicons.loader import FileLexicon
from data.samples import SOURCE, read_samples
from geo.incidents.merge import content_id
from geo.text.language import LanguageDetector


def test_there_are_twelve_dated_ones_of_2023_to_2025() -> None:
    samples = read_samples()
    assert len({content_id(a.text) for a in samples}) == 12
    assert all(a.published and date(2023, 1, 1) <= a.published <= date(2025, 12, 31) for a in samples)
    assert list(samples) == sorted(samples, key=lambda a: a.published or date.min)


def test_they_are_short_and_say_that_they_are_samples() -> None:
    for sample in read_samples():
        assert sample.title and sample.source == SOURCE
        assert sample.url == "" or sample.url.startswith("https://")
        assert 200 < len(sample.text) < 900


def test_half_are_french_and_half_english() -> None:
    detector = LanguageDetector(FileLexicon())
    assert sorted(detector.detect(a.text) for a in read_samples()) == ["en"] * 6 + ["fr"] * 6
