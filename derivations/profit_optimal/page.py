"""The abstract page and the author's thread."""

from __future__ import annotations

from symcheck import Section

SECTIONS: tuple[Section, ...] = ()
