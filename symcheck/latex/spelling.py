"""A spelling for names that no notation declares, such as the bound variables and constants of a derivation."""

from __future__ import annotations

import re

GREEK = frozenset((
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "ell",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
))  # fmt: skip
_PARTS = re.compile(r"(?P<base>[A-Za-z]+?)_?(?P<sub>[0-9]+|(?<=_)[A-Za-z]+)?(?P<sup>\*|'*)\Z", re.ASCII)


def derived(name: str) -> str:
    r"""LaTeX for the kernel name ``name``: ``K1`` is ``K_{1}``, ``rho*`` is ``\rho^{*}``, else upright letters."""
    match = _PARTS.match(name)
    if match is None:
        return upright(name)
    base = _word(match["base"])
    sub = f"_{{{_word(match['sub'])}}}" if match["sub"] else ""
    sup = "*" if match["sup"] == "*" else r"\prime" * len(match["sup"])
    return base + sub + (f"^{{{sup}}}" if sup else "")


def upright(name: str) -> str:
    """The letters and digits of ``name`` as one upright word."""
    return rf"\operatorname{{{re.sub('[^A-Za-z0-9]+', '-', name).strip('-')}}}"


def _word(word: str) -> str:
    if word in GREEK:
        return "\\" + word
    return word if len(word) == 1 or word.isdigit() else upright(word)
