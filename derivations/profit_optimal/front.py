"""The abstract, the introduction and Figure 1."""

from __future__ import annotations

from symcheck import Section

SECTIONS: tuple[Section, ...] = ()
