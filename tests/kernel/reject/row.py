"""One row of the tables beside this file: why the kernel rejects, and what it is given."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.term import Reject
from tests.kernel.helpers import combine, prove

Row = tuple[str, dict[str, Any]]


def rejected(row: Row) -> None:
    """The statement and steps of the row are rejected for its reason; without steps a ``combine`` claims the goal."""
    reason, rest = row
    goal, steps = rest["goal"], rest.get("steps") or [combine(rest["goal"])]
    with pytest.raises(Reject, match=reason):
        prove(goal, *steps, **{k: v for k, v in rest.items() if k not in ("goal", "steps")})
