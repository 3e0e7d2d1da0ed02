"""Words, actors and kinds as data files with a source column; adding a language is adding a folder."""

from data.lexicons.loader import FileLexicon

__all__ = ["FileLexicon"]
