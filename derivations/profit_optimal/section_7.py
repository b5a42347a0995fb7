"""Section 7: discussion."""

from __future__ import annotations

from symcheck import Section

SECTIONS: tuple[Section, ...] = ()
