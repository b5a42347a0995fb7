"""Formulas as one line of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from symcheck.report.document import Math
from symcheck.report.escape import one_line

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "omega": "ω", "Delta": "Δ", "Omega": "Ω", "ell": "ℓ", "theta": "θ",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "cdot": "·", "infty": "∞",
    "int": "∫", "partial": "∂", "sum": "∑", "vdash": "⊢", "to": "→", "left": "", "right": "", "ln": "ln", "max": "max",
    "min": "min", "exp": "exp", "prime": "′", "displaystyle": "", "lesssim": "≲", "gtrsim": "≳", "propto": "∝",
    "implies": "⇒", "iff": "⇔", "quad": " ", "qquad": " ", "triangleq": "≜", "hat": "", "in": "∈", "land": "∧",
    "times": "×", "sqrt": "√", "Theta": "Θ", "Gamma": "Γ", "kappa": "κ", "eta": "η", "phi": "φ", "psi": "ψ", "nu": "ν",
    "zeta": "ζ", "xi": "ξ", "chi": "χ", "mid": "|", "cdots": "⋯", "dots": "…", "ldots": "…", "neg": "¬",
    "big": "", "bigg": "", "Big": "", "Bigg": "", "mathrel": "", "textstyle": "", "tfrac": "\\frac", "dfrac": "\\frac",
}  # fmt: skip
MACRO = re.compile(r"\\([A-Za-z]+)(\s*)")
SPACING = re.compile(r"\\[,;:! ]|\\\\&?|(?<!\\)&|~|\\(?:begin|end)\{[a-z]+\*?\}")
GROUP = re.compile(r"(?<![A-Za-z_^}])\{([^{}\\]*)\}(?P<scripted>(?=[\^_]))?")  # braces that are no argument
SCRIPT = re.compile(r"([_^])\{([^{}\\]*)\}")
FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
ATOM = re.compile(r"\d*|[^\W\d]|\W")  # needs no brackets as an index or exponent
POWER = re.compile(r"(?:\d+|[^\W\d])(?:[_^](?:[^\s()]|\([^()]*\)))*")  # none under a fraction bar
PRODUCT = re.compile(r"[^-+/=<>≤≥≠≈∫∑]*")  # none above it, unless something is added in it
RELATION = re.compile(r"\s*([=<>≤≥≠≈≲≳∝≜⇒⇔])\s*")
UPRIGHT = re.compile(r"\\(?:mathrm|operatorname\*?|text)\{([^{}]*)\}")


def readable(latex: str) -> str:
    """``latex`` with its commonest macros as characters; what is not known stays as it is."""
    text = MACRO.sub(_character, UPRIGHT.sub(r"\1", SPACING.sub(" ", latex)))
    previous = ""
    while text != previous:
        previous, text = text, FRACTION.sub(_fraction, SCRIPT.sub(_script, GROUP.sub(_group, text)))
    text = RELATION.sub(r" \1 ", _once_bracketed(text))
    return one_line(text.replace("\\{", "{").replace("\\}", "}"))


def readable_prose(parts: Iterable[str | Math]) -> str:
    """A text with formulas in it."""
    return one_line("".join(part if isinstance(part, str) else readable(part.latex) for part in parts))


def _character(match: re.Match[str]) -> str:
    known = SYMBOLS.get(match[1])
    if known is None:
        return match[0]
    return known + (match[2] and " ")


def _script(match: re.Match[str]) -> str:
    return match[1] + _grouped(match[2], ATOM)


def _group(match: re.Match[str]) -> str:
    return _grouped(match[1], ATOM) if match["scripted"] is not None else match[1]


def _fraction(match: re.Match[str]) -> str:
    """In brackets of its own, so that what stands next to it can't be read into it."""
    before = match.string[: match.start()][-1:]
    gap = " " * (before.isalnum() or before in (")", "}"))
    return f"{gap}({_grouped(match[1].strip(), PRODUCT)}/{_grouped(match[2].strip(), POWER)})"


def _grouped(text: str, single: re.Pattern[str]) -> str:
    return text if single.fullmatch(text) else f"({text})"


def _once_bracketed(text: str) -> str:
    """``text`` without brackets that stand directly inside others."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for place, character in enumerate(text):
        if character == "(":
            opened.append(place)
        elif character == ")" and opened:
            pairs[opened.pop()] = place
    needless = {p for start, end in pairs.items() if pairs.get(start + 1) == end - 1 for p in (start, end)}
    return "".join(character for place, character in enumerate(text) if place not in needless)
