"""Frozen values to JSON texts and back, by the types of their fields; fields at their default are left out."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from geo.errors import StoreFailed

T = TypeVar("T")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_json(value: object) -> str:
    """The value as compact JSON."""
    return _ENCODER.encode(_plain(value))


def from_json(kind: type[T], text: str) -> T:
    """The value of type `kind` that `text` was made from.

    Raises:
        StoreFailed: the text is not such a value.
    """
    hint: Any = kind
    try:
        made: T = _maker(hint)(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreFailed(f"not a stored {kind.__name__}: {error}") from error
    return made


def strings(text: str) -> tuple[str, ...]:
    """The texts of a JSON list; the short way for columns that hold nothing else."""
    return tuple(json.loads(text)) if text != "[]" else ()


def micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC; a moment without zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    gap = aware - EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds


def moment(micros_utc: int) -> datetime:
    """The moment, with zone UTC."""
    return datetime.fromtimestamp(micros_utc // 1_000_000, UTC).replace(microsecond=micros_utc % 1_000_000)


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        told = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: _plain(v) for f, v in told if f.default is MISSING or v != f.default}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    return value


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(next(_maker(k) for k in get_args(kind) if k is not type(None)))
    if origin is tuple:
        each = _maker(get_args(kind)[0])
        return lambda raw: tuple(map(each, raw))
    if isinstance(kind, type) and is_dataclass(kind):
        return _value_maker(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (date, datetime):
        made: Callable[[Any], Any] = kind.fromisoformat
        return made
    return lambda raw: raw


def _optional(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: None if raw is None else make(raw)


def _value_maker(kind: type) -> Callable[[Any], Any]:
    makers = {name: _maker(hint) for name, hint in get_type_hints(kind).items()}
    # What an earlier version kept and this one no longer knows is passed over.
    return lambda raw: kind(**{name: makers[name](value) for name, value in raw.items() if name in makers})
