"""The command `read`: articles in, one line of JSON each out, by the printed contract."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from data import contract
from data.explain import SOURCE, Explainer
from data.files import Given, read_file
from data.lexicons.loader import FileLexicon
from geo.errors import InputRefused
from geo.model import Article, PublishedFrom, Reading
from geo.ports import ArticleReader

_PLAIN_TEXT = ".txt"
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029, *range(0xD800, 0xE000))}


@dataclass(frozen=True, slots=True)
class _Order:
    """One article to read, or why it cannot be; `show_text` when offsets count in extracted text."""

    ident: str
    article: Article | None = None
    refused: InputRefused | None = None
    show_text: bool = False


_Answer = Callable[[Reading, _Order], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tells the parser what `read` takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles: .txt, .html and the other formats")
    parser.add_argument(
        "--batch", metavar="ARTICLES.jsonl", help='one {"id", "text", "published", "source", "lang"} a line'
    )
    parser.add_argument(
        "--published", type=date.fromisoformat, metavar="YYYY-MM-DD", help="publication day of the files"
    )
    parser.add_argument("--source", default="", metavar="NAME", help="who published the files")
    parser.add_argument(
        "--explain", action="store_true", help="print the rules and words behind each event instead of JSON"
    )
    parser.add_argument(
        "--lang",
        choices=FileLexicon().languages,
        help="language of --explain; default: VIGIE_LANGUAGE, else each article's own",
    )


def run(args: argparse.Namespace, open_reader: Callable[[], ArticleReader], *, lang: str = "") -> int:
    """Reads and prints; 0 when all were read, 1 when some were refused, 2 for wrong usage. `lang` is as --lang.

    Raises:
        GazetteerMissing, GazetteerDamaged, LexiconBroken: the reader cannot be opened.
    """
    if bool(args.files) == bool(args.batch):
        sys.stderr.write("read: give files, or --batch and one file of articles\n")
        return 2
    if args.batch and not Path(args.batch).is_file():
        sys.stderr.write(f"read: no such file: {args.batch}\n")
        return 2
    reader = open_reader()
    answer = _explainer(args.lang or lang) if args.explain else _printer()
    orders = _batch(Path(args.batch)) if args.batch else _files(args)
    refused = False
    for order in orders:
        refused |= order.article is None
        sys.stdout.write(_answer(order, reader, answer) + "\n")
    return 1 if refused else 0


def _answer(order: _Order, reader: ArticleReader, answer: _Answer) -> str:
    if order.article is None or order.refused is not None:
        told = order.refused or InputRefused("not usable")
        return _json({"id": order.ident, "error": {"kind": told.reason, "message": str(told)}})
    return answer(reader.read(order.article), order)


def _printer() -> _Answer:
    words = {row["key"]: row for row in FileLexicon().rows("reasons")}

    def answer(reading: Reading, order: _Order) -> str:
        printed = contract.reading(reading, words)
        return _json(printed | {"text": reading.article.text} if order.show_text else printed)

    return answer


def _explainer(lang: str) -> _Answer:
    lexicon = FileLexicon()
    speaking = cache(lambda lang: Explainer(lexicon, lang if lang in lexicon.languages else SOURCE))

    def answer(reading: Reading, order: _Order) -> str:
        told: str = speaking(lang or reading.article.lang).explained(reading)
        return told

    return answer


def _json(value: object) -> str:
    """One line of JSON for every reader: some split lines at signs JSON leaves alone; half a surrogate is no UTF-8."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def _files(args: argparse.Namespace) -> Iterator[_Order]:
    given = Given(source=args.source, published=args.published)
    for name in args.files:
        path = Path(name)
        try:
            content = path.read_bytes()
            article = read_file(path.name, content, today=datetime.now(UTC).date(), given=given)
        except OSError as error:
            yield _Order(path.name, refused=InputRefused(str(error), reason="not-readable"))
        except InputRefused as error:
            yield _Order(path.name, refused=error)
        else:
            yield _Order(path.name, replace(article, ident=path.name), show_text=path.suffix.lower() != _PLAIN_TEXT)


def _batch(path: Path) -> Iterator[_Order]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _from_line(line, number)


def _from_line(line: str, number: int) -> _Order:
    ident = f"line {number}"
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        return _Order(ident, refused=InputRefused(f"not JSON: {error}", reason="not-json"))
    if not isinstance(told, dict):
        return _Order(ident, refused=InputRefused("not a JSON object", reason="not-json"))
    ident = str(told.get("id", ident))
    text = told.get("text")
    if not isinstance(text, str) or not text.strip():
        return _Order(ident, refused=InputRefused("no text", reason="empty-file"))
    try:
        published = date.fromisoformat(told["published"]) if told.get("published") else None
    except (TypeError, ValueError):
        return _Order(ident, refused=InputRefused(f"not a day: {told['published']!r}", reason="bad-date"))
    origin = PublishedFrom.GIVEN if published else PublishedFrom.NONE
    article = Article(
        ident, text, lang=str(told.get("lang") or ""), source=str(told.get("source") or ""),
        published=published, published_from=origin,
    )  # fmt: skip
    return _Order(ident, article)
