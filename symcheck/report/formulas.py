"""Makes a formula as printed in a paper fit for one display: what belongs to the page, not the formula, is dropped."""

from __future__ import annotations

import re

COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
PAGE = re.compile(r"\\(?:label|tag\*?)\s*\{[^{}]*\}|\\(?:nonumber|notag|qed|qedhere)(?![A-Za-z])")
DELIMITERS = (("\\[", "\\]"), ("$$", "$$"), ("\\(", "\\)"), ("$", "$"))
WHOLE = re.compile(r"\\begin\{([a-z]+)\*?\}(.*)\\end\{\1\*?\}\Z", re.DOTALL)
INNER = {
    "equation": "", "displaymath": "", "math": "", "align": "aligned", "eqnarray": "aligned", "split": "aligned",
    "flalign": "aligned", "gather": "gathered", "multline": "gathered",
}  # fmt: skip
ENVIRONMENT = re.compile(r"\\(begin|end)\{[^{}]*\}")
LINEBREAK = re.compile(r"\\\\|(?<!\\)&")
OPERATOR = re.compile(r"\\operatorname(\*?)\s*\{([^{}]*)\}")
INVISIBLE = re.compile(
    r"\\(?:left|right|displaystyle|textstyle|quad|qquad)(?![A-Za-z])|\\(?:begin|end)\{(?:aligned|gathered)\}"
    r"|\\cdot\s*(?=[A-Za-z])|\\[\\,;!:]|[\s~&]"
)
GROUP = re.compile(r"\{(\\[A-Za-z]+|[^{}\\])\}")


def display(latex: str) -> str:
    """``latex`` on one line, without numbers, labels and page environments; alignments become ``aligned``."""
    text = PAGE.sub("", COMMENT.sub(r"\1", latex)).strip()
    for start, end in DELIMITERS:
        if text.startswith(start) and text.endswith(end) and len(text) >= len(start) + len(end):
            text = text[len(start) : -len(end)].strip()
            break
    whole = WHOLE.match(text)
    if whole and whole[1] in INNER:
        text = _wrap(whole[2].strip(), INNER[whole[1]])
    elif _breaks_outside(text):
        text = _wrap(text, "aligned")
    return " ".join(text.split())


def github(latex: str) -> str:
    r"""``latex`` without the macros that GitHub refuses to render (``\operatorname``)."""
    return OPERATOR.sub(lambda m: rf"\mathop{{\mathrm{{{m[2]}}}}}" if m[1] else rf"\mathrm{{{m[2]}}}", latex)


def same_print(left: str, right: str) -> bool:
    """Whether two formulas differ in spacing, alignment, final punctuation and needless braces only."""
    return _plain(left) == _plain(right)


def _plain(latex: str) -> str:
    return GROUP.sub(r"\1", INVISIBLE.sub("", github(display(latex))).rstrip(".,;"))


def _wrap(text: str, environment: str) -> str:
    return f"\\begin{{{environment}}}{text}\\end{{{environment}}}" if environment else text


def _breaks_outside(text: str) -> bool:
    """Whether a line break or alignment mark stands outside every environment."""
    depth, start, outside = 0, 0, []
    for match in ENVIRONMENT.finditer(text):
        if depth == 0:
            outside.append(text[start : match.start()])
        depth += 1 if match[1] == "begin" else -1
        start = match.end()
    outside.append(text[start:])
    return any(LINEBREAK.search(part) for part in outside)
