"""The model of the paper, encoded once in sympy, and what follows from it, derived forwards.

Nothing here looks at a printed formula: each function starts from the primitives (linear inverse demand, Leontief or
Chinchilla quality, costs of 6nd and 2nt FLOPs at 1/E dollars each) and returns the steps that lead to its result.
"""

from __future__ import annotations

import sympy as sp

from symcheck import Derivation

n, d, t, q = sp.symbols("n d t q", positive=True)
a, b, alpha, beta, omega, delta, E, rho = sp.symbols("a b alpha beta omega delta E rho", positive=True)
gamma = sp.Symbol("gamma", real=True, nonzero=True)
n_star = sp.Symbol("n*", positive=True)
ell_star = sp.Symbol("ell_*", real=True)
dn = sp.Symbol("d'n", real=True, nonzero=True)
x = sp.Symbol("x", positive=True)
f = sp.Function("f")

# Consumer behaviour (2.1), costs and profit (2.3); f is any link from quality to demand.
training_cost = 6 * n * d / E
inference_cost = 2 * n * t / E


def linked(gamma_value: sp.Expr, quality: sp.Expr) -> sp.Expr:
    """The linking function as what its density says: the integral of x**(-1-gamma) from 1 to the quality."""
    if gamma_value == 0:
        return sp.log(quality)
    return (1 - quality**-gamma_value) / gamma_value


def profit_given(inverse_link: sp.Expr) -> sp.Expr:
    """Revenue less cost when the highest price is omega times the linked quality."""
    return (omega * inverse_link - delta * t) * t - training_cost - inference_cost


Q = sp.Symbol("Q", real=True)  # the linked quality f(q(n, d)), which does not depend on t
quality_n_d = sp.Function("q")(n, d)

chinchilla = 1 / (a * n**-alpha + b * d**-beta)


def _tokens(inverse_link: sp.Expr) -> sp.Expr:
    slope = sp.diff(profit_given(Q), t)
    (solution,) = sp.solve(sp.Eq(slope, 0), t)
    return sp.simplify(solution).subs(Q, inverse_link)


def _reduced(inverse_link: sp.Expr, data: sp.Expr) -> sp.Expr:
    tokens = sp.Symbol("s", real=True)
    best = _tokens(Q)
    value = sp.expand(profit_given(Q).subs(t, tokens).subs(tokens, best))
    square = (omega * Q - 2 * n / E) ** 2 / (4 * delta)
    rest = sp.simplify(value - square)
    return (square + rest).subs(Q, inverse_link).subs(d, data)


def revenue() -> Derivation:
    """R(n, d, t): price times quantity, multiplied out."""
    price = omega * f(quality_n_d) - delta * t
    return Derivation().then("price times tokens", price * t).then("multiply out", sp.expand(price * t))


def cost() -> Derivation:
    """C(n, d, t) from FLOPs and the price of a FLOP."""
    flops = 6 * n * d + 2 * n * t
    return Derivation().then("FLOPs of training and inference", flops).then("at 1/E dollars each", flops / E)


def profit() -> Derivation:
    """The profit of n, d, t: revenue less cost."""
    value = profit_given(f(quality_n_d))
    return Derivation().then("revenue less cost", value).then("multiply out", sp.expand(value))


def optimal_tokens() -> Derivation:
    """t*(n, d): the zero of the derivative of profit in t."""
    slope = sp.diff(profit_given(Q), t).subs(Q, f(quality_n_d))
    return (
        Derivation().then("differentiate profit in t", slope).then("solve for the zero in t", _tokens(f(quality_n_d)))
    )


def condition_t() -> Derivation:
    """The derivative of profit in t."""
    return Derivation().then("differentiate profit in t", sp.diff(profit_given(Q), t).subs(Q, f(quality_n_d)))


def reduced_profit() -> Derivation:
    """The profit of n and d, with the optimal number of tokens put in."""
    return (
        Derivation()
        .then("the optimal number of tokens", _tokens(f(quality_n_d)))
        .then("put into profit, square completed", _reduced(f(quality_n_d), d))
    )


def data_from_size() -> Derivation:
    """d as a function of n where both arguments of the Leontief minimum agree."""
    (solution,) = sp.solve(sp.Eq(a * n**alpha, b * d**beta), d)
    return Derivation().then("solve a n^alpha = b d^beta for d", sp.powsimp(solution))


def profit_of_size() -> Derivation:
    """The profit of n alone, data following size."""
    link = f(a * n**alpha)
    return (
        Derivation()
        .then("with the data that matches the size, quality is", a * n**alpha)
        .then("put d = rho n^(alpha/beta) into profit", _reduced(link, rho * n ** (alpha / beta)))
    )


def profit_equal_exponents() -> Derivation:
    """The profit of n alone for alpha = beta."""
    general = _reduced(f(a * n**alpha), rho * n ** (alpha / beta))
    return Derivation().then("profit of size", general).then("set beta = alpha", general.subs(beta, alpha))


def _profit(gamma_value: sp.Expr) -> sp.Expr:
    return _reduced(linked(gamma_value, a * n**alpha), rho * n)


def power_integral() -> Derivation:
    """The integral of x**(-1-gamma) from 1 to q."""
    primitive = sp.integrate(x ** (-1 - gamma), x, conds="none")
    primitive = primitive if not primitive.has(sp.Piecewise) else primitive.args[0][0]
    value = primitive.subs(x, q) - primitive.subs(x, 1)
    return Derivation().then("antiderivative in x", sp.simplify(primitive)).then("from 1 to q", sp.simplify(value))


def log_integral() -> Derivation:
    """The integral of 1/x from 1 to q."""
    primitive = sp.integrate(1 / x, x)
    return Derivation().then("antiderivative in x", primitive).then("from 1 to q", primitive.subs(x, q))


def chinchilla_quality() -> Derivation:
    """Quality as the inverse of the loss above its least value."""
    loss = ell_star + a * n**-alpha + b * d**-beta
    return Derivation().then("loss above the irreducible loss", loss - ell_star).then("inverted", chinchilla)


def quality_slope_n() -> Derivation:
    """The derivative of Chinchilla quality in n."""
    return Derivation().then("differentiate quality in n", sp.diff(chinchilla, n))


def quality_slope_d() -> Derivation:
    """The derivative of Chinchilla quality in d."""
    return Derivation().then("differentiate quality in d", sp.diff(chinchilla, d))


def _mrts() -> sp.Expr:
    return sp.powsimp(sp.simplify(sp.diff(chinchilla, n) / sp.diff(chinchilla, d)))


def substitution_rate() -> Derivation:
    """The marginal rate of technical substitution."""
    ratio = sp.diff(chinchilla, n) / sp.diff(chinchilla, d)
    return Derivation().then("quotient of the two derivatives", ratio).then("simplify", _mrts())


def _along_curve() -> sp.Expr:
    """dd/dn on a curve of constant quality, by implicit differentiation."""
    level = a * n**-alpha + b * d**-beta
    return sp.simplify(-sp.diff(level, n) / sp.diff(level, d))


def iso_quality() -> Derivation:
    """The differential of d on a curve of constant quality."""
    slope = _along_curve()
    return Derivation().then("slope dd/dn by implicit differentiation", slope).then("times dn", slope * dn)


def _along(expression: sp.Expr) -> sp.Expr:
    """The derivative in n of an expression in n and d along a curve of constant quality."""
    return sp.diff(expression, n) + sp.diff(expression, d) * _along_curve()


def log_ratio_differential() -> Derivation:
    """d ln(d/n) on a curve of constant quality."""
    slope = sp.expand(_along(sp.log(d) - sp.log(n)))
    return Derivation().then("derivative of ln d - ln n along the curve", slope).then("times dn", slope * dn)


def log_mrts_differential() -> Derivation:
    """d ln(MRTS) on a curve of constant quality."""
    slope = sp.expand(sp.powsimp(sp.expand(_along(sp.log(_mrts())))))
    return Derivation().then("derivative of ln MRTS along the curve", slope).then("times dn", slope * dn)


def _sigma() -> sp.Expr:
    return sp.simplify(_along(sp.log(d) - sp.log(n)) / _along(sp.log(_mrts())))


def elasticity() -> Derivation:
    """sigma(n, d) of the Chinchilla law."""
    return (
        Derivation()
        .then("derivative of ln(d/n) along the curve", sp.expand(_along(sp.log(d) - sp.log(n))))
        .then("derivative of ln MRTS along the curve", sp.expand(sp.powsimp(sp.expand(_along(sp.log(_mrts()))))))
        .then("their quotient", _sigma())
    )


def elasticity_equal() -> Derivation:
    """sigma for alpha = beta."""
    general = _sigma()
    return Derivation().then("sigma", general).then("set beta = alpha", sp.simplify(general.subs(beta, alpha)))


def average() -> Derivation:
    """The average of the two reported exponents."""
    values = sp.Rational("0.3392"), sp.Rational("0.2849")
    return Derivation().then("half the sum of the reported exponents", sum(values) / 2)


def elasticity_value() -> Derivation:
    """sigma at the average exponent, exactly."""
    mean = (sp.Rational("0.3392") + sp.Rational("0.2849")) / 2
    return Derivation().then("1/(1 + alpha) at the average exponent", 1 / (1 + mean))


def profit_derivative() -> Derivation:
    """The derivative of the profit of size for the power link."""
    profit_n = _profit(gamma)
    slope = sp.diff(profit_n, n)
    return (
        Derivation()
        .then("the profit of size with the power link", profit_n)
        .then("differentiate in n", slope)
        .then("multiply out", sp.expand(sp.powsimp(sp.expand(slope))))
    )


def first_order() -> Derivation:
    """The first-order condition multiplied by gamma / (n omega)."""
    slope = sp.diff(_profit(gamma), n).subs(n, n_star)
    scaled = sp.expand(sp.powsimp(sp.expand(slope * gamma / (n_star * omega))))
    return Derivation().then("the derivative of profit at n*", slope).then("times gamma/(n* omega)", scaled)


def profit_slope_general() -> Derivation:
    """The derivative of the profit of size for any link f."""
    link = sp.Function("f")(a * n**alpha)
    slope = sp.diff(_reduced(link, rho * n), n)
    return Derivation().then("the profit of size", _reduced(link, rho * n)).then("differentiate in n", slope)


def log_link() -> Derivation:
    """The logarithmic link of the quality of size n."""
    value = linked(sp.Integer(0), a * n**alpha)
    return Derivation().then("ln of the quality", value).then("expanded", sp.expand_log(value))


def log_link_slope() -> Derivation:
    """Its derivative in n."""
    return Derivation().then("differentiate in n", sp.diff(linked(sp.Integer(0), a * n**alpha), n))


def log_conditions() -> Derivation:
    """The first-order condition for the logarithmic link, divided by n."""
    slope = sp.diff(_profit(sp.Integer(0)), n)
    return Derivation().then("differentiate the profit of size", slope).then("divide by n", sp.expand(slope / n))
