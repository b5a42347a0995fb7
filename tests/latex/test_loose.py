"""Claims in LaTeX without a notation: what is read, shown in the plain syntax, and what is refused where."""

from __future__ import annotations

import pytest

from symcheck.elaborate import Meaning
from symcheck.errors import InputError
from symcheck.latex.loose import name_of, parse_loose, with_constants
from symcheck.plain.printer import to_plain

READ = {
    r"\frac{d}{dx} x^x": "Derivative(x**x, x)",
    r"\frac{d}{dx} x^x \ln x": "Derivative(x**x*log(x), x)",
    r"\frac{d}{dx}(x^2)+1": "Derivative(x**2, x) + 1",
    r"\frac{\mathrm{d}}{\mathrm{d}x} x^2": "Derivative(x**2, x)",
    r"\frac{d x^{2}}{dx}": "Derivative(x**2, x)",
    r"\frac{d^2}{dx^2} x^3": "Derivative(Derivative(x**3, x), x)",
    r"\frac{d^{2}(x^3)}{dx^{2}}": "Derivative(Derivative(x**3, x), x)",
    r"\frac{\partial}{\partial y} xy^2": "Derivative(x*y**2, y)",
    r"\frac{\partial x^2}{\partial x}": "Derivative(x**2, x)",
    r"\frac{d}{dx_1} x_1": "Derivative(x_1, x_1)",
    r"\frac{d}{2}": "d/2",
    r"\int_0^1 x^2 dx": "Integral(x**2, (x, 0, 1))",
    r"\int_{0}^{t} x\,\mathrm{d}x": "Integral(x, (x, 0, t))",
    r"\lim_{x\to 0} x": "Limit(x, x, 0)",
    r"\lim_{x\to 0^+} x\ln x": "Limit(x*log(x), x, 0, '+')",
    r"\lim_{x\to a^{-}} x": "Limit(x, x, a, '-')",
    r"\lim_{x\to\infty} x": "Limit(x, x, oo)",
    r"\sum_{k=1}^{n} k": "Sum(k, (k, 1, n))",
    r"\sum_{i=1}^{n} i": "Sum(i, (i, 1, n))",
    r"\sin x\cos 2x": "sin(x)*cos(2*x)",
    r"\sin^2 x+\cos^2(x)": "sin(x)**2 + cos(x)**2",
    r"\operatorname{erf}(x)": "erf(x)",
    r"\log x+\log_{2}(x)": "log(x) + log(x)/log(2)",
    r"\sqrt{x}\sqrt[3]{x}": "sqrt(x)*x**(1/3)",
    r"\binom{n}{k}": "binomial(n, k)",
    r"\frac12x+\frac1n+\frac{1}2": "1/2*x + 1/n + 1/2",
    r"\frac{\frac12}3": "1/2/3",
    r"\frac\pi2+\sqrt2+\binom nk": "pi/2 + sqrt(2) + binomial(n, k)",
    r"\frac d{dx} x^2": "Derivative(x**2, x)",
    r"e^{x}+\pi": "E**x + pi",
    r"x(1+y)": "x*(1 + y)",
    r"n(n+1)/2": "n*(n + 1)/2",
    r"\alpha_{1}+x_{i}^{2}+n^{*}": "alpha_1 + x_i**2 + n*",
    r"\hat{x}^2": "hat_x**2",
    r"C_{\operatorname{train}}": "C_train",
    r"\left|x\right|": "Abs(x)",
}

REFUSED = {
    r"\frac{d}{dx} x^2+x": (17, "expected the end of the expression after what is derived"),
    r"\frac{d}{dx}(x^2)x": (18, "expected the end of the"),
    r"\frac{dy}{dx}": (1, "y does not depend on x as it is written"),
    r"\frac{d^2}{dx} x": (13, "the order of the derivative is 2 above and 1 below"),
    r"\frac{d^n}{dx^n} x": (10, "expected a whole number from 1 to 10"),
    r"f(x)": (1, "a function or a factor"),
    r"f(x+1)": (1, "a function or a factor"),
    r"x(y)": (1, "a function or a factor"),
    r"x(y,z)": (1, "a function or a factor"),
    r"\Gamma(n+1)": (1, "a function or a factor"),
    r"e^{i\pi}": (4, "i may be the imaginary unit"),
    r"x'": (1, "a derivative?"),
    r"f'(x)": (1, "a derivative?"),
    r"\foo x": (1, "unknown command"),
    r"x \text{if} y": (3, "unknown command"),
    r"\sin^{-1} x": (1, "a power or an inverse"),
    r"\sin x/2": (7, "expected the end of the term"),
    r"\sin x(1+y)": (7, "expected the end of the term"),
    r"\lim x": (6, "expected '_'"),
    r"\sum^{n}_{1} k": (1, "has no index"),
    r"\operatorname{sin} x": (1, "a function or a symbol"),
    r"1+\operatorname{tr} A": (3, "a function or a symbol"),
    r"\mathrm{ln} x": (1, "a function or a symbol"),
    r"2\mathrm{arcsinh} x": (2, "a function or a symbol"),
    r"x!": (2, "unknown character"),
    r"|x|": (1, "unknown character"),
    r"\frac{1}{2": (9, "'{' is never closed"),
    r"x_{i+1}": (1, "can't be read"),
    r"\int_0^1 x": (11, "expected"),
    r"\frac123": (6, "expected '{' before an argument, found '123'"),
    r"\frac x_1 2": (8, "expected '{' before an argument, found '_'"),
    r"\sqrt12": (6, "expected '{' before an argument, found '12'"),
}


def shown(latex: str, *declared: str) -> str:
    formula = parse_loose(latex, "claim", declared)
    return to_plain(with_constants(Meaning().term(formula.term()), declared))


@pytest.mark.parametrize("latex", READ)
def test_read(latex: str) -> None:
    assert shown(latex) == READ[latex]


@pytest.mark.parametrize("latex", REFUSED)
def test_refused_with_the_column(latex: str) -> None:
    column, message = REFUSED[latex]
    with pytest.raises(InputError, match=message) as caught:
        parse_loose(latex, "claim")
    assert (caught.value.file, caught.value.line, caught.value.column) == ("claim", 1, column)


def test_what_is_declared_is_a_symbol() -> None:
    assert shown(r"e^{i}\pi f(x)", "e", "i", "pi", "f") == "e**i*pi*f*x"
    assert shown(r"\frac{d}{dx}", "d") == "d/(d*x)"
    assert shown(r"x'+1", "x'") == "x' + 1"
    assert shown(r"\operatorname{tr}+\mathrm{ln}", "tr", "ln") == "tr + ln"


def test_relations_by_their_names() -> None:
    assert [part.relations for part in parse_loose(r"x \lt y \gt z", "claim").parts] == [("lt", "gt")]


@pytest.mark.parametrize(
    ("latex", "name"), [("x", "x"), (r"\alpha", "alpha"), ("x_{1}", "x_1"), ("n^{*}", "n*"), ("C_train", "C_train")]
)
def test_names(latex: str, name: str) -> None:
    assert name_of(latex) == name
