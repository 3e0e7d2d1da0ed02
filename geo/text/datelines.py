"""The words before a dispatch's first sentence: capitals, an agency in brackets or a date, up to a dash."""

from __future__ import annotations

from collections.abc import Sequence

from geo.text.words import Token

_DASHES = frozenset("-–—―\ufffd")  # the last is what a lost dash decodes to
_LONGEST = 18  # tokens


def dateline_end(words: Sequence[Token]) -> int:
    """The token after the dateline the words begin with ("BEIRUT, Nov 3 (AP) —", "22 mai 2012. -"); 0 if none."""
    index, sure = 0, False
    stop = min(len(words), _LONGEST)
    while index < stop:
        token = words[index]
        if token.text in _DASHES or (token.text == ":" and index and _shouted(words[index - 1], token)):
            return _after_dashes(words, index) if sure else 0
        if token.text == "(":
            index, sure = _after_bracket(words, index, stop), True
        elif _may_stand(words, index):
            index, sure = index + 1, sure or _shouted(token) or _dated(words, index)
        else:
            return 0
    return 0


def is_dateline(words: Sequence[Token]) -> bool:
    """Whether the words are a line of place, agency and date alone ("ALGIERS, March 31, 2013 (AFP)")."""
    index, dated = 0, False
    while index < len(words) <= _LONGEST:
        if words[index].text == "(" and _shouted(words[0]):
            index = _after_bracket(words, index, len(words))
        elif _may_stand(words, index):
            dated, index = dated or _dated(words, index), index + 1
        else:
            return False
    return dated and len(words) <= _LONGEST


def _may_stand(words: Sequence[Token], index: int) -> bool:
    """Names, numbers, what joins them, and the small words beside a number ("le 3", "3 nov", "lundi 3")."""
    token = words[index]
    if token.text[0].isalnum() and not token.text[0].islower():
        return True
    if token.text in ",/.":
        return index > 0
    beside = (*words[max(0, index - 1) : index], *words[index + 1 : index + 3])
    return token.text[0].islower() and any(t.text[0].isdigit() for t in beside)


def _dated(words: Sequence[Token], index: int) -> bool:
    """Whether a year stands here, or a day before its month that opens the line or follows a comma."""
    text = words[index].text
    if not text.isdigit():
        return False
    if len(text) == 4:
        return True
    opens = index == 0 or any(t.text == "," for t in words[max(0, index - 2) : index])
    return opens and index + 1 < len(words) and words[index + 1].text[0].isalpha()


def _shouted(token: Token, colon: Token | None = None) -> bool:
    """Whether the word is a name in capitals; before a colon it must be longer and touch it (not "ONU : ...")."""
    if colon is not None:
        return token.text.isupper() and len(token.text) > 4 and token.end == colon.start
    return token.text.isupper() and len(token.text) > 2


def _after_bracket(words: Sequence[Token], index: int, stop: int) -> int:
    while index < stop and words[index].text != ")":
        index += 1
    return index + 1


def _after_dashes(words: Sequence[Token], index: int) -> int:
    """Past the dash, and past a second short segment ("2 July 2012. - Quebec - ...")."""
    while index < len(words) and (words[index].text in _DASHES or words[index].text == ":"):
        index += 1
    for ahead in range(index, min(index + 4, len(words) - 1)):
        if words[ahead].text in _DASHES and ahead > index:
            return ahead + 1
        if not words[ahead].text[0].isupper():
            break
    return index
