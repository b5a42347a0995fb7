"""The plain syntax, written again for other programs: as LaTeX and for Maxima.

The plain syntax is Python's, so Python's own parser reads it here: what the other programs are asked does not depend on
how symcheck reads it.  ValueError for what has no spelling.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
SIGNS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip
OPERATIONS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
WHOLE = 5
OPERATORS = ("Derivative", "Integral", "Sum", "Limit")
CONSTANTS = ("pi", "E", "oo", "EulerGamma")


def parse(text: str) -> ast.expr:
    """The expression that a text is."""
    return ast.parse(text.strip(), mode="eval").body


def comparisons(text: str) -> Iterator[tuple[ast.expr, str, ast.expr]]:
    """The relations in what is given, of a chain each neighbouring pair."""
    tree = parse(text)
    for part in tree.values if isinstance(tree, ast.BoolOp) else [tree]:
        if not isinstance(part, ast.Compare):
            raise ValueError(f"{text} is no relation")
        sides = [part.left, *part.comparators]
        for left, sign, right in zip(sides, part.ops, sides[1:], strict=False):
            yield left, SIGNS[type(sign)], right


def names(text: str) -> set[str]:
    """The symbols of an expression, bound ones included."""
    nodes = list(ast.walk(parse(text)))
    applied = {node.func for node in nodes if isinstance(node, ast.Call)}
    return {node.id for node in nodes if isinstance(node, ast.Name) and node not in applied} - set(CONSTANTS)


def call(node: ast.Call) -> tuple[str, list[ast.expr]]:
    """The name of what is applied, and its arguments."""
    if not isinstance(node.func, ast.Name) or node.keywords:
        raise ValueError("only names are applied")
    return node.func.id, node.args


def ranges(arguments: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """Of each range behind the body of an operator, what it consists of."""
    for item in arguments[1:]:
        yield list(item.elts) if isinstance(item, ast.Tuple) else [item]


def direction(node: ast.expr) -> str:
    """``'+'``, ``'-'`` or ``'+-'``."""
    if not isinstance(node, ast.Constant) or node.value not in ("+", "-", "+-"):
        raise ValueError("unknown direction")
    return str(node.value)


# -- Maxima -------------------------------------------------------------------------------------------------------

MAXIMA = {
    "pi": "%pi", "E": "%e", "oo": "inf", "EulerGamma": "%gamma", "Abs": "abs", "sign": "signum", "Min": "min",
    "Max": "max", "ln": "log", "Sum": "sum",
}  # fmt: skip


def maxima(node: ast.expr) -> str:
    """The expression in Maxima's syntax."""
    match node:
        case ast.Constant(value=int() as number):
            return str(number)
        case ast.Name(id=name):
            return MAXIMA.get(name, name)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Name(id="oo")):
            return "minf"
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return f"(-{maxima(inner)})"
        case ast.BinOp(left=left, op=op, right=right):
            return f"({maxima(left)}{OPERATIONS[type(op)]}{maxima(right)})"
        case ast.Call():
            return _maxima_call(*call(node))
    raise ValueError(f"no spelling for Maxima: {ast.unparse(node)}")


def _maxima_call(name: str, arguments: list[ast.expr]) -> str:
    body = maxima(arguments[0])
    if name == "Limit":
        at = [maxima(part) for part in arguments[1:3]]
        side = [{"+": "plus", "-": "minus"}[s] for s in map(direction, arguments[3:]) if s != "+-"]
        return f"limit({', '.join([body, *at, *side])})"
    if name in OPERATORS:
        own = {"Derivative": "diff", "Integral": "integrate", "Sum": "sum"}[name]
        for parts in ranges(arguments):
            body = f"{own}({', '.join([body, *map(maxima, parts)])})"
        return body
    return f"{MAXIMA.get(name, name)}({', '.join(map(maxima, arguments))})"


# -- LaTeX --------------------------------------------------------------------------------------------------------

LATEX = {
    "pi": r"\pi", "E": "e", "oo": r"\infty", "EulerGamma": r"\gamma", "log": r"\ln", "ln": r"\ln", "sin": r"\sin",
    "cos": r"\cos", "tan": r"\tan", "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "sinh": r"\sinh",
    "cosh": r"\cosh", "tanh": r"\tanh", "asinh": r"\operatorname{arsinh}", "acosh": r"\operatorname{arcosh}",
    "atanh": r"\operatorname{artanh}", "Min": r"\min", "Max": r"\max", "gamma": r"\Gamma",
}  # fmt: skip
GREEK = ("alpha", "beta", "delta", "eta", "theta", "lambda", "mu", "rho", "sigma", "tau", "phi", "omega")
AROUND = {"Abs": (r"\left|", r"\right|"), "floor": (r"\lfloor ", r" \rfloor"), "ceiling": (r"\lceil ", r" \rceil")}


def latex(text: str) -> str:
    """An expression as a paper prints it."""
    return _latex(parse(text))[0]


def _latex(node: ast.expr) -> tuple[str, int]:
    """LaTeX, and how strongly it holds together."""
    match node:
        case ast.Constant(value=int() as number):
            return str(number), WHOLE
        case ast.Name(id=name):
            letters, digits = re.fullmatch(r"([A-Za-z]+?)_?(\d*)", name).groups()  # type: ignore[union-attr]
            letters = f"\\{letters}" if letters in GREEK else LATEX.get(name, letters)
            return letters + (f"_{{{digits}}}" if digits else ""), WHOLE
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return "-" + _tied(inner, STRENGTH["*"]), 1
        case ast.BinOp():
            return _latex_operation(node)
        case ast.Call():
            return _latex_call(*call(node))
    raise ValueError(f"no LaTeX: {ast.unparse(node)}")


def _tied(node: ast.expr, strength: int) -> str:
    """LaTeX, in brackets unless it holds together that strongly; a sign stands alone only at the beginning."""
    text, own = _latex(node)
    return text if own >= strength and (strength == 1 or text[0] != "-") else rf"\left({text}\right)"


def _latex_operation(node: ast.BinOp) -> tuple[str, int]:
    sign = OPERATIONS[type(node.op)]
    if sign == "/":
        return rf"\frac{{{_latex(node.left)[0]}}}{{{_latex(node.right)[0]}}}", STRENGTH["*"]
    if sign == "^":
        return f"{_tied(node.left, WHOLE)}^{{{_latex(node.right)[0]}}}", STRENGTH["^"]
    own = STRENGTH[sign]
    right = _tied(node.right, own + (sign != "+"))
    shown = f" {sign} " if sign != "*" else r" \cdot " if right[0].isdigit() else " "
    return _tied(node.left, 1 if isinstance(node.left, ast.UnaryOp) else own) + shown + right, own


def _latex_call(name: str, arguments: list[ast.expr]) -> tuple[str, int]:
    if name in OPERATORS:
        return _latex_operator(name, arguments), STRENGTH["*"]
    shown = [_latex(argument)[0] for argument in arguments]
    if name == "sqrt":
        return rf"\sqrt{{{shown[0]}}}", WHOLE
    if name == "exp":
        return f"e^{{{shown[0]}}}", STRENGTH["^"]
    if name == "binomial":
        return rf"\binom{{{shown[0]}}}{{{shown[1]}}}", WHOLE
    if name == "factorial":
        return _tied(arguments[0], WHOLE) + "!", STRENGTH["^"]
    if name in AROUND:
        return shown[0].join(AROUND[name]), WHOLE
    own = LATEX.get(name, rf"\operatorname{{{name}}}")
    return rf"{own}\left({', '.join(shown)}\right)", STRENGTH["^"]


def _latex_operator(name: str, arguments: list[ast.expr]) -> str:
    body = _tied(arguments[0], STRENGTH["*"])
    if name == "Limit":
        symbol, place = (_latex(part)[0] for part in arguments[1:3])
        side = next((f"^{{{s}}}" for s in map(direction, arguments[3:]) if s != "+-"), "")
        return rf"\lim_{{{symbol} \to {place}{side}}} {body}"
    for symbol, *rest in ([_latex(part)[0] for part in parts] for parts in ranges(arguments)):
        if name == "Derivative":
            body = rf"\frac{{d}}{{d {symbol}}} " * int(rest[0] if rest else 1) + body
        elif name == "Integral":
            body = rf"\int_{{{rest[0]}}}^{{{rest[1]}}} {body} \, d{symbol}"
        else:
            body = rf"\sum_{{{symbol}={rest[0]}}}^{{{rest[1]}}} {body}"
    return body
