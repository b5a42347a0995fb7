r"""Formulas as the paper prints them, keyed by where they stand; rows of a display are joined by ``\\``."""

FORMULAS = {
    "2.1 inverse demand": r"p(t,q)=\omega f(q)-\delta t,",
    "2.1 linking": r"f_{\gamma}(q)=\frac{1}{\gamma}\left(1-q^{-\gamma}\right).",
    "2.1 density": r"1/q_{*}^{1+\gamma}",
    "2.1 exponent": r"-1<\gamma",
    "2.1 integral": r"f_{\gamma}(q)=\max_{t\geq 0}\frac{p(t,q)}{\omega}=\int_{0}^{q}\frac{1}{q_{*}^{1+\gamma}}"
    r"\,\mathrm{d}q_{*}.",
    "2.2 leontief": r"q(n,d)=\min\{an^{\alpha},bd^{\beta}\}",
    "2.2 range": r"0<\alpha\leq 1",
    "2.2 sigma": r"\sigma\approx.76",
    "2.3 problem": r"n^{*},d^{*},t^{*}=\operatorname*{argmax}_{n,d,t}\pi(n,d,t)\mathrel{\text{subject to}}"
    r"n\geq 0,d\geq 0,t\geq 0",
    "2.3 revenue": r"R(n,d,t)=p(t,q(n,d))t=\omega t\cdot f(q(n,d))-\delta t^{2}",
    "2.3 price": r"p_{c}=1/E",
    "2.3 training": r"C_{\operatorname{train}}=6nd/E",
    "2.3 inference": r"C_{\inf}=2nt/E",
    "2.3 cost": r"C(n,d,t)=C_{\operatorname{train}}+C_{\inf}=\frac{6nd+2nt}{E}.",
    "2.3 profit": r"\pi(n,d,t)=R(n,d,t)-C(n,d,t)=\omega t\cdot f(q(n,d))-\delta t^{2}-\frac{6nd+2nt}{E}.",
    "3 first order": r"0=\frac{\partial\pi(n,d,t^{*})}{\partial t}=\omega\cdot f(q(n,d))-2\delta t-\frac{2n}{E}.",
    "3 lemma 1": r"t^{*}(n,d)=\frac{1}{2\delta}\left(\omega\cdot f(q(n,d))-\frac{2n}{E}\right).",
    "3 two variables": r"\pi(n,d)=\pi(n,d,t^{*}(n,d))=\frac{1}{4\delta}\left(\omega\cdot f(q(n,d))"
    r"-\frac{2n}{E}\right)^{2}-\frac{6nd}{E}.",
    "3 lemma 2": r"a(n^{\prime})^{\alpha}=b(d^{\prime})^{\beta}",
    "3 lemma 2 proof": r"n^{\prime}=\left(b/a\right)^{1/\alpha}d^{\beta/\alpha}",
    "3 d": r"d=\left(\frac{a}{b}\right)^{1/\beta}n^{\alpha/\beta}=\rho n^{\alpha/\beta},",
    "3 rho": r"\rho\triangleq(a/b)^{1/\beta}",
    "3 one variable": r"\pi(n)=\pi(n,\rho n^{\alpha/\beta})=\frac{1}{4\delta}\left(\omega f(an^{\alpha})"
    r"-\frac{2n}{E}\right)^{2}-\frac{6\rho n^{1+\alpha/\beta}}{E}.",
    "3 equal exponents": r"\pi(n)=\pi(n,\rho n)=\frac{1}{4\delta}\left(\omega f(an^{\alpha})-\frac{2n}{E}\right)^{2}"
    r"-\frac{6\rho n^{2}}{E}.",
    "4.1 theorem 1": r"n^{*}=O\left(\left(\frac{E}{\rho a^{\gamma}}\right)^{1/(1+\alpha\gamma)}\right)\quad\quad\quad "
    r"d^{*}=O\left(\left(\frac{\rho^{\alpha\gamma}E}{a^{\gamma}}\right)^{1/(1+\alpha\gamma)}\right),",
    "4.1 hence": r"n^{*}=O\left(\frac{(Eb^{1/\alpha})^{1/(1+\alpha\gamma)}}{a^{1/\alpha}}\right)\quad\quad\quad "
    r"d^{*}=O\left(\left(\frac{E}{b^{\gamma}}\right)^{1/(1+\alpha\gamma)}\right).",
    "4.1 training": r"C^{*}_{\operatorname{train}}=O\left(a^{-\frac{2\gamma}{1+\alpha\gamma}}\left(\frac{E}{\rho}\right)"
    r"^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}\right)=O\left(\frac{(Eb^{1/\alpha})^{\frac{1-\alpha\gamma}"
    r"{1+\alpha\gamma}}}{a^{1/\alpha}}\right).",
    "4.1 range": r"E>1/(6\delta\rho)",
    "4.1 numbers": r"n^{*},d^{*}\lesssim E^{1.43}",
    "4.2 theorem 2": r"n^{*}=O\left(\frac{aE}{\rho}\right)=O\left(\frac{b^{1/\alpha}E}{a^{1/\alpha-1}}\right)"
    r"\quad\quad\quad d^{*}=O\left(aE\right).",
    "5 theorem 3": r"n^{*}=\left(\frac{D}{\rho}\right)^{\beta/\alpha}=\left(\frac{b}{a}\right)^{1/\alpha}D^{\beta/\alpha}.",
    "5 training": r"C^{*}_{\operatorname{train}}=\frac{6n^{*}D}{E}=\Theta\left(\frac{D^{1+\beta/\alpha}}"
    r"{\rho^{\beta/\alpha}E}\right)=\Theta\left(\frac{D^{1+\beta/\alpha}b^{1/\alpha}}{a^{1/\alpha}E}\right).",
    "6 trends": r"a\propto b\propto\sqrt{3^{t}}",
    "6 growth": r"\begin{aligned}C^{*}_{\operatorname{train}}(\gamma)&\lesssim\left(\frac{E}{\rho}\right)"
    r"^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}\cdot a^{-\frac{2\gamma}{1+\alpha\gamma}}\\ "
    r"\displaystyle&\displaystyle=\left(\frac{1.37^{t}}{1}\right)^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}\cdot"
    r"\left(\sqrt{3^{t}}\right)^{-\frac{2\gamma}{1+\alpha\gamma}}\\ "
    r"&=\left(1.37^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}\cdot 3^{-\frac{\gamma}{1+\alpha\gamma}}\right)^{t}.\end{aligned}",
    "6 linear": r"C^{*}_{\operatorname{train}}(-1)\lesssim\left(1.37^{\frac{1+\alpha}{1-\alpha}}\cdot 3^{\frac{1}{1-\alpha}}"
    r"\right)^{t}\approx 7.59^{t}.",
    "6 log": r"C^{*}_{\operatorname{train}}(0)\lesssim a^{2}E\propto\left(3\cdot 1.37\right)^{t}\approx 4.11^{t}.",
    "6 break-even": r"1.37^{\frac{1-\alpha\hat{\gamma}}{1+\alpha\hat{\gamma}}}\cdot 3^{-\frac{\hat{\gamma}}"
    r"{1+\alpha\hat{\gamma}}}=5,",
    "6 gamma": r"\hat{\gamma}\approx-0.77",
    "7.1 stalled": r"C^{*}_{\operatorname{train}}(-1)\lesssim\left(3^{\frac{1}{1-\alpha}}\right)^{t}\approx 4.66^{t}",
    "A zero": r"f_{0}(q)=\int_{1}^{q}\frac{1}{q_{*}}\,\mathrm{d}q_{*}=\ln(q)",
    "A gamma": r"f_{\gamma}(q)=\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}=-\frac{q_{*}^{-\gamma}}{\gamma}"
    r"\bigg]^{q}_{1}=\frac{1}{\gamma}\left(1-q^{-\gamma}\right)",
    "B.1 loss": r"\ell(n,d)=\ell_{*}+\frac{a}{n^{\alpha}}+\frac{b}{d^{\beta}}",
    "B.1 quality": r"q(n,d)=\frac{1}{\ell(n,d)-\ell_{*}}=\frac{1}{\frac{a}{n^{\alpha}}+\frac{b}{d^{\beta}}}.",
    "B.2 elasticity": r"\sigma=\frac{\mathrm{d}\ln(d/n)}{\mathrm{d}\ln(\operatorname{MRTS})}",
    "B.2 mrts": r"\operatorname{MRTS}=\frac{\partial q(n,d)/\partial n}{\partial q(n,d)/\partial d}",
    "B.2 implicit": r"0=\mathrm{d}\left(\frac{a}{n^{\alpha}}+\frac{b}{d^{\beta}}\right)=-a\alpha n^{-\alpha-1}\mathrm{d}n"
    r"-b\beta d^{-\beta-1}\mathrm{d}d\implies\mathrm{d}d=-\frac{a\alpha d^{\beta+1}}{b\beta n^{\alpha+1}}\mathrm{d}n,",
    "B.2 ratio": r"\mathrm{d}\ln\left(\frac{d}{n}\right)=\mathrm{d}(\ln(d)-\ln(n))=\frac{\mathrm{d}d}{d}"
    r"-\frac{\mathrm{d}n}{n}=\left(-\frac{a\alpha d^{\beta}}{b\beta n^{\alpha+1}}-\frac{1}{n}\right)\mathrm{d}n.",
    "B.2 partials": r"\begin{aligned}\frac{\partial q(n,d)}{\partial n}&=\frac{a\alpha}{n^{1+\alpha}(an^{-\alpha}"
    r"+bd^{-\beta})^{2}}\\ \frac{\partial q(n,d)}{\partial d}&=\frac{b\beta}{d^{1+\beta}(an^{-\alpha}+bd^{-\beta})^{2}}\\ "
    r"\operatorname{MRTS}&=\frac{a\alpha d^{1+\beta}}{b\beta n^{1+\alpha}},\end{aligned}",
    "B.2 mrts differential": r"\begin{aligned}\mathrm{d}\ln(\operatorname{MRTS})&=\mathrm{d}\ln(a\alpha d^{1+\beta})"
    r"-\mathrm{d}\ln(b\beta n^{1+\alpha})\\ &=\frac{\beta+1}{d}\mathrm{d}d-\frac{\alpha+1}{n}\mathrm{d}n\\ "
    r"&=-\left(\frac{a\alpha(\beta+1)d^{\beta}}{b\beta n^{\alpha+1}}+\frac{\alpha+1}{n}\right)\mathrm{d}n,\end{aligned}",
    "B.2 sigma": r"\sigma=\frac{\mathrm{d}\ln(d/n)}{\mathrm{d}\ln(\operatorname{MRTS})}=\frac{\left(-\frac{a\alpha d^{\beta}}"
    r"{b\beta n^{\alpha+1}}-\frac{1}{n}\right)\mathrm{d}n}{-\left(\frac{a\alpha(\beta+1)d^{\beta}}{b\beta n^{\alpha+1}}"
    r"+\frac{\alpha+1}{n}\right)\mathrm{d}n}=\frac{a\alpha d^{\beta}+b\beta n^{\alpha}}{a\alpha(\beta+1)d^{\beta}"
    r"+(\alpha+1)b\beta n^{\alpha}}.",
    "B.2 equal": r"\sigma=\frac{1}{1+\alpha}.",
    "B.2 alpha": r"\alpha=.31205",
    "C derivative": r"\pi^{\prime}(n)=\frac{\alpha\omega^{2}n^{-\alpha\gamma-1}}{2a^{\gamma}\gamma\delta}"
    r"-\frac{\alpha\omega^{2}n^{-2\alpha\gamma-1}}{2a^{2\gamma}\gamma\delta}+\left(\frac{1}{\gamma}-\alpha\right)"
    r"\frac{\omega n^{-\alpha\gamma}}{a^{\gamma}E\delta}+\left(\frac{1}{E\delta}-6\rho\right)\frac{2n}{E}"
    r"-\frac{\omega}{E\gamma\delta}.",
    "C first order": r"0=\underbrace{\frac{\alpha\omega{n^{*}}^{-\alpha\gamma-2}}{2a^{\gamma}\delta}}_{T_{1}}"
    r"\underbrace{\mathrel{-}\frac{\alpha\omega{n^{*}}^{-2\alpha\gamma-2}}{2a^{2\gamma}\delta}}_{T_{2}}"
    r"+\underbrace{\left(1-\alpha\gamma\right)\frac{{n^{*}}^{-\alpha\gamma-1}}{a^{\gamma}E\delta}}_{T_{3}}"
    r"+\underbrace{\left(\frac{1}{E\delta}-6\rho\right)\frac{2\gamma}{\omega E}}_{T_{4}}"
    r"\underbrace{\mathrel{-}\frac{{n^{*}}^{-1}}{E\delta}}_{T_{5}}",
    "C signs": r"T_{2},T_{5}<0",
    "C zero": r"\pi^{\prime}(n^{*})=0",
    "C multiplier": r"\gamma/(n^{*}\omega)",
    "C upper": r"\begin{aligned}0&\leq\frac{\alpha\omega{n^{*}}^{-\alpha\gamma-2}}{2a^{\gamma}\delta}+\left(1-\alpha\gamma"
    r"\right)\frac{{n^{*}}^{-\alpha\gamma-1}}{a^{\gamma}E\delta}+\left(\frac{1}{E\delta}-6\rho\right)\frac{2\gamma}{\omega E}\\"
    "\n"
    r"&=\left(\frac{\alpha\omega}{2a^{\gamma}\delta}+\frac{1-\alpha\gamma}{a^{\gamma}E\delta}\right){n^{*}}^{-(\alpha\gamma+1)}"
    r"+\left(\frac{1}{E\delta}-6\rho\right)\frac{2\gamma}{\omega E}.\end{aligned}",
    "C solved": r"\begin{aligned}-\left(\frac{1}{E\delta}-6\rho\right)\frac{2\gamma}{\omega E}\left(\frac{\alpha\omega}"
    r"{2a^{\gamma}\delta}+\frac{1-\alpha\gamma}{a^{\gamma}E\delta}\right)^{-1}&\leq{n^{*}}^{-(\alpha\gamma+1)}\\ "
    r"\implies{n^{*}}^{\alpha\gamma+1}&\leq\frac{\omega E}{2\gamma\delta a^{\gamma}}\left(6\rho-\frac{1}{E\delta}\right)^{-1}"
    r"\left(\frac{\alpha\omega}{2}+\frac{1-\alpha\gamma}{E}\right)\\ &=\frac{\omega E}{2\gamma\delta a^{\gamma}}\cdot"
    r"\frac{\alpha\omega E+2-2\alpha\gamma}{2E\left(6\rho-\frac{1}{E\delta}\right)}=O\left(\frac{E}{\rho a^{\gamma}}\right)."
    r"\end{aligned}",
    "C training": r"\begin{aligned}C^{*}_{\operatorname{train}}&=\frac{6n^{*}d^{*}}{E}\\ &=O\left(\left(\frac{E}"
    r"{\rho a^{\gamma}}\right)^{1/(\alpha\gamma+1)}\left(\frac{\rho^{\alpha\gamma}E}{a^{\gamma}}\right)^{1/(\alpha\gamma+1)}"
    r"\right)\\ &=O\left(a^{-1/\alpha}\left(\frac{E}{b^{1/\alpha}}\right)^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}\right).\qed"
    r"\end{aligned}",
    "D F": r"F\triangleq(f\circ q)(n)",
    "D F prime": r"F^{\prime}\triangleq(f\circ q)^{\prime}(n)",
    "D q": r"q(n)=an^{\alpha}",
    "D derivative": r"\pi^{\prime}(n)=\frac{\omega^{2}}{2\delta}FF^{\prime}-\frac{\omega}{\delta E}(F+F^{\prime}n)+\frac{2}{E}"
    r"\left(\frac{1}{\delta E}-6\rho\right)n.",
    "D log": r"F=\alpha\ln n+\ln a",
    "D log prime": r"F^{\prime}=\alpha/n",
    "D first order": r"\begin{aligned}\displaystyle 0=\pi^{\prime}(n)&\displaystyle=\frac{\alpha\omega^{2}}{2\delta}"
    r"\frac{\ln(an^{\alpha})}{n}-\frac{\omega}{\delta E}(\ln(an^{\alpha})+\alpha)+\frac{2}{E}\left(\frac{1}{\delta E}-6\rho"
    r"\right)n\\ \displaystyle\iff 0&\displaystyle=\frac{\alpha\omega^{2}}{2\delta}\frac{\ln(an^{\alpha})}{n^{2}}"
    r"-\frac{\omega}{\delta E}\frac{\ln(an^{\alpha})+\alpha}{n}+\frac{2}{E}\left(\frac{1}{\delta E}-6\rho\right)."
    r"\end{aligned}",
    "D maximum": r"\frac{\ln(an^{\alpha})}{n^{\alpha}}\leq\frac{a}{e}",
    "D bound": r"0\leq\frac{\alpha\omega^{2}a}{2\delta en^{2-\alpha}}-\frac{\omega}{\delta E}\frac{\ln(an^{\alpha})+\alpha}{n}"
    r"+\frac{2}{E}\left(\frac{1}{\delta E}-6\rho\right).",
    "D next": r"\begin{aligned}0&\leq\frac{\alpha\omega^{2}a}{2\delta en}-\frac{\omega(\ln(a)+\alpha)}{\delta En}+\frac{2}{E}"
    r"\left(\frac{1}{\delta E}-6\rho\right)\\ &=\frac{1}{n}\left(\frac{\alpha\omega^{2}a}{2\delta e}-\frac{\omega(\ln(a)"
    r"+\alpha)}{\delta E}\right)+\frac{2}{E}\left(\frac{1}{\delta E}-6\rho\right)\\ \implies-\frac{2}{E}\left("
    r"\frac{1}{\delta E}-6\rho\right)n&\leq\frac{\alpha\omega^{2}a}{2\delta e}-\frac{\omega(\ln(a)+\alpha)}{\delta E}\\ "
    r"\left(\frac{12\rho}{E}-\frac{2}{\delta E^{2}}\right)n&\leq\frac{\alpha\omega^{2}a}{2\delta e}-\frac{\omega(\ln(a)"
    r"+\alpha)}{\delta E}\\ \left(6\delta\rho-\frac{1}{E}\right)n&\leq\frac{\alpha\omega^{2}aE}{4e}-\frac{\omega(\ln(a)"
    r"+\alpha)}{2}.\end{aligned}",
    "D solved": r"n^{*}\leq\frac{\alpha\omega^{2}}{4e\left(6\delta\rho-\frac{1}{E}\right)}aE"
    r"-\frac{\omega}{2(6\delta\rho-\frac{1}{E})}(\ln(a)+\alpha).",
    "D training": r"C^{*}_{\operatorname{train}}=\frac{6n^{*}d^{*}}{E}=O\left(\frac{a^{2}E}{\rho}\right)"
    r"=O\left(\frac{b^{1/\alpha}E}{a^{1/\alpha-2}}\right).\qed",
}
