"""What an article is about, when it is about something Vigie does not map: sport, economy, science, weather ..."""

from __future__ import annotations

from geo.incidents.scene import Scene
from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.sentences import Part

_HEAD = 2  # sentences that tell what an article is about
_FULL = 0.03  # share of topic words in the tokens at which an article is wholly off topic


class Topics:
    """Scores articles by the topic words of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._words = PhraseTable((r["words"], r["topic"]) for r in lexicon.rows("topics", lang))

    def of(self, scene: Scene) -> float:
        """0 (nothing) to 1: how much the strongest foreign topic fills the article."""
        tokens = scene.document.tokens
        counts: dict[str, int] = {}
        for _, _, topics in self._words.scan(tokens):
            for topic in topics:
                counts[topic] = counts.get(topic, 0) + 1
        share = max(counts.values(), default=0) / max(60, len(tokens))
        return min(1.0, share / _FULL)

    def disaster(self, scene: Scene) -> bool:
        """Whether the article's head tells of a natural disaster or an illness."""
        head = [line for line in scene.lines if line.sentence.part in (Part.TITLE, Part.BODY)][:_HEAD]
        return any("disaster" in line.classes_in(line.first, line.stop) for line in head)
