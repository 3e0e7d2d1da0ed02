"""The tables as queries see them; migrations/ makes them, and a test holds the two together.

Days are proleptic ordinals (date.toordinal), moments are microseconds since 1970 in UTC, texts in JSON are
written by data.store.codec. `roles` adds up 1 does, 2 undergoes, 4 host, 8 speaks.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from geo.model import Role

metadata = MetaData()

ROLE_BITS = {Role.DOES: 1, Role.UNDERGOES: 2, Role.HOST: 4, Role.SPEAKS: 8, Role.ANY: 15}


def _text(name: str, size: int | None = None, *, null: bool = False) -> Column[str]:
    return Column(name, String(size) if size else Text, nullable=null)


def _big(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null)


def _number() -> Column[int]:
    # SQLite numbers rows by itself only when the key is plainly INTEGER.
    return Column("num", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def _key(
    name: str, target: str, *, on_delete: str | None = None, primary: bool = False, null: bool = False
) -> Column[str]:
    return Column(name, ForeignKey(target, ondelete=on_delete), primary_key=primary, nullable=null)


articles = Table(
    "articles",
    metadata,
    Column("ident", String(64), primary_key=True),
    _text("title"),
    _text("lang", 16),
    _text("source"),
    _text("url"),
    _text("published", 10, null=True),
    _text("published_from", 16),
    _big("added_at"),
    Column("was_read", Boolean, nullable=False),
    Column("sample", Boolean, nullable=False),
    _text("text"),
    _text("reading"),
)

incidents = Table(
    "incidents",
    metadata,
    _number(),
    Column("ident", String(64), nullable=False, unique=True),
    _text("kind", 32),
    _text("title"),
    _text("actors"),
    _text("targets"),
    Column("lat", Double),
    Column("lon", Double),
    _text("precision", 16, null=True),
    _text("place", null=True),
    _text("place_words"),
    _text("country", 2),
    Column("first_day", Integer),
    Column("last_day", Integer),
    _text("grain", 8, null=True),
    _text("when_words"),
    _text("status", 16),
    _text("quote"),
    Column("killed", Integer),
    Column("injured", Integer),
    _text("origin", null=True),
    Column("confidence", Double, nullable=False),
    Column("review", Boolean, nullable=False),
    _text("reasons"),
    _big("added_at"),
    _big("changed_at"),
    Column("articles", Integer, nullable=False),
    _text("sources"),
    _big("revision"),
)

events = Table(
    "events",
    metadata,
    Column("ident", String(64), primary_key=True),
    _key("article", "articles.ident", on_delete="CASCADE"),
    Column("position", Integer, nullable=False),
    _key("incident", "incidents.num", on_delete="SET NULL", null=True),
    _text("kind", 32),
    _text("country", 2),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("rejected", Boolean, nullable=False),
    _text("ruled", 16, null=True),
    _text("as_read"),
    _text("corrected", null=True),
)

names = Table("names", metadata, _number(), Column("name", Text, nullable=False, unique=True))

incident_actor = Table(
    "incident_actor",
    metadata,
    _key("incident", "incidents.num", on_delete="CASCADE", primary=True),
    _key("name", "names.num", primary=True),
    Column("roles", Integer, nullable=False),
)

incident_source = Table(
    "incident_source",
    metadata,
    _key("incident", "incidents.num", on_delete="CASCADE", primary=True),
    _key("name", "names.num", primary=True),
)

gone = Table("gone", metadata, Column("incident", BigInteger, primary_key=True), _big("revision"))

changes = Table(
    "changes",
    metadata,
    _number(),
    _text("incident", 64),
    _big("at"),
    _text("field", 32),
    _text("before"),
    _text("after"),
    _text("cause"),
)

decisions = Table(
    "decisions",
    metadata,
    _number(),
    _big("at"),
    _text("verb", 16),
    _text("incident", 64),
    _text("who"),
    _text("decided"),
)

decision_article = Table(
    "decision_article",
    metadata,
    _key("decision", "decisions.num", primary=True),
    Column("article", String(64), primary_key=True),
)

notes = Table("notes", metadata, Column("key", String(64), primary_key=True), _text("value"))
