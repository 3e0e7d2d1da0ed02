"""One key for all spellings of a name, and one for its sound when it was carried over from another script.

`key` undoes what writing adds: capitals, accents, hyphens, apostrophes, full stops, the signs for hamza and ayn,
Arabic vowel signs and letter variants. Two names with one key are written with the same letters.

`sound` undoes what romanisation adds to Arabic, Persian and Hebrew names. French, English and learned systems
agree on the consonants and on little else, so it keeps the consonants and a sign for a vowel that begins the name:
  articles    al-, el-, and those that took the next word's first consonant (ez-Zor, as-Suwayda) go
  vowels      all go; w and y stay where they are consonants, before a vowel (Héloué = Hilweh: h l w)
  letters     ou = u; ch = sh = š = ş; dj = j = ǧ; kh = ḫ; gh = ġ; q = c = k; ph = f; v = w; dh = d; th = t;
              emphatics = plain
  doubling    one letter; a final h goes; hyphens and blanks between words go
Names that keep fewer than three consonants have no sound key: too many would share it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from geo.text.words import tokenize

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
        "ʿ": "", "ʾ": "", "’": "", "‘": "", "'": "", "`": "", "ʼ": "", "ʻ": "", "\u0640": "", "®": "", "™": "",
        "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ۀ": "ه", "ە": "ه", "ٱ": "ا", "\u200c": "", "\u200b": "",
    }
)  # fmt: skip
_DIGRAPHS = str.maketrans(
    {
        "š": "sh", "ş": "sh", "ș": "sh", "č": "tch", "ç": "tch", "ž": "j", "ǧ": "j", "ğ": "gh", "ġ": "gh",
        "ḫ": "kh", "ẖ": "kh", "ṯ": "th", "ḏ": "dh", "ẓ": "z", "ð": "dh",
    }
)  # fmt: skip
_VOWEL = "aeiou"
_SOUNDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        ("t?ch|sh|sch", "S"), ("d[jz]h?|dg", "j"), ("kh", "X"), ("gh", "G"), ("ph", "f"), ("th", "t"), ("dh", "d"),
        ("gu(?=[eiy])", "g"), ("tz", "ts"), ("x", "ks"), ("c(?=[eiy])", "s"), ("ck|[cq]", "k"), ("v", "w"),
        ("ou|oo|uw|wu", "u"), ("ee", "i"), (r"(.)\1+", r"\1"),
        (f"u(?=[{_VOWEL}])", "w"), (f"w(?![{_VOWEL}])", "u"),
        (f"(?<=[aeou])[iy](?=[{_VOWEL}])", "Y"), (f"^y(?=[{_VOWEL}])", "Y"), ("y", "i"),
        ("h$", ""), (f"(?<=.)[{_VOWEL}]+", ""), (f"^[{_VOWEL}]+", "A"),
    )
)  # fmt: skip
_ARTICLE = re.compile(f"[{_VOWEL}](?:l|([rsdntzcj]h?))")
_MARK = re.compile(r"[^\w]+|_")
_FEWEST = 3


@lru_cache(maxsize=1 << 16)
def part(word: str) -> str:
    """One token's share of the key; empty for a mark."""
    low = _bare(word).translate(_LETTERS)
    return low if low.isalnum() else _MARK.sub("", low)


def _bare(name: str) -> str:
    """Small letters without accents, vowel signs and other marks that combine."""
    low = name.casefold()
    if low.isascii():
        return low
    apart = unicodedata.normalize("NFKD", low)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def key(name: str) -> str:
    """The name's words as they are looked up, joined by one blank; empty for a name without letters or digits."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(filter(None, (part(token.text) for token in tokenize(_bare(name)))))


def sound(name: str) -> str:
    """The name's consonants, or empty when it has fewer than three or is not in Latin letters."""
    return sound_of(tuple(token.text for token in tokenize(unicodedata.normalize("NFC", name.casefold()))))


@lru_cache(maxsize=1 << 16)
def sound_of(tokens: tuple[str, ...]) -> str:
    """The sound of a name given as its tokens."""
    words = [w for w in map(_romanised, tokens) if w]
    kept = [w for i, w in enumerate(words) if i + 1 == len(words) or not _is_article(w, words[i + 1])]
    bones = "".join(_bones(w) if i == 0 else _bones(w).removeprefix("A") for i, w in enumerate(kept))
    return bones if len(bones) - bones.startswith("A") >= _FEWEST else ""


@lru_cache(maxsize=1 << 16)
def _romanised(word: str) -> str:
    """The word in plain small letters, the learned ones spelt out; empty when it has others."""
    bare = part(unicodedata.normalize("NFC", word.casefold()).translate(_DIGRAPHS))
    return bare if bare.isascii() and bare.isalpha() else ""


def _is_article(word: str, following: str) -> bool:
    match = _ARTICLE.fullmatch(word)
    return match is not None and (match.group(1) is None or following.startswith(match.group(1)[0]))


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    for pattern, into in _SOUNDS:
        word = pattern.sub(into, word)
    return word
