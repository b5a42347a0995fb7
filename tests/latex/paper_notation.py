"""The paper's notation as the tests of the reader need it: LaTeX and names, without meanings."""

from symcheck.latex.notation import Function, Notation, Symbol

_SYMBOLS = {
    "n": "n", "d": "d", "t": "t", "x": "x", "q": "q", "p": "p", "e": "e", "a": "a", "b": "b", "E": "E", "C": "C",
    "R": "R", "D": "D", "F": "F", r"F^{\prime}": "F'", "n^{*}": "n*", "d^{*}": "d*", "t^{*}": "t*", "q_{*}": "q_*",
    r"n^{\prime}": "n'", r"d^{\prime}": "d'", r"\ell": "ell", r"\ell_{*}": "ell_*", r"\omega": "omega",
    r"\delta": "delta", r"\gamma": "gamma", r"\hat{\gamma}": "gamma_hat", r"\alpha": "alpha", r"\beta": "beta",
    r"\rho": "rho", r"\sigma": "sigma", r"\operatorname{MRTS}": "MRTS", r"C_{\operatorname{train}}": "C_train",
    r"C_{\inf}": "C_inf", r"c_{\operatorname{train}}": "c_train", r"c_{\inf}": "c_inf", "p_{c}": "p_c",
    r"C^{*}_{\operatorname{train}}": "C*_train", r"\hat{C}_{\operatorname{train}}": "C_hat_train",
    "T_{1}": "T_1", "T_{2}": "T_2", "T_{3}": "T_3", "T_{4}": "T_4", "T_{5}": "T_5",
}  # fmt: skip
_FUNCTIONS = {
    "p": ("p", (2,)), "f": ("f", (1,)), "f_{0}": ("f_0", (1,)), "f_{1}": ("f_1", (1,)), "f_{-1}": ("f_m1", (1,)),
    "q": ("q", (1, 2)),
    "R": ("R", (3,)), "C": ("C", (3,)), r"\pi": ("pi", (1, 2, 3)), "t^{*}": ("t*", (2,)), r"\ell": ("ell", (2,)),
    r"C^{*}_{\operatorname{train}}": ("C*_train", (1,)), "O": ("O", (1,)), r"\Theta": ("Theta", (1,)),
}  # fmt: skip

NOTATION = Notation(
    [Symbol(latex, name) for latex, name in _SYMBOLS.items()],
    [Function(latex, name, arity) for latex, (name, arity) in _FUNCTIONS.items()]
    + [Function("f", "f_gamma", subscript=True)],
)
