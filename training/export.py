"""Writes a checkpoint in the app's weights format: `python3 -m training.export --net mobilenet-v2`.

Stores the running average of the weights as float16, reads it back and measures it at every running resolution. The
best one becomes the manifest's `resolution`, and its figures the manifest's `accuracy`.
"""
import argparse
import dataclasses
import hashlib
import itertools
import json
import subprocess
from pathlib import Path

import torch

from training import data, evaluate, networks, recipes, safetensors, train

LICENSE = "MIT; trained on Tiny ImageNet, whose terms allow research and teaching"


def export(name, arguments):
    """Writes public/weights/NAME-everyday64; returns the manifest."""
    checkpoint = torch.load(Path(arguments.runs) / name / "checkpoint.pt")
    folder = Path(arguments.out) / f"{name}-everyday64"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "weights.safetensors"
    safetensors.write(networks.folded(checkpoint["average"]), file)
    manifest = {
        "name": folder.name,
        "net": checkpoint["recipe"]["net"],
        "options": checkpoint["options"],
        "resolution": None,
        "mean": data.MEAN,
        "std": data.STD,
        "bytes": file.stat().st_size,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "license": LICENSE,
        "source": f"training/ at commit {_commit()}, Tiny ImageNet, 64 classes",
        "accuracy": None,
        "accuracyAt": None,
        "training": _training(name, checkpoint),
        "cost": None,
    }
    (folder / "labels.json").write_text(json.dumps(checkpoint["class_names"], indent=1) + "\n")
    return _write_measured(manifest, folder, arguments)


def measure(folder, arguments):
    """Measures an existing folder and updates the figures in its manifest; returns the manifest."""
    return _write_measured(json.loads((folder / "manifest.json").read_text()), folder, arguments)


def _write_measured(manifest, folder, arguments):
    net, options = manifest["net"], manifest["options"]
    held_out = data.load(arguments.data, arguments.runs).held_out
    found = evaluate.accuracy(net, options, safetensors.read(folder / "weights.safetensors"), held_out)
    resolution = max(found, key=lambda side: found[side])
    manifest["resolution"] = resolution
    manifest["accuracy"] = {"set": data.SPLIT_NAME, "images": len(held_out.labels), **_shares(found[resolution])}
    manifest["accuracyAt"] = {str(side): _shares(shares) for side, shares in found.items()}
    manifest["cost"] = _cost(networks.cost(net, options, resolution))
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return manifest


def _shares(shares):
    return {"top1": round(shares[0], 4), "top5": round(shares[1], 4)}


def _training(name, checkpoint):
    history, recipe, usual = checkpoint["history"], checkpoint["recipe"], dataclasses.asdict(recipes.RECIPES[name])
    start = checkpoint.get("start")
    command = f"python3 -m training.train --net {name}" + (f" --init {start['folder']}" if start else "")
    for option in train.RECIPE_OPTIONS:
        if recipe[option] != usual[option]:
            command += f" --{option.replace('_', '-')} {recipe[option]}"
    return {
        "command": command + ("" if checkpoint["teacher"] else " --no-teacher"),
        "epochs": checkpoint["done"],
        "plannedEpochs": recipe["epochs"],
        "finalEpochs": recipe["final_epochs"],
        "earlierPlans": checkpoint.get("plans", []),
        "hours": round(sum(entry["seconds"] for entry in history) / 3600, 2),
        "teacher": "EfficientNet-Lite0 (ImageNet)" if checkpoint["teacher"] else None,
        **({"startedFrom": start} if start else {}),
    }


def _cost(reading):
    return {name: reading[name] for name in ("params", "macs", "memoryAccess")}


def _commit():
    """The last commit that touched the recipe."""
    command = ["git", "log", "-1", "--format=%h", "--", "training"]
    done = subprocess.run(command, cwd=networks.PROJECT, capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def parse(words):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--net", choices=list(recipes.RECIPES), nargs="+", help="recipes whose checkpoints to export")
    wanted.add_argument("--measure", type=Path, nargs="+", help="folders whose weights to measure again")
    parser.add_argument("--data", default="../shared/data/everyday64")
    parser.add_argument("--runs", default="training/runs")
    parser.add_argument("--out", default="public/weights")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args(words)


def main(words=None):
    arguments = parse(words)
    torch.set_num_threads(arguments.threads)
    manifests = (export(name, arguments) for name in arguments.net or [])
    measured = (measure(folder, arguments) for folder in arguments.measure or [])
    for manifest in itertools.chain(manifests, measured):
        accuracy = manifest["accuracy"]
        print(
            f"{manifest['name']}: {manifest['bytes']} bytes, at {manifest['resolution']} "
            f"top-1 {100 * accuracy['top1']:.2f} % top-5 {100 * accuracy['top5']:.2f} %"
        )


if __name__ == "__main__":
    main()
