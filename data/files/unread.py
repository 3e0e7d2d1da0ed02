"""Files that hold an article but cannot be read as they are: which sort they are, so that the way out can be told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

PDF, PACKED, DOCUMENT = "pdf", "packed", "document"
_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".pdf": PDF,
        **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".xz"), PACKED),
        **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), DOCUMENT),
    }
)
# First bytes, whatever the name says. Source: Garfinkel's and IANA's lists of signatures.
_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {
        b"%PDF-": PDF,
        **dict.fromkeys((b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf", b"\x1f\x8b"), PACKED),
        **dict.fromkeys((b"\xd0\xcf\x11\xe0", b"{\\rtf"), DOCUMENT),
    }
)


def sort_of(name: str, content: bytes) -> str:
    """ "pdf", "packed" or "document"; empty for a file that is none of them."""
    by_name = _SUFFIXES.get(PurePosixPath(name).suffix.lower(), "")
    return by_name or next((sort for sign, sort in _SIGNATURES.items() if content.startswith(sign)), "")
