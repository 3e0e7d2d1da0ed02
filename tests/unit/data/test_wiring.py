"""Wiring: settings choose the parts, and nothing is opened before it is asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from data.wiring import OpenOnce, open_service
from geo.errors import GazetteerMissing, StoreFailed
from geo.model import Filters
from geo.settings import Settings
from tests.telling import article


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=str(tmp_path / "data"), cache=str(tmp_path / "cache"))


def test_the_map_opens_without_a_place_index_and_adding_says_how_to_build_it(settings: Settings) -> None:
    service = open_service(settings)
    assert service.find(Filters()).total == 0
    for ask in (service.warm, service.load_samples, lambda: service.add(article("Une frappe."))):
        with pytest.raises(GazetteerMissing, match="python -m data"):
            ask()
    assert service.articles() == ()
    assert not service.has_samples()
    service.close()


def test_samples_are_a_setting(settings: Settings) -> None:
    service = open_service(Settings(data=settings.data, cache=settings.cache, samples="no"))
    assert service.load_samples() == 0
    service.close()


def test_a_folder_that_cannot_be_made_is_a_store_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(StoreFailed):
        open_service(Settings(data=str(tmp_path / "file" / "data"), cache=str(tmp_path)))


def test_a_file_that_is_no_database_is_a_store_failure(settings: Settings) -> None:
    folder = Path(settings.data)
    folder.mkdir()
    (folder / "vigie.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreFailed):
        open_service(settings)


def test_what_is_opened_is_opened_once_for_all_threads() -> None:
    opened: list[object] = []

    def make() -> object:
        sleep(0.01)
        opened.append(object())
        return opened[-1]

    once = OpenOnce(make)
    with ThreadPoolExecutor(8) as threads:
        given = list(threads.map(lambda _: once(), range(16)))
    assert len(opened) == 1
    assert set(map(id, given)) == {id(opened[0])}


def test_opening_that_failed_is_tried_again() -> None:
    answers = iter([GazetteerMissing("not yet"), "now"])

    def make() -> str:
        answer = next(answers)
        if isinstance(answer, GazetteerMissing):
            raise answer
        return answer

    once = OpenOnce(make)
    with pytest.raises(GazetteerMissing):
        once()
    assert once() == "now"
