"""Where articles, incidents and decisions are kept: SQLite by default, PostgreSQL for many people."""

from data.store.store import SqlStore

__all__ = ["SqlStore"]
