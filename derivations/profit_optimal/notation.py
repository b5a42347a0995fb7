"""Every symbol and function of the paper once: LaTeX, name, domain, unit, meaning.

Units: a model is trained on tokens and sells tokens; its size is in parameters, compute in FLOPs, money in dollars.
Quality has whatever unit makes a·n**alpha one; it is written ``quality``.
"""

from __future__ import annotations

from symcheck import Function, Notation, Symbol

CHOICES = [
    Symbol("n", "n", "nonnegative", "parameters", "model size"),
    Symbol("d", "d", "nonnegative", "tokens", "training data budget"),
    Symbol("t", "t", "nonnegative", "tokens", "quantity of tokens produced and sold"),
    Symbol("n^{*}", "n*", "nonnegative", "parameters", "profit-optimal model size"),
    Symbol("d^{*}", "d*", "nonnegative", "tokens", "profit-optimal training data budget"),
    Symbol("t^{*}", "t*", "nonnegative", "tokens", "profit-optimal quantity of tokens"),
    Symbol(r"n^{\prime}", "n'", "nonnegative", "parameters", "smaller model of the same quality (Lemma 2)"),
    Symbol(r"d^{\prime}", "d'", "nonnegative", "tokens", "smaller data budget of the same quality (Lemma 2)"),
    Symbol("D", "D", "positive", "tokens", "available training data in the data-bound regime"),
]

DEMAND = [
    Symbol("q", "q", "positive", "quality", "LLM quality"),
    Symbol("q_{*}", "q_*", "positive", "quality", "reservation quality of a consumer"),
    Symbol("p", "p", "real", "$/token", "price of a token"),
    Symbol(r"\omega", "omega", "positive", "$/token", "scale of the highest price"),
    Symbol(r"\delta", "delta", "positive", "$/token^2", "slope of inverse demand in quantity"),
    Symbol(r"\gamma", "gamma", "real", "", "how fast inverse demand diminishes in quality"),
    Symbol(r"\hat{\gamma}", "gamma_hat", "real", "", "the value of gamma that fits current trends"),
]

SCALING = [
    Symbol("a", "a", "positive", "quality*parameters^(-alpha)", "parameter efficiency; coefficient of n"),
    Symbol("b", "b", "positive", "quality*tokens^(-beta)", "data efficiency; coefficient of d"),
    Symbol(r"\alpha", "alpha", "positive", "", "parameter exponent"),
    Symbol(r"\beta", "beta", "positive", "", "data exponent"),
    Symbol(r"\rho", "rho", "positive", "tokens*parameters^(-alpha/beta)", "parameter-to-token efficiency factor"),
    Symbol(r"\sigma", "sigma", "real", "", "elasticity of substitution"),
    Symbol(r"\ell", "ell", "positive", "nats/token", "next-token prediction loss"),
    Symbol(r"\ell_{*}", "ell_*", "nonnegative", "nats/token", "irreducible loss"),
    Symbol(r"\operatorname{MRTS}", "MRTS", "real", "tokens/parameter", "marginal rate of technical substitution"),
]

COST = [
    Symbol("E", "E", "positive", "FLOPs/$", "hardware efficiency"),
    Symbol("p_{c}", "p_c", "positive", "$/FLOP", "price of compute"),
    Symbol(r"c_{\operatorname{train}}", "c_train", "nonnegative", "FLOPs", "training compute"),
    Symbol(r"c_{\inf}", "c_inf", "nonnegative", "FLOPs", "inference compute"),
    Symbol(r"C_{\operatorname{train}}", "C_train", "nonnegative", "$", "training cost"),
    Symbol(r"C_{\inf}", "C_inf", "nonnegative", "$", "inference cost"),
    Symbol(r"C^{*}_{\operatorname{train}}", "C*_train", "nonnegative", "$", "profit-optimal training cost"),
    Symbol(r"\hat{C}_{\operatorname{train}}", "C_hat_train", "nonnegative", "$", "observed training expenditure"),
    Symbol("R", "R", "real", "$", "revenue"),
    Symbol("C", "C", "nonnegative", "$", "cost"),
]

PROOFS = [
    *(Symbol(f"T_{{{i}}}", f"T_{i}", "real", "tokens/parameters^2", f"term {i} of Equation (1)") for i in range(1, 6)),
    Symbol("F", "F", "real", "", "linked quality as a function of model size, at n"),
    Symbol(r"F^{\prime}", "F'", "real", "1/parameters", "derivative of the linked quality in model size, at n"),
    Symbol("x", "x", "positive", "parameters^alpha", "auxiliary variable, n^alpha"),
    Symbol(r"\mu", "mu", "real", "tokens/($*parameters)", "our name for the multiplier of Equation (1)"),
    Symbol("e", "e", "constant", "", "Euler's number"),
]

FUNCTIONS = [
    Function("p", "p", (2,), "inverse demand: price at quantity t and quality q"),
    Function("f", "f", (1,), "linking function from quality to inverse demand"),
    Function("f", "f_gamma", (1,), "linking function with exponent gamma", subscript=True),
    Function("f_{0}", "f_0", (1,), "logarithmic linking function"),
    Function("f_{1}", "f_1", (1,), "linking function with exponent 1"),
    Function("f_{-1}", "f_m1", (1,), "linear linking function"),
    Function("q", "q", (1, 2), "quality of a model with n parameters, trained on d tokens"),
    Function(r"\ell", "ell", (2,), "loss of a model with n parameters, trained on d tokens"),
    Function("R", "R", (3,), "revenue"),
    Function("C", "C", (3,), "cost"),
    Function(r"\pi", "pi", (1, 2, 3), "profit; with fewer arguments, the others chosen optimally"),
    Function("t^{*}", "t*", (2,), "profit-optimal quantity of tokens, given n and d"),
    Function(r"C^{*}_{\operatorname{train}}", "C*_train", (1,), "growth of profit-optimal training cost, given gamma"),
    Function("O", "O", (1,), "asymptotic upper bound"),
    Function(r"\Theta", "Theta", (1,), "asymptotic bound on both sides"),
]

OWN = [
    Symbol("q_{1}", "q_1", "positive", "quality", "our name for a higher quality than q"),
    Symbol(r"\lambda", "lambda", "positive", "", "our name for a factor by which n and d are scaled together"),
    Symbol("M", "M", "positive", "$", "our name for an amount of profit"),
    Symbol("c", "c", "positive", "", "our name for a constant factor"),
    Symbol("K", "K", "positive", "$", "our name for an amount of training cost"),
    Symbol(r"\kappa", "kappa", "positive", "parameters*$/FLOPs", "our name for a rate of growth of model size in E"),
    Symbol("N", "N", "positive", "parameters", "our name for a model size"),
    Symbol("B", "B", "positive", "tokens", "our name for a data budget"),
    Symbol(r"\theta", "theta", "positive", "", "our name for the factor by which the available data grow in a year"),
    Symbol(r"\eta", "eta", "real", "", "our switch: 1 where ab grows threefold a year, 0 where (ab)^(1/alpha) does"),
    Symbol("E_{0}", "E_0", "positive", "FLOPs/$", "our name for the hardware efficiency at which it stalls"),
    Symbol("E_{1}", "E_1", "positive", "FLOPs/$", "our name for another hardware efficiency"),
    Symbol("a_{1}", "a_1", "positive", "quality*parameters^(-alpha)", "our name for another parameter efficiency"),
    Symbol("b_{1}", "b_1", "positive", "quality*tokens^(-beta)", "our name for another data efficiency"),
    Symbol("n_{1}", "n_1", "nonnegative", "parameters", "our name for another profit-optimal model size"),
    Symbol("d_{1}", "d_1", "nonnegative", "tokens", "our name for another profit-optimal data budget"),
    Symbol("t_{1}", "t_1", "nonnegative", "tokens", "our name for another profit-optimal number of tokens"),
]
"""Names that the paper does not have."""

NOTATION = Notation([*CHOICES, *DEMAND, *SCALING, *COST, *PROOFS, *OWN], FUNCTIONS)

TRENDS = NOTATION.scoped([Symbol("t", "t", "nonnegative", "", "time, as a number of years")])
"""Sections 6 and 7.1, where t is no quantity of tokens."""

CHINCHILLA = NOTATION.scoped(
    [
        Symbol("a", "a", "positive", "nats/token*parameters^alpha", "coefficient of n in the loss"),
        Symbol("b", "b", "positive", "nats/token*tokens^beta", "coefficient of d in the loss"),
        Symbol("q", "q", "positive", "tokens/nat", "LLM quality, the inverse of the reducible loss"),
    ]
)
"""Appendix B, where a and b are coefficients of the loss, and fall as training becomes more efficient."""
