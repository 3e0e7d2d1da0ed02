"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, then the one-byte code pages of the region."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from geo.errors import InputRefused

# First bytes of files that are no text whatever their name says. Source: Garfinkel's and IANA's lists of signatures.
_SIGNATURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF", b"BM\x00", b"II*\x00", b"MM\x00*"),
    *(b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"OggS", b"ID3"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Code pages of French, Arabic, Russian, Hebrew, Greek and Turkish files, the likeliest first.
_PAGES = ("cp1252", "cp1256", "cp1251", "cp1255", "cp1253", "cp1254", "latin-1")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# More than one odd word in five, or one control character in two hundred, and the guess is wrong.
_ODD_WORDS, _ODD_CHARACTERS = 0.2, 0.005
_SAMPLE = 200_000


def decode(content: bytes) -> str:
    """The text of a file.

    Raises:
        InputRefused: "not-text" for pictures, archives and other binary files.
    """
    if content.startswith(_SIGNATURES):
        raise _not_text()
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(content.decode(name, "replace"))
    for name in ("utf-8", *_wide(content)):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return _checked(text)
    if b"\0" in content:
        raise _not_text()
    return _checked(_one_byte(content))


def _not_text() -> InputRefused:
    return InputRefused("the file holds no text", reason="not-text")


def _checked(text: str) -> str:
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) + head.count("�") > max(1, _ODD_CHARACTERS * len(head)):
        raise _not_text()
    return text


def _wide(content: bytes) -> tuple[str, ...]:
    # Blanks and line ends of UTF-16 have one zero byte, always on the same side.
    head = content[:_SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(content) % 2 or min(even, odd) > 0.02 * max(even, odd):
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",) if even else ()


def _one_byte(content: bytes) -> str:
    head = content[:_SAMPLE]
    odd, page = min((_oddness(head, page), rank) for rank, page in enumerate(_PAGES))
    if odd <= _ODD_WORDS:
        return content.decode(_PAGES[page], "replace")
    guess = from_bytes(head).best()
    if guess is None:
        raise _not_text()
    return content.decode(guess.encoding, "replace")


def _oddness(head: bytes, page: str) -> float:
    """Share of words that no language writes: two scripts in one word, or a capital after a small letter."""
    text = head.decode(page, "replace")
    words = _WORD.findall(text)
    odd = sum(map(_is_odd, words)) + text.count("�") + len(_CONTROL.findall(text))
    return odd / max(1, len(words))


def _is_odd(word: str) -> bool:
    latin = len(_LATIN.findall(word))
    if 0 < latin < len(word):
        return True
    accented = sum("À" <= c <= "Þ" for c in word[1:])
    return (accented > 0 and not word.isupper()) or (latin == len(word) > 1 and not word.isascii() and _bare(word))


def _bare(word: str) -> bool:
    # Arabic or Russian read as Latin: words of accented letters alone.
    return not any(c.isascii() for c in word)
