"""Section 5: the data-bound regime."""

from __future__ import annotations

from derivations.profit_optimal import data_bound as db
from derivations.profit_optimal.balanced import LEAST_DATA, LEAST_SIZE
from derivations.profit_optimal.scopes import DEFINED, PREMISE
from symcheck import Bound, Claim, Combine, Cut, Finding, Rise, Section, Split, Stationary, Use

GAIN = r"\omega t^{*}\frac{\alpha}{a^{\gamma}}"
MARGIN = r"\frac{6D+2t^{*}}{E}"
PAYS = rf"{GAIN}\left({db.SIZE}\right)^{{-\alpha\gamma-1}}\geq{MARGIN}"
"""What one more parameter brings at the size of Theorem 3 is at least what it costs."""


def one(text: str) -> str:
    """The same for the other hardware."""
    return text.replace("t^{*}", "t_{1}").replace("n^{*}", "n_{1}").replace("{E}", "{E_{1}}")


def no_larger(other: bool = False) -> tuple[Rise | Use | Cut | Split, ...]:
    """More parameters than match the data cost, and bring nothing."""
    name = one if other else str
    wasted = name(rf"\left(n^{{*}}-{db.SIZE}\right){MARGIN}\leq 0")
    size, tokens, margin = name("n^{*}"), name("t^{*}"), name(r"\frac{E}{6D+2t^{*}}")
    return (
        Rise(r"ax^{\alpha}", "x", db.SIZE, size, strict=True),
        Use({"n": db.SIZE, "t": tokens}, every=int(other)),
        Cut(wasted),
        Cut(rf"{size}\leq {db.SIZE}", (Combine(((wasted, margin),)),)),
        Split(size, db.SIZE),
    )


def no_smaller(other: bool = False) -> tuple[Stationary | Rise | Cut | Split, ...]:
    """Fewer parameters would be stationary, where one more costs what it brings: less than at the size of Theorem 3."""
    name = one if other else str
    size, tokens, optimal = name("n^{*}"), name("t^{*}"), name(rf"{GAIN}{{n^{{*}}}}^{{-\alpha\gamma-1}}={MARGIN}")
    slopes = (name(r"{n^{*}}^{-\alpha\gamma-1}"), rf"\left({db.SIZE}\right)^{{-\alpha\gamma-1}}")
    scale = name(r"\frac{a^{\gamma}}{\omega t^{*}\alpha}")
    return (
        Stationary(
            name(r"\omega t^{*}f_{\gamma}(an^{\alpha})-\delta {t^{*}}^{2}-\frac{6nD+2nt^{*}}{E}"),
            "n",
            size,
            "0",
            db.SIZE,
            by=(
                Rise(r"ax^{\alpha}", "x", "n", db.SIZE, strict=True),
                Rise(r"ax^{\alpha}", "x", size, db.SIZE, strict=True),
                Use({"n": "n", "t": tokens}, every=int(other)),
            ),
        ),
        Cut(optimal),
        Rise(r"-x^{-\alpha\gamma-1}", "x", size, db.SIZE, strict=True),
        Cut(rf"{slopes[0]}\leq {slopes[1]}", (Combine(tuple((fact, scale) for fact in (name(PAYS), optimal))),)),
        Split(*slopes),
    )


def printed_size(other: bool = False) -> Split:
    """The size is that of Theorem 3."""
    name = one if other else str
    return Split(name("n^{*}"), db.SIZE, less=no_smaller(other), more=no_larger(other))


ENFORCED = Section(
    db.MUST_USE,
    (
        Claim(
            "eq:data-bound-size",
            says=(f"n^{{*}}\\leq {db.SIZE}",),
            unless=(PAYS,),
            via={"says_1": (Split("n^{*}", db.SIZE, more=no_larger()),), "1": (printed_size(),)},
            note="Of the maximiser over n > 0, t ≥ 0 where d = D is enforced. Lemma 2 may lower d, which is not "
            "allowed here: it shows n* ≤ (D/ρ)^(β/α) alone. The condition says that one more parameter brings at that "
            "size what it costs; it is necessary too. At the witness, the profit of 9 parameters is 108.",
        ),
    ),
)
TWO = Section(
    db.TWO,
    (
        Claim(
            "text:thm3-independent",
            says=("n^{*}=n_{1}",),
            unless=(PAYS, one(PAYS)),
            via={"": (Cut(f"n^{{*}}={db.SIZE}", (printed_size(),)), Cut(f"n_{{1}}={db.SIZE}", (printed_size(True),)))},
            note="n* and n_1 are the maximisers where d = D is enforced, for hardware efficiencies E and E_1 and all "
            "else the same. What Theorem 3 gives does not depend on E.",
        ),
    ),
)

SPARE = (rf"\left(n^{{*}}-{LEAST_SIZE}\right)\frac{{6d^{{*}}+2t^{{*}}}}{{E}}\leq 0", r"\frac{E}{6d^{*}+2t^{*}}")
UNUSED = (rf"\left(d^{{*}}-{LEAST_DATA}\right)\frac{{6n^{{*}}}}{{E}}\leq 0", r"\frac{E}{6n^{*}}")
BALANCED = Split(
    r"a{n^{*}}^{\alpha}",
    r"b{d^{*}}^{\beta}",
    less=(
        Rise(r"x^{1/\beta}", "x", r"\frac{a{n^{*}}^{\alpha}}{b}", r"\frac{b{d^{*}}^{\beta}}{b}", strict=True),
        Use({"n": "n^{*}", "d": LEAST_DATA, "t": "t^{*}"}),
        Cut(UNUSED[0]),
        Cut(rf"d^{{*}}\leq {LEAST_DATA}", (Combine((UNUSED,)),)),
        Split("d^{*}", LEAST_DATA),
    ),
    more=(
        Rise(r"x^{1/\alpha}", "x", r"\frac{b{d^{*}}^{\beta}}{a}", r"\frac{a{n^{*}}^{\alpha}}{a}", strict=True),
        Use({"n": LEAST_SIZE, "d": "d^{*}", "t": "t^{*}"}),
        Cut(SPARE[0]),
        Cut(rf"n^{{*}}\leq {LEAST_SIZE}", (Combine((SPARE,)),)),
        Split("n^{*}", LEAST_SIZE),
    ),
)
OF_DATA = rf"n^{{*}}={db.SIZE}".replace("{D}", "{d^{*}}")

ALLOWED = Section(
    db.MAY_USE,
    (
        Claim("eq:data-limit", roles={0: "premise", 1: "premise"}),
        Claim("eq:data-enforced", roles=PREMISE),
        Claim(
            "eq:data-bound-balanced",
            via={"": (BALANCED,)},
            note="Of the maximiser over 0 < d ≤ D, n > 0, t ≥ 0, for any link f.",
        ),
        Claim(
            "text:all-data-used",
            uses=("eq:data-bound-balanced",),
            says=(rf"d^{{*}}=D\implies n^{{*}}={db.SIZE}",),
            via={
                "": (
                    Cut(r"a{n^{*}}^{\alpha}=b{d^{*}}^{\beta}"),
                    Cut(OF_DATA),
                    Cut("D=d^{*}"),
                    Combine(((OF_DATA, "1"),), rewrite=("D=d^{*}",)),
                )
            },
            note="Of the maximiser over 0 < d ≤ D: where it uses all data by its own choice, its size is that of "
            "Theorem 3. The theorem enforces d = D instead.",
        ),
    ),
)

SPENT = r"\frac{6n^{*}D}{E}"
OF_THEOREM_3 = "Said of what Theorem 3 gives, and true where that theorem is."


def moves(direction: str, of: str, symbol: str) -> str:
    """The derivative of an expression has a sign."""
    return rf"\frac{{\partial {of}}}{{\partial {symbol}}}{direction}0"


def said(label: str, *says: str) -> Claim:
    """What the paper says of what Theorem 3 gives."""
    return Claim(label, says=says, note=OF_THEOREM_3)


PAIRS = ((".34", ".28"), (".35", ".37"), (".25", ".21"), (".23", ".22"), (".18", ".23"))
"""The estimates of alpha and beta in the second footnote."""
NEAR_LINEAR = tuple(rf".8<\frac{{{beta}}}{{{alpha}}}<1.3" for alpha, beta in PAIRS)
NEAR_QUADRATIC = (
    rf"{SPENT}=\frac{{6b^{{1/\alpha}}}}{{a^{{1/\alpha}}E}}D^{{1+\beta/\alpha}}",
    r"\alpha=\beta\implies 1+\frac{\beta}{\alpha}=2",
    *(rf"1.8<1+\frac{{{beta}}}{{{alpha}}}<2.3" for alpha, beta in PAIRS),
)

PRINTED = Section(
    db.PRINTED,
    (
        Claim(
            "text:data-bound-variables",
            says=(moves(">", "n^{*}", "D"), moves("<", SPENT, "E"), moves("<", "n^{*}", "a")),
            note=f"{OF_THEOREM_3} The paper defines no A; of what it could be, a is taken.",
        ),
        said("text:thm3-depends", moves("<", "n^{*}", "a"), moves(">", "n^{*}", "b"), moves(">", "n^{*}", "D")),
        Claim(
            "eq:thm3-expenditure",
            roles=DEFINED,
            bounds={1: Bound("6", lower="6"), 2: Bound("1", lower="1")},
            note=OF_THEOREM_3,
        ),
        Claim(
            "text:thm3-quadratic",
            says=NEAR_QUADRATIC,
            note=f"{OF_THEOREM_3} The exponent is 2 for α = β, and between 1.8 and 2.3 for the paper's estimates.",
        ),
        said("text:thm3-data-efficiency", moves(">", SPENT, "b")),
        said("text:thm3-parameter-efficiency", moves("<", SPENT, "a")),
        said("text:thm3-hardware-efficiency", moves("<", SPENT, "E")),
    ),
)

SECTIONS = (ENFORCED, TWO, ALLOWED, PRINTED)
FINDINGS = (
    Finding(
        "Where all data must be used, the best size can be far smaller than Theorem 3 says, and depends on hardware",
        ("eq:data-bound-size", "text:thm3-independent"),
        "theorem",
        so="The size is at most $(D/\\rho)^{\\beta/\\alpha}$. It is that size if using all data is profit-optimal too "
        "($d^{*}=D$ in the problem with $d\\leq D$), or if one more parameter brings there at least what it costs.",
    ),
)
