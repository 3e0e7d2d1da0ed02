"""Which language a text is written in, told by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from geo.ports import Lexicon

UNDETERMINED = "und"
_SAMPLE = 1500  # code points: more never changed an answer on news
_WORD = re.compile(r"[^\W\d_]+")
_SURE_SHARE = 0.15  # of all words; French and English news have 0.3 to 0.5, headlines at least this
_SURE_LEAD = 1.2  # of a language Vigie reads over the second; a neighbour without a list (Occitan) stays below


class LanguageDetector:
    """Tells languages apart by the tables `common_words` and `scripts`, read once.

    Raises:
        LexiconBroken: one of the tables is missing.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._read = frozenset(lexicon.languages)
        self._scripts = {row["script"]: row["language"] for row in lexicon.rows("scripts")}
        self._languages: dict[str, tuple[str, ...]] = {}
        for row in lexicon.rows("common_words"):
            self._languages[row["word"]] = (*self._languages.get(row["word"], ()), row["language"])

    def detect(self, text: str) -> str:
        """ISO 639-1 code of the text's language, or "und" when nothing tells it.

        A language without a list of words is told by its script, or is "und": never one of those Vigie reads.
        """
        words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
        hits: Counter[str] = Counter()
        for word, count in Counter(words).items():
            for language in self._languages.get(word, ()):
                hits[language] += count
        (best, most), (_, second) = (*hits.most_common(2), ("", 0), ("", 0))[:2]
        lead = _SURE_LEAD if best in self._read else 1.0
        if most > second * lead and most >= _SURE_SHARE * len(words):
            return best
        return self._by_script(words)

    def _by_script(self, words: list[str]) -> str:
        scripts = Counter(unicodedata.name(word[0], "").split(" ")[0] for word in words)
        script, count = max(scripts.items(), key=lambda item: item[1], default=("", 0))
        return self._scripts.get(script, UNDETERMINED) if count * 2 > len(words) else UNDETERMINED
