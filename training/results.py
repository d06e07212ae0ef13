"""Writes RESULTS.md, results.svg and the app's list of networks from the manifests: `python3 -m training.results`."""
import argparse
import json
from pathlib import Path

from training import networks

WIDTH, HEIGHT, GAP = 420, 300, 60
LEFT, RIGHT, TOP, BOTTOM = 50, 90, 30, 45
AIM, AIM_OF_THE_BEST = 0.55, 0.62
CATS = ("tabby cat", "Persian cat")
RIGHT_LABELS = {"chelsea.png": CATS, "cat_720p.jpg": CATS, "coffee.png": ("espresso",)}


def read_manifests(folder):
    """The manifests of the networks trained here, best top-1 first."""
    manifests = [json.loads(file.read_text()) for file in sorted(Path(folder).glob("*/manifest.json"))]
    trained = [manifest for manifest in manifests if "training" in manifest]
    return sorted(trained, key=lambda manifest: -manifest["accuracy"]["top1"])


def listed(manifests, before):
    """The app's list of weights folders: first the others in it, which the app starts with, then ours, best first."""
    own = [manifest["name"] for manifest in manifests]
    return [name for name in before if name not in own] + own


def table(manifests):
    """The page, with a row for each network."""
    below = sum(manifest["accuracy"]["top1"] < AIM for manifest in manifests)
    lines = [
        "# Results",
        "",
        "Written by `python3 -m training.results` from the manifests in public/weights. Accuracy is on the 3,200 images",
        "(50 a class) that training never saw, of Tiny ImageNet's 64 everyday classes, measured on the float16 file at",
        "the running resolution: the best of those in the table. MACs are multiply-adds; memory access is in elements read",
        "and written. Hours are of one or two processor cores shared with other work; '24 + 4' epochs are a run of 24, and",
        "one of 4 that started from its weights by the command shown.",
        "",
        "The running resolution was chosen on these same images, and the teacher had seen ImageNet, whose training",
        "images Tiny ImageNet is drawn from; both flatter the figures a little.",
        "",
        "Through the app's own engine (`npm run net -- classify`, all 3,200 images, tools/trainedWeights.test.ts) each",
        "figure comes out the same within 0.5 points.",
        "",
        f"The aim is {100 * AIM:.0f} % for every network, which {below or 'none'} of {len(manifests)} miss, and {100 * AIM_OF_THE_BEST:.0f} % for the best. They were",
        "trained for different numbers of epochs, with different batches, rates and optimisers, so their order does not rank the",
        "designs. Whoever was trained longer came out better so far, and a few last epochs at the running resolution gave most.",
        "",
        "| network | params | resolution | MACs | memory access | top-1 | top-5 | top-1 at 64 / 80 / 96 / 112 / 128 | epochs | hours | command |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    lines += [_row(manifest) for manifest in manifests]
    return "\n".join([*lines, "", "![Accuracy against MACs and against memory access](results.svg)", ""])


def photographs(manifests, found):
    """The section on photographs, from photographs.json."""
    lines = [
        "## Photographs",
        "",
        "Not thumbnails but large sharp photographs, through the app's command line. Each cell has the best three of the",
        "network's guesses, and the place of the right class among all five, if it is there. Of these photographs only",
        "the cats and the cup show one of the 64 classes; the others show what a network says of things it was never",
        "taught. Written by `python3 -m training.photographs FILE...`.",
        "",
    ]
    names = sorted({name for guesses in found.values() for name in guesses})
    lines += [f"| network | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for manifest in manifests:
        guesses = found.get(manifest["name"], {})
        cells = [_guess(guesses.get(name, []), RIGHT_LABELS.get(name, ())) for name in names]
        lines.append(f"| {manifest['name']} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _guess(pairs, right):
    best = ", ".join(f"{label} {100 * probability:.0f} %" for label, probability in pairs[:3])
    places = [place for place, (label, _) in enumerate(pairs, 1) if label in right]
    if not right:
        return best
    return f"{best} (right: {places[0]}.)" if places else f"{best} (wrong)"


def plot(manifests):
    """Top-1 against MACs (left) and against memory access (right), as SVG text."""
    height = TOP + HEIGHT + BOTTOM
    width = 2 * (LEFT + WIDTH + RIGHT) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="11">',
        "<title>Top-1 accuracy of the trained networks against multiply-adds and against memory access</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    parts += _panel(manifests, "macs", "million multiply-adds (MACs)", LEFT)
    parts += _panel(manifests, "memoryAccess", "memory access, million elements", 2 * LEFT + WIDTH + RIGHT + GAP)
    return "\n".join([*parts, "</svg>", ""])


def _row(manifest):
    training, cost, accuracy = manifest["training"], manifest["cost"], manifest["accuracy"]
    sides = " / ".join(f"{100 * shares['top1']:.1f}" for shares in manifest["accuracyAt"].values())
    start = training.get("startedFrom", {"epochs": 0, "hours": 0})
    done, planned = training["epochs"], training["plannedEpochs"]
    epochs = str(done) if done == planned else f"{done} of {planned}"
    cells = [
        manifest["name"],
        f"{cost['params']:,}",
        str(manifest["resolution"]),
        f"{cost['macs'] / 1e6:.1f} M",
        f"{cost['memoryAccess'] / 1e6:.2f} M",
        f"{100 * accuracy['top1']:.2f} %",
        f"{100 * accuracy['top5']:.2f} %",
        sides,
        f"{start['epochs']} + {epochs}" if start["epochs"] else epochs,
        f"{start['hours'] + training['hours']:.2f}",
        f"`{training['command']}`",
    ]
    return f"| {' | '.join(cells)} |"


def _panel(manifests, key, title, left):
    values = [manifest["cost"][key] / 1e6 for manifest in manifests]
    tops = [100 * manifest["accuracy"]["top1"] for manifest in manifests]
    limit = max(values, default=1) * 1.08
    low, high = 5 * (min(tops, default=50) // 5), 5 * (max(tops, default=60) // 5 + 1)
    x = lambda value: left + WIDTH * value / limit
    y = lambda top: TOP + HEIGHT * (high - top) / (high - low)
    parts = [
        f'<path d="M{left} {TOP}V{TOP + HEIGHT}H{left + WIDTH}" fill="none" stroke="#555"/>',
        f'<text x="{left + WIDTH / 2}" y="{TOP + HEIGHT + 38}" text-anchor="middle">{title}</text>',
        f'<text x="{left}" y="{TOP - 12}" text-anchor="middle">top-1, %</text>',
    ]
    for step in range(6):
        value = limit * step / 5
        parts.append(f'<text x="{x(value):.1f}" y="{TOP + HEIGHT + 16}" text-anchor="middle">{value:.3g}</text>')
    for top in range(int(low), int(high) + 1, 5):
        parts.append(f'<path d="M{left} {y(top):.1f}h{WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 6}" y="{y(top) + 4:.1f}" text-anchor="end">{top}</text>')
    for manifest, value, top in zip(manifests, values, tops):
        label = manifest["name"].removesuffix("-everyday64")
        parts.append(f'<circle cx="{x(value):.1f}" cy="{y(top):.1f}" r="4" fill="#0072B2"/>')
        parts.append(f'<text x="{x(value) + 7:.1f}" y="{y(top) + 4:.1f}">{label}</text>')
    return parts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, default=networks.PROJECT / "public/weights")
    arguments = parser.parse_args()
    manifests = read_manifests(arguments.weights)
    index = arguments.weights / "index.json"
    before = json.loads(index.read_text()) if index.exists() else []
    index.write_text(json.dumps(listed(manifests, before), indent=2) + "\n")
    folder = Path(__file__).parent
    page = table(manifests)
    if (folder / "photographs.json").exists():
        page += "\n" + photographs(manifests, json.loads((folder / "photographs.json").read_text()))
    (folder / "RESULTS.md").write_text(page)
    (folder / "results.svg").write_text(plot(manifests))


if __name__ == "__main__":
    main()
