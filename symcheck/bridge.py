"""Kernel terms to sympy and back: the only door between them.  Nothing that comes through it is believed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any

from symcheck.kernel.term import ONE, Reject, Term, add, call, deriv, div, free, mul, neg, num, power, sym

FUNCTIONS = ("sin", "cos", "asin", "atan", "asinh", "sign", "floor", "gamma", "erf")
"""Functions that the kernel and sympy call alike."""
FAILURES = (Reject, NotImplementedError, ValueError, TypeError, AttributeError, KeyError, RecursionError)
"""What sympy, or the way to it and back, may raise."""


def to_sympy(term: Term, symbols: dict[str, Any] | None = None) -> Any:
    """The sympy expression of a term; symbols are real unless ``symbols`` has them."""
    import sympy as sp

    known = symbols if symbols is not None else {}

    def convert(t: Term) -> Any:
        if t.head == "num":
            return sp.Rational(t.value.numerator, t.value.denominator)
        if t.head == "sym":
            return known.setdefault(t.name, sp.Symbol(t.name, real=True))
        args = [convert(a) for a in t.args]
        if t.head in ("deriv", "integral", "sup"):
            raise Reject(f"{t.head} is not converted")
        if t.head == "call":
            return sp.Function(t.name)(*args)
        table = {
            "add": lambda *a: sp.Add(*a),
            "mul": lambda *a: sp.Mul(*a),
            "neg": lambda a: -a,
            "div": lambda a, b: a / b,
            "pow": lambda a, b: a**b,
            "exp": sp.exp,
            "log": sp.log,
            "abs": sp.Abs,
            "min": sp.Min,
            "max": sp.Max,
            "pi": lambda: sp.pi,
            "euler": lambda: sp.EulerGamma,
            **{head: getattr(sp, head) for head in FUNCTIONS},
        }
        return table[t.head](*args)

    return convert(term)


def from_sympy(expression: Any) -> Term:
    """The kernel term of a sympy expression; rejects what the kernel has no head for.

    Products are written as one quotient, sums in sympy's printing order.
    """
    import sympy as sp

    e = sp.sympify(expression)
    if e.is_Rational:
        value = Fraction(int(e.p), int(e.q))
        if value.denominator == 1:
            return neg(num(-value)) if value < 0 else num(value)
        return (
            neg(div(num(-value.numerator), num(value.denominator)))
            if value < 0
            else div(num(value.numerator), num(value.denominator))
        )
    if e.is_Symbol:
        return sym(e.name)
    if e.is_Add:
        return add(*map(from_sympy, e.as_ordered_terms()))
    if e.is_Mul:
        return _product(e)
    if e.is_Pow or isinstance(e, sp.exp):
        return _power(e)
    if e in (sp.pi, sp.EulerGamma):
        return Term("pi" if e is sp.pi else "euler")
    heads = {sp.log: "log", sp.Abs: "abs", sp.Min: "min", sp.Max: "max", **{getattr(sp, h): h for h in FUNCTIONS}}
    if e.func in heads:
        return Term(heads[e.func], tuple(map(from_sympy, e.args)))
    if (plain := _in_terms_of_known(e)) is not None:
        return from_sympy(plain)
    return _unspecified(e)


def _unspecified(e: Any) -> Term:
    """A call of an unspecified function, or a derivative."""
    import sympy as sp

    if isinstance(e, sp.Subs) and isinstance(e.expr, sp.Derivative) and len(e.variables) == 1:
        return deriv(from_sympy(e.expr.expr), e.variables[0].name, from_sympy(e.point[0]))
    if isinstance(e, sp.Derivative) and len(e.variables) == 1:
        return deriv(from_sympy(e.expr), e.variables[0].name, sym(e.variables[0].name))
    if isinstance(e, sp.core.function.AppliedUndef):
        return call(e.func.__name__, *map(from_sympy, e.args))
    raise Reject(f"the kernel has no {e.func.__name__}")


def _in_terms_of_known(e: Any) -> Any:
    """The expression by functions that the kernel has; None if its outermost function is none of these."""
    import sympy as sp

    rewritten: dict[Any, Callable[..., Any]] = {
        sp.tan: lambda x: sp.sin(x) / sp.cos(x),
        sp.cot: lambda x: sp.cos(x) / sp.sin(x),
        sp.sec: lambda x: 1 / sp.cos(x),
        sp.csc: lambda x: 1 / sp.sin(x),
        sp.sinh: lambda x: (sp.exp(x) - sp.exp(-x)) / 2,
        sp.cosh: lambda x: (sp.exp(x) + sp.exp(-x)) / 2,
        sp.tanh: lambda x: (sp.exp(x) - sp.exp(-x)) / (sp.exp(x) + sp.exp(-x)),
        sp.acos: lambda x: sp.pi / 2 - sp.asin(x),
        sp.acosh: lambda x: sp.log(x + sp.sqrt(x**2 - 1)),
        sp.atanh: lambda x: sp.log((1 + x) / (1 - x)) / 2,
        sp.erfc: lambda x: 1 - sp.erf(x),
        sp.factorial: lambda n: sp.gamma(n + 1),
        sp.binomial: lambda n, k: sp.gamma(n + 1) / (sp.gamma(k + 1) * sp.gamma(n - k + 1)),
        sp.RisingFactorial: lambda x, n: sp.gamma(x + n) / sp.gamma(x),
    }
    return rewritten[e.func](*e.args) if e.func in rewritten else None


def _product(e: Any) -> Term:
    import sympy as sp

    coefficient, rest = e.as_coeff_Mul()
    if coefficient.is_negative:
        return neg(from_sympy(sp.Mul(-coefficient, rest)))
    above, below = [], []
    for factor in e.as_ordered_factors():
        if factor.is_Rational:
            above += [num(int(factor.p))] if factor.p != 1 else []
            below += [num(int(factor.q))] if factor.q != 1 else []
            continue
        base, exponent = factor.as_base_exp()
        if exponent.could_extract_minus_sign() and not isinstance(factor, sp.exp):
            below.append(from_sympy(base**-exponent))
        else:
            above.append(from_sympy(factor))
    top = mul(*above)
    return div(top, mul(*below)) if below else top


def _power(e: Any) -> Term:
    import sympy as sp

    if isinstance(e, sp.exp):
        return Term("exp", (from_sympy(e.args[0]),))
    base, exponent = e.as_base_exp()
    if exponent.could_extract_minus_sign():
        return div(ONE, from_sympy(base**-exponent))
    return power(from_sympy(base), from_sympy(exponent))


def integrate(body: Term, name: str, positive: Collection[str] = ()) -> Iterator[Term]:
    """Candidates for an antiderivative from sympy, for some symbols > 0; each branch of a piecewise answer is one."""
    import sympy as sp

    symbols = {symbol: sp.Symbol(symbol, positive=True) for symbol in (name, *positive)}
    try:
        found = sp.integrate(to_sympy(body, symbols), symbols[name])
        options = [p[0] for p in found.args] if isinstance(found, sp.Piecewise) else [found]
        for option in options:
            yield from_sympy(option)
    except FAILURES:
        return


def antidifferences(body: Term, name: str, low: Term) -> Iterator[Term]:
    """Candidates for F with F(k + 1) - F(k) = body, from sympy: by Gosper's algorithm, as a difference, as a sum."""
    import sympy as sp
    from sympy.concrete.gosper import gosper_term

    k, j = sp.Symbol(name, integer=True, positive=True), sp.Dummy(integer=True, positive=True)
    known = {other: sp.Symbol(other, positive=True) for other in free(body) | free(low)}
    try:
        expression = to_sympy(body, {**known, name: k})
        factor = gosper_term(expression, k)
        if factor is not None:
            yield mul(from_sympy(sp.factor(factor)), body)
        parts = sp.expand_log(sp.radsimp(expression), force=True).as_ordered_terms()
        for part in parts if len(parts) == 2 else ():
            if sp.simplify(sum(parts) - part + part.subs(k, k + 1)) == 0:
                yield neg(from_sympy(part))
    except FAILURES:
        pass
    try:
        found = sp.summation(to_sympy(body, {name: j}), (j, to_sympy(low), k - 1))
        options = [p[0] for p in found.args] if isinstance(found, sp.Piecewise) else [found]
        for option in options:
            yield from_sympy(option)
    except FAILURES:
        return


def rate(body: Term, quotient: Term, name: str) -> Term | None:
    """x such that body(k + 1) / body(k) = x * quotient(k), if sympy finds one without k."""
    import sympy as sp
    from sympy.simplify.simplify import hypersimp

    k = sp.Symbol(name, integer=True, positive=True)
    known = {**{other: sp.Symbol(other, positive=True) for other in free(body) | free(quotient)}, name: k}
    try:
        found = hypersimp(to_sympy(body, known), k)
        x = None if found is None else sp.simplify(found / to_sympy(quotient, known))
        return None if x is None or x.has(k) or x == 0 else from_sympy(x)
    except FAILURES:
        return None


def simplified(term: Term) -> Term:
    """A term of the same value that sympy finds simpler, or the term itself."""
    import sympy as sp

    try:
        return from_sympy(sp.gammasimp(to_sympy(term, {name: sp.Symbol(name, positive=True) for name in free(term)})))
    except FAILURES:
        return term


def factored(term: Term) -> Term | None:
    """A term as a product or a power, from sympy; None if it is neither."""
    import sympy as sp

    try:
        found = sp.factor(to_sympy(term))
        return from_sympy(found) if found.is_Mul or found.is_Pow else None
    except FAILURES:
        return None


def factors(poly: Mapping[Any, Any], name: str) -> list[dict[Any, Any]]:
    """The factors over the rationals of a polynomial in one generator, both as the kernel's algebra has them."""
    import sympy as sp

    x = sp.Dummy()
    degrees = {int(dict(mono).get(name, 0)): sp.Rational(Fraction(value)) for mono, value in poly.items()}
    found = sp.Poly(degrees, x).factor_list()[1] if degrees else []
    return [
        {((name, k),) if k else (): int(value) for (k,), value in factor.terms()}
        for factor, _ in found if all(value.is_Integer for _, value in factor.terms())
    ]  # fmt: skip


def zeros(term: Term, name: str, slope: bool = False) -> Iterator[Term]:
    """Closed terms at which a term in one symbol, or its slope, may be zero, from sympy; at most six."""
    import sympy as sp

    symbols = {name: sp.Symbol(name, real=True)}
    try:
        expression = to_sympy(term, symbols)
        found = sp.solve(sp.diff(expression, symbols[name]) if slope else expression, symbols[name])
        for value in found[:6] if isinstance(found, list) else []:
            yield from_sympy(value)
    except FAILURES:
        return


def floating() -> Any:
    """mpmath, for guesses at values."""
    import mpmath

    return mpmath
