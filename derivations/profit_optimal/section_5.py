"""Section 5: the data-bound regime."""

from __future__ import annotations

from symcheck import Section

SECTIONS: tuple[Section, ...] = ()
