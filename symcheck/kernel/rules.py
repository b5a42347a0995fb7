"""The table of the rules of proof: one row a rule.

A rule is called with a step: its claim, what it says besides, the facts before it.  It returns when the claim follows
from these facts, and rejects otherwise.  It never adds a fact itself.
"""

from __future__ import annotations

from symcheck.kernel import analysis, integers, limits, logic
from symcheck.kernel.step import Rules

RULES: Rules = {
    "combine": (("with", "rewrite", "gap"), logic.combine),
    "derivative": ((), analysis.derivative),
    "integral": (("antiderivative", "integrand", "open", "closed", "flip"), analysis.integral),
    "pieces": (("cut", "flip"), analysis.pieces),
    "improper": ((), analysis.improper),
    "leibniz": (("closed", "flip"), analysis.leibniz),
    "at_least": (("antiderivative", "cut", "open", "closed"), analysis.at_least),
    "maximum": (("at", "steps"), analysis.maximum),
    "attained": (("at", "cut", "closed", "tail"), analysis.attained),
    "beneath": (("at",), analysis.beneath),
    "rising": (("of", "name", "low", "high", "open", "closed"), analysis.rising),
    "stationary": (("low", "high", "steps"), analysis.stationary),
    "cases": (("pivot", "branches"), logic.cases),
    "absurd": (("fact",), logic.absurd),
    "enclose": (("bits",), logic.enclose),
    "box": (("ranges", "bits"), logic.box),
    "use": (("every", "values"), logic.use),
    "expand": ((), integers.expand),
    "telescope": (("antidifference", "steps"), integers.telescope),
    "termwise": (("steps",), integers.termwise),
    "vanishing": (("of",), integers.vanishing),
    "last": ((), integers.last_term),
    "induction": (("on", "low", "base", "step"), integers.induction),
    "next": ((), integers.next_whole),
    "approach": (("until", "steps"), limits.approach),
    "definition": (("within", "name", "positive", "steps"), limits.definition),
    "near": (("other", "positive", "until", "steps"), limits.near),
    "order": (("at", "positive", "until", "steps"), limits.order),
    "squeeze": (("below", "above", "positive", "until", "steps"), limits.squeeze),
    "compose": (("outer", "inner", "positive", "until", "steps"), limits.compose),
    "along": (("outer", "inner", "positive", "until", "steps"), limits.along),
    "lhopital": (("infinite", "above", "below", "positive", "until", "steps"), limits.lhopital),
    "law": (("law", "values"), logic.law),
    "cite": (("statement", "values"), logic.cite),
}
