"""Sections 2.2 and 2.3: the scaling law and its elasticity of substitution; revenue, cost and profit."""

from __future__ import annotations

from derivations.profit_optimal.appendix_b import ON_THE_CURVE
from derivations.profit_optimal.lemma_2 import DATA, SIZE
from derivations.profit_optimal.scopes import DEFINED, LOSS, MODEL, PREMISE, PROFIT, SCALING
from symcheck import Claim, Combine, Cut, Finding, Rise, Section, Split

MORE_SIZE = Rise(r"ax^{\alpha}", "x", "n", r"n^{\prime}")
MORE_DATA = Rise(r"bx^{\beta}", "x", "d", r"d^{\prime}")
LOSS_TERMS = r"\frac{a}{n^{\alpha}}+\frac{b}{d^{\beta}}"
BY_FACTOR = (Split(SIZE, DATA),)
SCALED = (r"a(\lambda n)^{\alpha}", r"b(\lambda d)^{\beta}")
LESS_THAN_SCALED = (
    Rise(r"an^{\alpha}\lambda^{x}", "x", r"\alpha", "1", strict=True),
    Rise(r"bd^{\beta}\lambda^{x}", "x", r"\beta", "1", strict=True),
    Split(*SCALED, BY_FACTOR, BY_FACTOR, BY_FACTOR),
)
AVERAGED = ("eq:sigma-equal", "eq:average")
SIGMA = r"\frac{a\alpha d^{\beta}+b\beta n^{\alpha}}{a\alpha(\beta+1)d^{\beta}+(\alpha+1)b\beta n^{\alpha}}"

FIGURE = Section(
    SCALING,
    (
        Claim(
            "eq:figure-4-leontief",
            roles=DEFINED,
            says=(
                r"an^{\alpha}=bd^{\beta},n<n^{\prime}\implies q(n^{\prime},d)=q(n,d)",
                r"an^{\alpha}=bd^{\beta},d<d^{\prime}\implies q(n,d^{\prime})=q(n,d)",
            ),
            via={
                "says_1": (MORE_SIZE, Cut(rf"{DATA}\leq a{{n^{{\prime}}}}^{{\alpha}}")),
                "says_2": (MORE_DATA, Cut(rf"{SIZE}\leq b{{d^{{\prime}}}}^{{\beta}}")),
            },
            note="No amount of one factor makes up for any of the other. The rate of substitution of Appendix B "
            "has no value on the kink; σ = 0 is the limit of laws with a constant elasticity.",
        ),
    ),
)

ELASTICITY = Section(
    LOSS,
    (
        Claim(
            "eq:figure-4-chinchilla",
            roles=DEFINED,
            define=AVERAGED,
            says=(r"\sigma\approx.76",),
            note="A rounded number, printed with =.",
        ),
        Claim(
            "text:figure-4-substitutes",
            define=(r"q(n,d)\triangleq\frac{n}{n_{1}}+\frac{d}{d_{1}}",),
            given=("n_{1}>0", "d_{1}>0"),
            says=(
                r"\frac{\frac{\partial q(n,d)}{\partial n}}{\frac{\partial q(n,d)}{\partial d}}=\frac{d_{1}}{n_{1}}",
                r"\mathrm{d}\ln\left(\frac{d_{1}}{n_{1}}\right)=0",
            ),
            note="For a law in which n_1 parameters are as good as d_1 tokens, wherever one is: the rate of "
            "substitution does not change, and in the definition of σ a change of d/n stands over one that is 0.",
        ),
        Claim(
            "text:figure-4-curvature",
            define=("eq:mrts-value",),
            given=ON_THE_CURVE,
            says=(r"\mathrm{d}d=-\operatorname{MRTS}\mathrm{d}n",),
            note="The slope of an iso-quality curve is minus the rate of substitution, in whose change σ is defined.",
        ),
        Claim(
            "text:figure-4-complements",
            given=(r"\alpha=\beta",),
            says=(
                r"0<\alpha\implies\frac{1}{1+\alpha}<1",
                r"4ab(nd)^{-\alpha}\leq\left(\frac{a}{n^{\alpha}}+\frac{b}{d^{\alpha}}\right)^{2}",
                (
                    r"\frac{a}{n^{\alpha}}=\frac{b}{d^{\alpha}}"
                    r"\implies 4ab(nd)^{-\alpha}=\left(\frac{a}{n^{\alpha}}+\frac{b}{d^{\alpha}}\right)^{2}"
                ),
            ),
            via={"says_2": (Combine(gap=r"\left(\frac{a}{n^{\alpha}}-\frac{b}{d^{\alpha}}\right)^{2}"),)},
            note="For the Chinchilla law with α = β, whose σ is 1/(1+α): of all n and d with the same training "
            "compute 6nd, the loss is least where a/n^α = b/d^α, that is where n and d keep one ratio.",
        ),
        Claim(
            "text:figure-4-exchange",
            says=(
                r"an^{\prime}+b\left(d+\frac{a}{b}(n-n^{\prime})\right)=an+bd",
                (
                    r"{n^{\prime}}^{\alpha}\left(d\left(\frac{n}{n^{\prime}}\right)^{\alpha/\beta}\right)^{\beta}"
                    r"=n^{\alpha}d^{\beta}"
                ),
                r"n\leq(aq)^{1/\alpha}\implies\frac{1}{\frac{a}{n^{\alpha}}+\frac{b}{d^{\beta}}}<q",
            ),
            given=(r"n^{\prime}>0", "q>0"),
            via={
                "says_3": (
                    Rise(r"x^{\alpha}", "x", "n", r"(aq)^{1/\alpha}"),
                    Cut(
                        r"\frac{1}{q}\leq\frac{a}{n^{\alpha}}",
                        (Combine(((r"n^{\alpha}\leq aq", r"\frac{1}{qn^{\alpha}}"),)),),
                    ),
                    Cut(rf"\frac{{1}}{{q}}<{LOSS_TERMS}"),
                    Combine(((rf"\frac{{1}}{{q}}<{LOSS_TERMS}", rf"\frac{{q}}{{{LOSS_TERMS}}}"),)),
                )
            },
            note="For the law an + bd, with σ = ∞, and the law n^α d^β, with σ = 1. Third, what is different for σ "
            "< 1: under the Chinchilla law a model that is too small does not reach a quality with any amount of "
            "data, though n and d can be exchanged along an iso-quality curve there too.",
        ),
        Claim(
            "text:quality-loss",
            given=("q>0",),
            says=(r"\frac{\partial\left(\ell_{*}+\frac{1}{q}\right)}{\partial q}<0",),
            note="With quality as Appendix B defines it, the inverse of the loss above ℓ_*.",
        ),
        Claim(
            "text:scale-both",
            define=("eq:chinchilla", "eq:loss"),
            says=(
                rf"{SIGMA}<1",
                r"n<n^{\prime},d<d^{\prime}\implies q(n^{\prime},d)<q(n^{\prime},d^{\prime})",
                r"n<n^{\prime},d<d^{\prime}\implies q(n,d^{\prime})<q(n^{\prime},d^{\prime})",
            ),
            via={
                "says_1": (),
                "says_2": (
                    Cut(r"0<n^{\prime}"),
                    Rise(
                        r"\frac{1}{\frac{a}{{n^{\prime}}^{\alpha}}+\frac{b}{x^{\beta}}}",
                        "x",
                        "d",
                        r"d^{\prime}",
                        strict=True,
                    ),
                ),
                "says_3": (
                    Cut(r"0<d^{\prime}"),
                    Rise(
                        r"\frac{1}{\frac{a}{x^{\alpha}}+\frac{b}{{d^{\prime}}^{\beta}}}",
                        "x",
                        "n",
                        r"n^{\prime}",
                        strict=True,
                    ),
                ),
            },
            note="For the Chinchilla law with any exponents: σ < 1, and both factors together raise quality more "
            "than either alone. With the same compute see the caption of Figure 4.",
        ),
        Claim(
            "text:sigma-meaning",
            define=("eq:mrts-value", "eq:elasticity"),
            given=(*ON_THE_CURVE, r"\mathrm{d}n\neq 0"),
            says=(r"\mathrm{d}\ln\left(\frac{d}{n}\right)=\sigma\mathrm{d}\ln(\operatorname{MRTS})",),
            note="Along an iso-quality curve: the greater σ is, the more the ratio of the factors moves with the "
            "rate at which one can be exchanged for the other.",
        ),
        Claim("eq:substitutes", roles=PREMISE, note="What the word substitutes means."),
        Claim("eq:complements", roles=PREMISE, note="What the word complements means."),
        Claim("eq:chinchilla-sigma", define=AVERAGED, derive="elasticity_value"),
        Claim(
            "text:chinchilla-complements",
            given=(r".2849\leq\alpha\leq.3392", r".2849\leq\beta\leq.3392"),
            says=(rf"{SIGMA}<1", rf".746<{SIGMA}", rf"{SIGMA}<.779"),
            note="With the reported exponents, .3392 and .2849, σ depends on n and d and lies between .746 and .779; "
            ".76 is its value where both are replaced by their average.",
        ),
    ),
)

LAW = Section(
    SCALING,
    (
        Claim(
            "text:diminishing-scale",
            given=("n>0", "d>0", r"\lambda>1"),
            says=(r"q(\lambda n,\lambda d)<\lambda q(n,d)",),
            unless=(r"\alpha<1", r"\beta<1"),
            via={"": LESS_THAN_SCALED},
            note="The law is given for exponents up to 1; at 1 returns to scale are constant.",
        ),
        Claim("eq:leontief", roles=DEFINED),
        Claim("eq:parameter-efficiency-positive", roles=PREMISE),
        Claim("eq:data-efficiency-positive", roles=PREMISE),
        Claim("eq:parameter-exponent-range", roles={0: "premise", 1: "premise"}),
        Claim("eq:data-exponent-range", roles={0: "premise", 1: "premise"}),
        Claim(
            "text:perfect-complements",
            says=(
                r"n<n^{\prime}\implies q(n^{\prime},d)\leq q(n,d)",
                r"d<d^{\prime}\implies q(n,d^{\prime})\leq q(n,d)",
            ),
            unless=(r"an^{\alpha}=bd^{\beta}",),
            via={
                "says_1": (MORE_SIZE, Cut(rf"{DATA}\leq a{{n^{{\prime}}}}^{{\alpha}}"), Cut(rf"{SIZE}={DATA}")),
                "says_2": (MORE_DATA, Cut(rf"{SIZE}\leq b{{d^{{\prime}}}}^{{\beta}}"), Cut(rf"{SIZE}={DATA}")),
            },
            note="Of the Leontief law; away from the curve an^α = bd^β, more of the scarce factor alone does "
            "increase quality.",
        ),
    ),
)

FIRM = Section(
    MODEL,
    (
        Claim(
            "text:token-price",
            define=("eq:revenue", "eq:inverse-demand", "eq:leontief"),
            says=(r"R(n,d,t)=\left(\omega f(\min\{an^{\alpha},bd^{\beta}\})-\delta t\right)t",),
        ),
        Claim("eq:revenue", roles=DEFINED, define=("eq:inverse-demand",), derive="revenue"),
        Claim(
            "text:compute-purchased",
            define=(
                "eq:cost",
                "eq:training-cost",
                "eq:inference-cost",
                "eq:compute-price",
                "eq:training-flops",
                "eq:inference-flops",
            ),
            says=(r"C(n,d,t)=p_{c}(c_{\operatorname{train}}+c_{\inf})",),
        ),
        Claim("text:free-data", status="assumption"),
        Claim("eq:compute-price", roles=DEFINED),
        Claim("eq:training-flops", roles=DEFINED),
        Claim("eq:inference-flops", roles=DEFINED),
        Claim(
            "eq:training-cost",
            roles=DEFINED,
            define=("eq:training-cost", "eq:compute-price", "eq:training-flops"),
            says=(r"C_{\operatorname{train}}=p_{c}c_{\operatorname{train}}",),
        ),
        Claim(
            "eq:inference-cost",
            roles=DEFINED,
            define=("eq:inference-cost", "eq:compute-price", "eq:inference-flops"),
            says=(r"C_{\inf}=p_{c}c_{\inf}",),
        ),
        Claim("eq:cost", roles=DEFINED, define=("eq:training-cost", "eq:inference-cost"), derive="cost"),
        Claim(
            "eq:profit",
            roles=DEFINED,
            define=PROFIT[1:],
            derive="profit",
        ),
    ),
)

SECTIONS = (FIGURE, ELASTICITY, LAW, FIRM)

FINDINGS = (
    Finding(
        "The scaling law is said to have diminishing returns to scale, and is given for exponents up to 1",
        ("text:diminishing-scale", "eq:parameter-exponent-range"),
        "slip",
        so=r"returns to scale diminish for $\alpha<1$ and $\beta<1$; at $1$ they are constant",
    ),
    Finding(
        "Perfect complements: more of the scarce factor alone does increase quality",
        ("text:perfect-complements",),
        "slip",
        so=r"where $an^{\alpha}=bd^{\beta}$, neither factor alone increases it",
    ),
)
