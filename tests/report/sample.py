"""A realistic run: a dozen formulas of the first paper with every kind of outcome and every optional part.

And one that means harm: too long, and made of what is markup somewhere.
"""

from __future__ import annotations

from symcheck.report import (
    Coordinate,
    Coverage,
    Finding,
    Math,
    Obligation,
    Paper,
    Record,
    Remark,
    Report,
    Step,
    Suggestion,
    Units,
    Witness,
)

STANDING = (
    Math(r"\alpha > 0", "alpha > 0"),
    Math(r"\delta > 0", "delta > 0"),
    Math("E > 0", "E > 0"),
    Math(r"\omega > 0", "omega > 0"),
)
SECTION_2 = "2.1 Consumer Behavior"
APPENDIX_C = "Appendix C: Proof of Poly-Quasilinear Demand Result (γ ≠ 0)"

LINKING = Record(
    label="eq:linking-function",
    place="§2.1, display 2",
    section=SECTION_2,
    printed=r"f_{\gamma}(q)=\frac{1}{\gamma}\left(1-q^{-\gamma}\right).",
    understood=r"f_{\gamma}(q) = \frac{1}{\gamma} \left(1 - q^{-\gamma}\right)",
    understood_typst="f_gamma (q) = 1/gamma (1 - q^(-gamma))",
    kind="definition",
    outcome="definition",
    how="fixes the linking function",
    given=(Math(r"\gamma \ne 0", "gamma != 0"),),
)
FAILING = Record(
    label="eq:linking-integral",
    place="§2.1, display 3",
    section=SECTION_2,
    printed=r"f_{\gamma}(q)=\max_{t\geq 0}\frac{p(t,q)}{\omega}"
    r"=\int_{0}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}.",
    understood=r"f_{\gamma}(q) = \int_{0}^{q} \frac{1}{q_*^{1+\gamma}} \, \mathrm{d}q_*",
    understood_typst="f_gamma (q) = integral_0^q 1/(q_*^(1+gamma)) dif q_*",
    kind="integral",
    outcome="fails",
    how="refuted at an exact point; both sides enclosed",
    derived=r"\int_{0}^{q} \frac{1}{q_*^{1+\gamma}} \, \mathrm{d}q_* = -\frac{q^{-\gamma}}{\gamma}",
    derived_typst="integral_0^q 1/(q_*^(1+gamma)) dif q_* = - q^(-gamma)/gamma",
    steps=(
        Step("antiderivative of the density", r"-\frac{q_*^{-\gamma}}{\gamma}", "- q_*^(-gamma)/gamma"),
        Step(
            "at the ends, for γ < 0",
            r"\left[-\frac{q_*^{-\gamma}}{\gamma}\right]_{0}^{q} = -\frac{q^{-\gamma}}{\gamma}",
            "lr([- q_*^(-gamma)/gamma])_0^q = - q^(-gamma)/gamma",
        ),
    ),
    given=(Math(r"-1 < \gamma", "-1 < gamma"), Math(r"\gamma \ne 0", "gamma != 0"), Math("q > 0", "q > 0")),
    obligations=(
        Obligation(
            latex=r"f_{\gamma}(q) = \int_{0}^{q} \frac{1}{q_*^{1+\gamma}} \, \mathrm{d}q_*",
            typst="f_gamma (q) = integral_0^q 1/(q_*^(1+gamma)) dif q_*",
            outcome="fails",
            rules=("witness", "integral.antiderivative", "enclosure"),
            certificate="eq-linking-integral.json",
            digest="sha256:5d0cb1b3a7e64c55e1f0",
            seconds=0.31,
        ),
    ),
    witness=Witness(
        (Coordinate(r"\gamma", "gamma", "-1/2"), Coordinate("q", "q", "4")),
        left="2",
        right="4",
        relation="=",
    ),
    suggestion=Suggestion(
        r"f_{\gamma}(q)=\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}",
        "f_gamma (q) = integral_1^q 1/(q_*^(1+gamma)) dif q_*",
        "The lower limit is 1, as in Appendix A; from 0 the integral diverges for γ ≥ 0.",
    ),
    certificate=("eq-linking-integral.json",),
    uses=("eq:linking-function",),
    note="Appendix A integrates from 1.",
    seconds=0.42,
)
QUALITY = Record(
    label="eq:leontief",
    place="§2.2, display 1",
    section="2.2 LLM Scaling",
    printed=r"q(n,d)=\min\{an^{\alpha},bd^{\beta}\}",
    understood=r"q(n, d) = \min\{a n^{\alpha}, b d^{\beta}\}",
    understood_typst="q(n, d) = min{a n^alpha, b d^beta}",
    kind="definition",
    outcome="definition",
)
COST = Record(
    label="eq:cost",
    place="§2.3, display 3",
    section="2.3 Profit Maximization Problem",
    printed=r"C(n,d,t)=C_{\operatorname{train}}+C_{\inf}=\frac{6nd+2nt}{E}.",
    understood=r"C(n, d, t) = C_{\operatorname{train}} + C_{\inf} = \frac{6 n d + 2 n t}{E}",
    understood_typst='C(n, d, t) = C_"train" + C_inf = (6 n d + 2 n t)/E',
    kind="equality",
    outcome="holds",
    how="normal form",
    given=STANDING[2:3],
    obligations=(
        Obligation(
            latex=r"\frac{6nd}{E} + \frac{2nt}{E} = \frac{6nd+2nt}{E}",
            typst="(6 n d)/E + (2 n t)/E = (6 n d + 2 n t)/E",
            outcome="holds",
            rules=("unfold", "field.normal"),
            certificate="eq-cost.json",
            digest="sha256:0a1b2c3d4e5f67890a1b",
        ),
    ),
    certificate=("eq-cost.json",),
)
OPTIMAL_T = Record(
    label="eq:t-star",
    place="Lemma 1",
    section="3 Behavior of Profit-Maximizing Firms",
    printed=r"t^{*}(n,d)=\frac{1}{2\delta}\left(\omega\cdot f(q(n,d))-\frac{2n}{E}\right).",
    understood=r"t^{*}(n, d) = \frac{1}{2 \delta} \left(\omega f(q(n, d)) - \frac{2 n}{E}\right)",
    understood_typst="t^* (n, d) = 1/(2 delta) (omega f(q(n, d)) - (2 n)/E)",
    kind="maximum",
    outcome="conditional",
    how="first-order condition and concavity; boundary case refuted",
    derived=r"t^{*}(n,d)=\max\left\{0, \frac{E\omega f(q(n,d)) - 2n}{2\delta E}\right\}",
    derived_typst="t^* (n, d) = max{0, (E omega f(q(n, d)) - 2 n)/(2 delta E)}",
    steps=(
        Step(
            "profit at fixed n and d",
            r"\pi(t)=\omega t f - \delta t^{2} - \frac{6nd+2nt}{E}",
            "pi(t) = omega t f - delta t^2 - (6 n d + 2 n t)/E",
        ),
        Step(
            "differentiate in t",
            r"\pi'(t)=\omega f - 2\delta t - \frac{2n}{E}",
            "pi'(t) = omega f - 2 delta t - (2 n)/E",
        ),
        Step(
            "solve the first-order condition on t ≥ 0",
            r"t = \frac{E\omega f - 2n}{2\delta E}",
            "t = (E omega f - 2 n)/(2 delta E)",
        ),
    ),
    given=STANDING[1:],
    conditions=(Math(r"\omega f(q(n,d)) \geq \frac{2n}{E}", "omega f(q(n, d)) >= (2 n)/E"),),
    obligations=(
        Obligation(
            latex=r"\omega f \ge \frac{2n}{E} \vdash \pi(t) \le \pi(t^*)",
            typst="omega f >= (2 n)/E tack.r pi(t) <= pi(t^*)",
            text="maximum, under the condition:",
            outcome="holds",
            rules=(
                "unfold",
                "deriv.mul",
                "deriv.pow",
                "deriv.add",
                "deriv.mul",
                "ring.normal",
                "gap.square",
                "gap.square",
            ),
            certificate="eq-t-star.json",
            digest="sha256:77aa01f3c0ffee7788aa",
            seconds=0.8,
        ),
        Obligation(
            latex=r"\vdash t^* \ge 0",
            typst="tack.r t^* >= 0",
            text="feasible without it:",
            outcome="fails",
            rules=("witness", "enclosure"),
            certificate="eq-t-star-2.json",
            digest="sha256:91bb01f3c0ffee7788aa",
        ),
    ),
    witness=Witness(
        (
            Coordinate(r"\omega", "omega", "1"),
            Coordinate(r"\delta", "delta", "1/2"),
            Coordinate("E", "E", "1"),
            Coordinate("f", "f", "1/3"),
            Coordinate("n", "n", "1"),
        ),
        left="[-1.66667, -1.66666]",
        right="0",
        relation="≥",
    ),
    suggestion=Suggestion(
        r"t^{*}(n,d)=\frac{1}{2\delta}\max\left\{0,\;\omega\cdot f(q(n,d))-\frac{2n}{E}\right\}",
        "t^* (n, d) = 1/(2 delta) max{0, omega f(q(n, d)) - (2 n)/E}",
    ),
    certificate=("eq-t-star.json", "eq-t-star-2.json"),
    uses=("eq:cost", "eq:profit"),
    seconds=1.1,
)
PROFIT_N = Record(
    label="eq:profit-one-variable",
    place="§3, display 6",
    section="3 Behavior of Profit-Maximizing Firms",
    printed=r"\pi(n)=\pi(n,\rho n)=\frac{1}{4\delta}\left(\omega f(an^{\alpha})-\frac{2n}{E}\right)^{2}"
    r"-\frac{6\rho n^{2}}{E}.",
    understood=r"\pi(n) = \pi(n, \rho n) = \frac{1}{4 \delta} \left(\omega f(a n^{\alpha}) - \frac{2 n}{E}\right)^{2}"
    r" - \frac{6 \rho n^{2}}{E}",
    understood_typst="pi(n) = pi(n, rho n) = 1/(4 delta) (omega f(a n^alpha) - (2 n)/E)^2 - (6 rho n^2)/E",
    kind="equality",
    outcome="holds",
    how="normal form after substitution",
    given=(*STANDING, Math(r"\alpha = \beta", "alpha = beta")),
    obligations=(
        Obligation(
            latex="", typst="", outcome="holds", rules=("unfold", "ring.normal"), digest="sha256:c0de00112233445566"
        ),
    ),
)
LINKING_APPENDIX = Record(
    label="eq:appendix-linking",
    place="Appendix A, display 1",
    section="Appendix A: Derivation of Inverse-Demand Linking Functions",
    printed=r"""\displaystyle f_{0}(q) &\displaystyle=\int_{1}^{q}\frac{1}{q_{*}}\,\mathrm{d}q_{*}=\ln(q) \\
\displaystyle f_{\gamma}(q) &\displaystyle=\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}
=-\frac{q_{*}^{-\gamma}}{\gamma}\bigg]^{q}_{1}=\frac{1}{\gamma}\left(1-q^{-\gamma}\right)""",
    understood=r"f_{0}(q) = \int_{1}^{q} \frac{1}{q_*} \, \mathrm{d}q_* = \ln(q)",
    understood_typst="f_0 (q) = integral_1^q 1/q_* dif q_* = ln(q)",
    kind="integral",
    outcome="holds",
    how="antiderivative, differentiated back; continuous on the interval",
    given=(Math("q > 0", "q > 0"),),
)
SIGMA = Record(
    label="eq:sigma-general",
    place="§B.2, display 7",
    section="Appendix B: Chinchilla Elasticity of Substitution",
    printed=r"\sigma=\frac{\mathrm{d}\ln(d/n)}{\mathrm{d}\ln(\operatorname{MRTS})}"
    r"=\frac{\left(-\frac{a\alpha d^{\beta}}{b\beta n^{\alpha+1}}-\frac{1}{n}\right)\mathrm{d}n}"
    r"{-\left(\frac{a\alpha(\beta+1)d^{\beta}}{b\beta n^{\alpha+1}}+\frac{\alpha+1}{n}\right)\mathrm{d}n}"
    r"=\frac{a\alpha d^{\beta}+b\beta n^{\alpha}}{a\alpha(\beta+1)d^{\beta}+(\alpha+1)b\beta n^{\alpha}}.",
    understood=r"\sigma(n, d) = \frac{a \alpha d^{\beta} + b \beta n^{\alpha}}"
    r"{a \alpha (\beta + 1) d^{\beta} + (\alpha + 1) b \beta n^{\alpha}}",
    understood_typst="sigma(n, d) = (a alpha d^beta + b beta n^alpha)"
    "/(a alpha (beta + 1) d^beta + (alpha + 1) b beta n^alpha)",
    kind="equality",
    outcome="holds",
    how="normal form; derivative rules",
    derived=r"\frac{a\alpha d^{\beta}+b\beta n^{\alpha}}{a\alpha\beta d^{\beta}+a\alpha d^{\beta}"
    r"+b\alpha\beta n^{\alpha}+b\beta n^{\alpha}}",
    derived_typst="(a alpha d^beta + b beta n^alpha)/(a alpha beta d^beta + a alpha d^beta"
    " + b alpha beta n^alpha + b beta n^alpha)",
    given=(Math("a > 0", "a > 0"), Math("b > 0", "b > 0"), Math("n > 0", "n > 0"), Math("d > 0", "d > 0")),
    uses=("eq:chinchilla",),
)
SIGMA_VALUE = Record(
    label="eq:sigma-value",
    place="§B.2, text after display 8",
    section="Appendix B: Chinchilla Elasticity of Substitution",
    printed=r"\sigma\approx.7622",
    understood=r"\sigma \approx 0.7622",
    understood_typst="sigma approx 0.7622",
    kind="rounding",
    outcome="holds",
    how="rational enclosure inside the rounding interval",
    obligations=(
        Obligation(
            latex=r"0.76215 \le \frac{1}{1.31205} < 0.76225",
            typst="0.76215 <= 1/1.31205 < 0.76225",
            outcome="holds",
            rules=("enclosure",),
            certificate="eq-sigma-value.json",
            digest="sha256:feed5eed",
        ),
    ),
)
DERIVATIVE = Record(
    label="eq:profit-derivative",
    place="Appendix C, display 1",
    section=APPENDIX_C,
    printed=r"\pi^{\prime}(n)=\frac{\alpha\omega^{2}n^{-\alpha\gamma-1}}{2a^{\gamma}\gamma\delta}"
    r"-\frac{\alpha\omega^{2}n^{-2\alpha\gamma-1}}{2a^{2\gamma}\gamma\delta}"
    r"+\left(\frac{1}{\gamma}-\alpha\right)\frac{\omega n^{-\alpha\gamma}}{a^{\gamma}E\delta}"
    r"+\left(\frac{1}{E\delta}-6\rho\right)\frac{2n}{E}-\frac{\omega}{E\gamma\delta}.",
    understood=r"\pi'(n) = \frac{\alpha \omega^{2} n^{-\alpha \gamma - 1}}{2 a^{\gamma} \gamma \delta}"
    r" - \frac{\alpha \omega^{2} n^{-2 \alpha \gamma - 1}}{2 a^{2 \gamma} \gamma \delta}"
    r" + \left(\frac{1}{\gamma} - \alpha\right) \frac{\omega n^{-\alpha \gamma}}{a^{\gamma} E \delta}"
    r" + \left(\frac{1}{E \delta} - 6 \rho\right) \frac{2 n}{E} - \frac{\omega}{E \gamma \delta}",
    understood_typst="pi'(n) = (alpha omega^2 n^(-alpha gamma - 1))/(2 a^gamma gamma delta)"
    " - (alpha omega^2 n^(-2 alpha gamma - 1))/(2 a^(2 gamma) gamma delta)"
    " + (1/gamma - alpha) (omega n^(-alpha gamma))/(a^gamma E delta)"
    " + (1/(E delta) - 6 rho) (2 n)/E - omega/(E gamma delta)",
    kind="derivative",
    outcome="holds",
    how="normal form; derivative rules",
    derived=r"\pi'(n) = \frac{\alpha\omega^{2}a^{-\gamma}n^{-\alpha\gamma-1}}{2\gamma\delta}"
    r" - \frac{\alpha\omega^{2}a^{-2\gamma}n^{-2\alpha\gamma-1}}{2\gamma\delta}"
    r" - \frac{\alpha\omega a^{-\gamma}n^{-\alpha\gamma}}{E\delta}"
    r" + \frac{\omega a^{-\gamma}n^{-\alpha\gamma}}{E\gamma\delta}"
    r" + \frac{2n}{E^{2}\delta} - \frac{12\rho n}{E} - \frac{\omega}{E\gamma\delta}",
    derived_typst="pi'(n) = (alpha omega^2 a^(-gamma) n^(-alpha gamma - 1))/(2 gamma delta)"
    " - (alpha omega^2 a^(-2 gamma) n^(-2 alpha gamma - 1))/(2 gamma delta)"
    " - (alpha omega a^(-gamma) n^(-alpha gamma))/(E delta) + (omega a^(-gamma) n^(-alpha gamma))/(E gamma delta)"
    " + (2 n)/(E^2 delta) - (12 rho n)/E - omega/(E gamma delta)",
    steps=(
        Step(
            "profit in one variable, with the linking function",
            r"\pi(n)=\frac{1}{4\delta}\left(\frac{\omega}{\gamma}\left(1-(an^{\alpha})^{-\gamma}\right)-\frac{2n}{E}\right)^{2}"
            r"-\frac{6\rho n^{2}}{E}",
            "pi(n) = 1/(4 delta) (omega/gamma (1 - (a n^alpha)^(-gamma)) - (2 n)/E)^2 - (6 rho n^2)/E",
        ),
        Step(
            "chain rule",
            r"\pi'(n)=\frac{1}{2\delta}\left(\frac{\omega}{\gamma}\left(1-(an^{\alpha})^{-\gamma}\right)-\frac{2n}{E}\right)"
            r"\left(\alpha\omega a^{-\gamma}n^{-\alpha\gamma-1}-\frac{2}{E}\right)-\frac{12\rho n}{E}",
            "pi'(n) = 1/(2 delta) (omega/gamma (1 - (a n^alpha)^(-gamma)) - (2 n)/E)"
            " (alpha omega a^(-gamma) n^(-alpha gamma - 1) - 2/E) - (12 rho n)/E",
        ),
    ),
    given=(*STANDING, Math(r"\gamma \ne 0", "gamma != 0"), Math("n > 0", "n > 0")),
    obligations=(
        Obligation(
            latex="",
            typst="",
            outcome="holds",
            rules=("unfold", "deriv.pow", "deriv.mul", "deriv.mul", "deriv.add", "power.merge", "ring.normal"),
            certificate="eq-profit-derivative.json",
            digest="sha256:3c9f2a71be4401d2aa10",
            seconds=2.5,
        ),
    ),
    certificate=("eq-profit-derivative.json",),
    uses=("eq:profit-one-variable", "eq:linking-function"),
    seconds=2.75,
)
EQUATION_1 = Record(
    label="eq:first-order",
    place="Appendix C, Eq. (1)",
    section=APPENDIX_C,
    printed=r"0=\underbrace{\frac{\alpha\omega{n^{*}}^{-\alpha\gamma-2}}{2a^{\gamma}\delta}}_{T_{1}}"
    r"\underbrace{\mathrel{-}\frac{\alpha\omega{n^{*}}^{-2\alpha\gamma-2}}{2a^{2\gamma}\delta}}_{T_{2}}"
    r"+\underbrace{\left(1-\alpha\gamma\right)\frac{{n^{*}}^{-\alpha\gamma-1}}{a^{\gamma}E\delta}}_{T_{3}}"
    r"+\underbrace{\left(\frac{1}{E\delta}-6\rho\right)\frac{2\gamma}{\omega E}}_{T_{4}}"
    r"\underbrace{\mathrel{-}\frac{{n^{*}}^{-1}}{E\delta}}_{T_{5}}",
    understood=r"0 = \frac{\alpha \omega {n^{*}}^{-\alpha \gamma - 2}}{2 a^{\gamma} \delta}"
    r" - \frac{\alpha \omega {n^{*}}^{-2 \alpha \gamma - 2}}{2 a^{2 \gamma} \delta}"
    r" + \left(1 - \alpha \gamma\right) \frac{{n^{*}}^{-\alpha \gamma - 1}}{a^{\gamma} E \delta}"
    r" + \left(\frac{1}{E \delta} - 6 \rho\right) \frac{2 \gamma}{\omega E} - \frac{{n^{*}}^{-1}}{E \delta}",
    understood_typst="0 = underbrace((alpha omega n_*^(-alpha gamma - 2))/(2 a^gamma delta), T_1)"
    " underbrace(- (alpha omega n_*^(-2 alpha gamma - 2))/(2 a^(2 gamma) delta), T_2)"
    " + underbrace((1 - alpha gamma) (n_*^(-alpha gamma - 1))/(a^gamma E delta), T_3)"
    " + underbrace((1/(E delta) - 6 rho) (2 gamma)/(omega E), T_4)"
    " underbrace(- (n_*^(-1))/(E delta), T_5)",
    kind="equality",
    outcome="holds",
    how="multiple of the first-order condition; normal form",
    given=(*STANDING, Math(r"\pi'(n^*) = 0", "pi'(n^*) = 0")),
    uses=("eq:profit-derivative",),
)
OPEN = Record(
    label="thm:poly-bound",
    place="Theorem 1",
    section=APPENDIX_C,
    printed=r"n^{*}=O\left(\left(\frac{E}{\rho a^{\gamma}}\right)^{1/(\alpha\gamma+1)}\right).",
    understood=r"n^{*} = O\left(\left(\frac{E}{\rho a^{\gamma}}\right)^{1 / (\alpha \gamma + 1)}\right)",
    understood_typst="n^* = O((E/(rho a^gamma))^(1/(alpha gamma + 1)))",
    kind="asymptotic",
    outcome="open",
    how="the constant that was tried does not do",
    owed=("the constant that was tried does not do", "rests on eq:first-order (open)"),
    note="The paper gives no constant.",
    obligations=(
        Obligation(
            latex=r"E \ge E_0 \vdash n^* \le K \left(\frac{E}{\rho a^\gamma}\right)^{1/(\alpha\gamma+1)}",
            typst="E >= E_0 tack.r n^* <= K (E/(rho a^gamma))^(1/(alpha gamma + 1))",
            outcome="open",
            reason="time limit of 20 s reached",
        ),
    ),
)
DENIED = Record(
    label="text:near-linear",
    place="Abstract, sentence 4",
    section="Abstract",
    printed=r"the optimal size grows at most linearly in $E$ for every $\gamma$",
    understood="",
    understood_typst="",
    kind="sentence",
    outcome="fails",
    how="the contrary is proved",
    quote=("the optimal size grows at most linearly in ", Math("E", "E"), " for every ", Math(r"\gamma", "gamma")),
    contrary=(Math(r"\frac{1}{1+\alpha\gamma} > 1", "1/(1 + alpha gamma) > 1"),),
    obligations=(
        Obligation(
            latex=r"\frac{1}{1+\alpha\gamma} > 1",
            typst="1/(1 + alpha gamma) > 1",
            text="the contrary",
            outcome="holds",
            against=True,
            rules=("combine",),
            certificate="near-linear_denied_1.certificate.json",
            digest="sha256:de11ed5eed",
        ),
    ),
)
SUFFERS = Record(
    label="eq:t-star-positive",
    place="§3, display 7",
    section="3 Behavior of Profit-Maximizing Firms",
    printed=r"t^{*}\geq 0",
    understood=r"t^{*} \geq 0",
    understood_typst="t^* >= 0",
    kind="inequality",
    outcome="conditional",
    how="rests on eq:t-star",
    conditions=OPTIMAL_T.conditions,
    uses=("eq:t-star",),
)
FINDINGS = (
    Finding(
        ("text:near-linear", "eq:linking-function"),
        ("text:near-linear",),
        "headline",
        ("The exponent of ", Math("E", "E"), " passes 1, which the abstract denies"),
        ("it is below 1 only for ", Math(r"\gamma > 0", "gamma > 0")),
        contradiction=True,
    ),
    Finding(
        ("eq:first-order",),
        ("eq:first-order",),
        "theorem",
        ("Equation (1) adds parameters to tokens",),
        (
            "they can be added once ",
            Math(r"\rho", "rho"),
            " is 1",
        ),
        units=True,
    ),
    Finding(("eq:linking-integral",), ("eq:linking-integral",), "step"),
    Finding(("eq:t-star",), ("eq:t-star",), "step", affected=("eq:t-star-positive",)),
)
UNITS = Units(
    checked=9,
    findings=(
        Remark(
            "eq:first-order",
            "Appendix C, Eq. (1)",
            (Math("n^{*}", "n^*"), " carries parameters, ", Math(r"\rho", "rho"), " tokens"),
            ("eq:cost",),
        ),
    ),
    fixed=(Remark("eq:linking-function", "§2.1, display 2", ("quality is a number",)),),
    unchecked=(Remark("thm:poly-bound", "Theorem 1", ("what O(…) hides has no unit",)),),
)
COVERAGE = (
    Coverage("Abstract", 2, 1, 0, ("Abstract, sentence 5 (text:near-quadratic)",)),
    Coverage(SECTION_2, 2, 2, 0),
    Coverage("3 Behavior of Profit-Maximizing Firms", 6, 6, 0),
    Coverage(APPENDIX_C, 4, 3, 1, unused=("Appendix C, Eq. 7 (eq:spare)",)),
)

SAMPLE = Report(
    paper=Paper(
        title="A Theory of Training Profit-Optimal LLMs",
        authors=("Sophie Hao", "William Merrill"),
        source="arXiv:2605.16430v3 [cs.LG] 11 Jun 2026",
        key="profit_optimal",
    ),
    claims=(
        DENIED, LINKING, FAILING, QUALITY, COST, OPTIMAL_T, SUFFERS, PROFIT_N, LINKING_APPENDIX, SIGMA, SIGMA_VALUE,
        DERIVATIVE, EQUATION_1, OPEN,
    ),
    findings=FINDINGS,
    coverage=COVERAGE,
    units=UNITS,
    versions={"symcheck": "0.1", "typst": "0.15.2"},
)  # fmt: skip

HOSTILE = (
    '# $x$ | _a_ *b* `c` \\input{/etc/passwd} {{ 7*7 }} <% x %> << y >> & < > ~ ^ % "q" [l](u)\n\n// /* -- \x1b[31m'
)
BARE = Record("eq:bare", "", "", "x=1", "", "", "equality", "open")
TERM = Math(r"\frac{\alpha\omega^{2}}{2\gamma\delta}", "(alpha omega^2)/(2 gamma delta)")
LONG = Math(" + ".join([TERM.latex] * 30), " + ".join([TERM.typst] * 30))
UNBREAKABLE = Math(rf"\frac{{{LONG.latex}}}{{2}}", f"({LONG.typst})/2")


def hostile() -> Report:
    """A run whose every text is ``HOSTILE`` and whose formulas fit no line."""
    point = tuple(Coordinate(rf"x_{{{i}}}", f"x_{i}", f"-12345/{i + 7}") for i in range(14))
    witness = Witness(point, left="[-1.66666666666667, -1.66666666666666]")
    goal = Obligation(
        *UNBREAKABLE, "open", HOSTILE, (HOSTILE,) * 3, digest="a" * 64, reason=HOSTILE, witness=Witness(point[:1])
    )
    record = Record(
        label="eq:" + "very-" * 30 + HOSTILE,
        place=HOSTILE,
        section=HOSTILE,
        printed=LONG.latex,
        understood=UNBREAKABLE.latex,
        understood_typst=UNBREAKABLE.typst,
        kind=HOSTILE,
        outcome="fails",
        how=HOSTILE,
        derived=LONG.latex,
        derived_typst=LONG.typst,
        steps=(Step(HOSTILE, *UNBREAKABLE), Step("", *LONG)),
        given=(TERM,) * 40,
        conditions=(UNBREAKABLE,),
        contrary=(UNBREAKABLE, TERM),
        obligations=(goal,),
        witness=witness,
        suggestion=Suggestion(*LONG, HOSTILE),
        certificate=(HOSTILE,),
        uses=(HOSTILE,),
        owed=(HOSTILE,),
        note=HOSTILE,
    )
    finding = Finding(
        (record.label, BARE.label), (record.label,), "headline", (HOSTILE, TERM), (HOSTILE,), True, False, (BARE.label,)
    )
    plain = Finding((record.label,), (record.label,), "slip", units=True)
    remarks = (Remark(record.label, HOSTILE, (HOSTILE, TERM), (HOSTILE,)),)
    paper = Paper(HOSTILE, (HOSTILE, ""), HOSTILE, "k")
    covered = (Coverage(HOSTILE, 3, 1, 1, (HOSTILE,)),)
    units = Units(1, remarks, remarks, remarks)
    return Report(paper, (record, BARE), (finding, plain), covered, units, {HOSTILE: HOSTILE})
