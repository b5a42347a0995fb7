"""Settings for all tests: the same examples on every machine, and no deadline on a slow one."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("symcheck", deadline=None, derandomize=True, database=None)
settings.load_profile("symcheck")
