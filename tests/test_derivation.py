"""A derivation is a value: steps in order, the last one the result."""

from __future__ import annotations

import pytest
import sympy as sp

from symcheck.derivation import Derivation
from symcheck.kernel.term import Reject, num, power, sym

x = sp.Symbol("x", positive=True)


def test_steps_are_kernel_terms_in_order() -> None:
    start = Derivation()
    found = start.then("the size", x).then("its square", x**2)
    assert found.steps == (("the size", sym("x")), ("its square", power(sym("x"), num(2))))
    assert found.result == found.steps[-1][1]
    assert start == Derivation(())


def test_what_the_kernel_cannot_say_is_no_step() -> None:
    with pytest.raises(Reject):
        Derivation().then("no kernel head", sp.zeta(x))


def test_no_steps_have_no_result() -> None:
    with pytest.raises(IndexError):
        _ = Derivation().result
