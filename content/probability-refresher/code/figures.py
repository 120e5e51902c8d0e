"""Draws the figures of the course as SVG, in colors of the theme."""

from math import cos, log, pi, sin, sqrt

import tables
from dice import p_sum
from divergence import two_bumps
from normal import density

TEXT, MUTED = "var(--text, #22201b)", "var(--muted, #575042)"
PRIMARY, ACCENT = "var(--primary, #174b3f)", "var(--accent, #9a3412)"
PAPER, SURFACE, BORDER = "var(--background, #fdfbf5)", "var(--surface, #f5f0e3)", "var(--border, #a0967f)"


def save(name, width, height, parts):
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    (tables.COURSE / "figures" / f"{name}.svg").write_text("\n".join([head, *parts, "</svg>"]) + "\n", encoding="utf-8")


def points(xs, f, to_x, to_y):
    return " ".join(f"{to_x(x):.1f},{to_y(f(x)):.1f}" for x in xs)


def curve(coordinates, color, width=5, dash=""):
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{coordinates}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"{dashed}/>'


def area(coordinates, color, opacity):
    return f'<polygon points="{coordinates}" fill="{color}" fill-opacity="{opacity}"/>'


def line(x1, y1, x2, y2, color=MUTED, width=3, dash=""):
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" stroke-width="{width}" stroke-linecap="round"{dashed}/>'


def text(x, y, words, color=TEXT, size=28, anchor="middle", weight=400, style=""):
    slanted = ' font-style="italic"' if style else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{color}"{slanted}>{words}</text>'


def steps(low, high, n):
    return [low + (high - low) * i / n for i in range(n + 1)]


def mass_and_density():
    parts = [text(270, 36, "Discrete: heights are probabilities", weight=600), text(830, 36, "Continuous: areas are probabilities", weight=600)]
    base, scale = 400, 1900
    for x, p in p_sum.items():
        height = float(p) * scale
        color, opacity = (ACCENT, 1) if x in (6, 7, 8) else (PRIMARY, 0.45)
        parts.append(f'<rect x="{270 + (x - 7) * 42 - 15}" y="{base - height:.1f}" width="30" height="{height:.1f}" fill="{color}" fill-opacity="{opacity}"/>')
        parts.append(text(270 + (x - 7) * 42, base + 34, x, MUTED, 24))
    middle = float(p_sum[6] + p_sum[7] + p_sum[8])
    parts += [line(30, base, 510, base), text(270, 486, f"6, 7, or 8: {middle:.3f}", ACCENT, 30, weight=600)]
    to_x, to_y = lambda x: 830 + 70 * x, lambda y: base - y * 800
    inside = steps(-1, 1, 60)
    parts.append(area(f"{to_x(-1)},{base} " + points(inside, density, to_x, to_y) + f" {to_x(1)},{base}", ACCENT, 0.8))
    parts += [curve(points(steps(-3.4, 3.4, 160), density, to_x, to_y), PRIMARY), line(590, base, 1070, base)]
    parts += [text(to_x(k), base + 34, label, MUTED, 24) for k, label in ((-1, "μ − σ"), (0, "μ"), (1, "μ + σ"))]
    parts.append(text(830, 486, "within one σ: 0.683", ACCENT, 30, weight=600))
    save("mass-and-density", 1100, 500, parts)


def joint_and_marginals(rho=0.7, seen=1.2):
    """Contours of a bivariate normal, its marginals at the edges, and one conditional."""
    left, top, unit = 30, 130, 66
    to_x, to_y = lambda x: left + unit * (x + 3), lambda y: top + unit * (3 - y)
    parts = [f'<rect x="{left}" y="{top}" width="{6 * unit}" height="{6 * unit}" fill="{SURFACE}" stroke="{BORDER}" stroke-width="2"/>']
    for r, opacity in ((2.4, 0.14), (1.7, 0.2), (1.0, 0.3), (0.5, 0.4)):
        turn = [(r * cos(t), r * (rho * cos(t) + sqrt(1 - rho * rho) * sin(t))) for t in steps(0, 2 * pi, 90)]
        parts.append(f'<polygon points="{" ".join(f"{to_x(x):.1f},{to_y(y):.1f}" for x, y in turn)}" fill="{PRIMARY}" fill-opacity="{opacity}" stroke="{PRIMARY}" stroke-opacity="0.6" stroke-width="2"/>')
    grid = steps(-3, 3, 120)
    parts.append(curve(points(grid, density, to_x, lambda p: top - 8 - 220 * p), PRIMARY))
    edge = left + 6 * unit + 8
    parts.append(curve(" ".join(f"{edge + 220 * density(y):.1f},{to_y(y):.1f}" for y in grid), PRIMARY))
    mean, sigma = rho * seen, sqrt(1 - rho * rho)
    parts.append(line(to_x(seen), top, to_x(seen), top + 6 * unit, ACCENT, 4, "10 9"))
    parts.append(curve(" ".join(f"{edge + 220 * density(y, mean, sigma):.1f},{to_y(y):.1f}" for y in steps(-1.4, 3, 110)), ACCENT, 6, "2 11"))
    parts += [text(to_x(-1.9), top - 62, "p(x)", PRIMARY, 36, style="italic"), text(edge + 105, to_y(-1.25), "p(y)", PRIMARY, 36, style="italic")]
    parts.append(text(edge + 40, to_y(2.25), "p(y | x)", ACCENT, 36, "start", style="italic"))
    parts += [text(to_x(-2), to_y(1.7), "p(x, y)", TEXT, 36, style="italic"), text(to_x(seen), top + 6 * unit + 38, f"x = {seen}", ACCENT, 36, style="italic")]
    save("joint-and-marginals", 590, 580, parts)


def thousand_people():
    """One mark for each of 1000 people who are tested; filled marks are positive."""
    parts = []
    for i in range(1000):
        x, y = 22 + (i // 20) * 21.5, 22 + (i % 20) * 19.5
        if i < 9:
            parts.append(f'<rect x="{x - 8.5}" y="{y - 8.5}" width="17" height="17" fill="{ACCENT}"/>')
        elif i < 10:
            parts.append(f'<rect x="{x - 7}" y="{y - 7}" width="14" height="14" fill="none" stroke="{ACCENT}" stroke-width="3.5"/>')
        elif 20 <= i < 109:
            parts.append(f'<circle cx="{x}" cy="{y}" r="8" fill="{PRIMARY}"/>')
        else:
            parts.append(f'<circle cx="{x}" cy="{y}" r="4.5" fill="none" stroke="{MUTED}" stroke-opacity="0.7" stroke-width="1.5"/>')
    parts += [f'<rect x="20" y="431" width="22" height="22" fill="{ACCENT}"/>', text(54, 452, "9 ill, positive", ACCENT, 28, "start", 600)]
    parts += [f'<rect x="262" y="433" width="18" height="18" fill="none" stroke="{ACCENT}" stroke-width="4"/>', text(292, 452, "1 ill, missed", ACCENT, 28, "start")]
    parts += [f'<circle cx="490" cy="442" r="11" fill="{PRIMARY}"/>', text(512, 452, "89 false alarms", PRIMARY, 28, "start", 600)]
    parts += [f'<circle cx="765" cy="442" r="7" fill="none" stroke="{MUTED}" stroke-width="2"/>', text(783, 452, "901 rightly negative", MUTED, 28, "start")]
    save("thousand-people", 1100, 466, parts)


def kl_asymmetry(forward=(0.70, 2.30), reverse=(2.50, 0.80)):
    """The two Gaussians nearest to two bumps; their numbers are those that divergence.py finds."""
    parts = []
    panels = ((0, "Forward: KL(p ‖ q)", "q covers all of p", forward), (560, "Reverse: KL(q ‖ p)", "q settles on one bump", reverse))
    for left, title, remark, (m, s) in panels:
        to_x, to_y = lambda x: left + 270 + 38 * x, lambda y: 410 - 620 * y
        grid = steps(-6.2, 6.6, 200)
        outline = points(grid, two_bumps, to_x, to_y)
        parts.append(area(f"{to_x(-6.2):.1f},410 {outline} {to_x(6.6):.1f},410", PRIMARY, 0.22))
        parts.append(curve(outline, PRIMARY, 4))
        parts.append(curve(points(grid, lambda x: density(x, m, s), to_x, to_y), ACCENT, 6, "16 11"))
        parts += [line(left + 20, 410, left + 530, 410), text(left + 270, 36, title, TEXT, 30, weight=600), text(left + 270, 456, remark, ACCENT, 28)]
    parts += [text(160, 220, "p", PRIMARY, 34, style="italic"), text(286, 270, "q", ACCENT, 34, style="italic")]
    parts += [text(720, 220, "p", PRIMARY, 34, style="italic"), text(985, 150, "q", ACCENT, 34, style="italic")]
    save("kl-asymmetry", 1100, 470, parts)


def jensen(a=0.5, b=4.5, weight=0.5):
    """The logarithm lies above its chords: log of a mean, and mean of logs."""
    to_x, to_y = lambda x: 40 + 104 * x, lambda y: 300 - 150 * y
    x = weight * a + (1 - weight) * b
    mean_of_logs = weight * log(a) + (1 - weight) * log(b)
    parts = [line(30, 300, 570, 300), line(40, 540, 40, 30), curve(points(steps(0.22, 5, 140), log, to_x, to_y), PRIMARY, 6)]
    parts.append(line(to_x(a), to_y(log(a)), to_x(b), to_y(log(b)), ACCENT, 5, "14 10"))
    parts.append(line(to_x(x), to_y(mean_of_logs), to_x(x), to_y(log(x)), TEXT, 4))
    parts += [f'<circle cx="{to_x(at):.1f}" cy="{to_y(y):.1f}" r="10" fill="{color}"/>' for at, y, color in ((a, log(a), PRIMARY), (b, log(b), PRIMARY), (x, log(x), PRIMARY))]
    parts.append(f'<rect x="{to_x(x) - 10:.1f}" y="{to_y(mean_of_logs) - 10:.1f}" width="20" height="20" fill="{ACCENT}"/>')
    parts += [text(to_x(x) - 14, to_y(log(x)) - 24, "log E[X]", PRIMARY, 38, "end", 600), text(to_x(x) + 24, to_y(mean_of_logs) + 32, "E[log X]", ACCENT, 38, "start", 600)]
    parts += [text(to_x(a) + 24, to_y(log(a)) + 26, "a", TEXT, 38, style="italic"), text(to_x(b), to_y(log(b)) - 24, "b", TEXT, 38, style="italic")]
    save("jensen", 590, 560, parts)


def elbo_gap():
    """Three states of training: the bound rises to the log-likelihood, then both rise."""
    parts = []
    states = ((0.42, 0.66, "Before training"), (0.60, 0.66, "Better q: the gap closes"), (0.84, 0.88, "Better model: both rise"))
    for i, (bound, evidence, label) in enumerate(states):
        x, base, scale = 90 + i * 350, 400, 400
        b, e = base - bound * scale, base - evidence * scale
        parts.append(f'<rect x="{x}" y="{b:.1f}" width="130" height="{base - b:.1f}" fill="{PRIMARY}" fill-opacity="0.85"/>')
        parts.append(f'<rect x="{x}" y="{e:.1f}" width="130" height="{b - e:.1f}" fill="{ACCENT}" fill-opacity="0.25" stroke="{ACCENT}" stroke-width="3" stroke-dasharray="8 6"/>')
        parts.append(line(x - 20, e, x + 150, e, TEXT, 4))
        parts.append(text(x + 65, base - bound * scale / 2 + 10, "ELBO", PAPER, 30, weight=600))
        parts.append(text(x + 160, e + 4, "log p(x)", TEXT, 28, "start", style="italic"))
        parts.append(text(x + 160, (b + e) / 2 + (13 if i == 0 else 38), "gap: KL", ACCENT, 28, "start"))
        parts.append(text(x + 95, 450, label, TEXT, 28))
    parts.append(line(40, 400, 1070, 400))
    save("elbo-gap", 1100, 470, parts)


if __name__ == "__main__":
    for draw in (mass_and_density, joint_and_marginals, thousand_people, kl_asymmetry, jensen, elbo_gap):
        draw()
