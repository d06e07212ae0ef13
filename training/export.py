"""Writes a checkpoint as the app's weights format: `python3 -m training.export --net mobilenet-v2`.

The running average of the weights goes out as float16, is read back, and is measured at every running resolution;
the best one becomes the manifest's `resolution`, and its figures the manifest's `accuracy`.
"""
import argparse
import dataclasses
import hashlib
import json
import struct
import subprocess
from pathlib import Path

import torch

from training import data, evaluate, networks, recipes

LICENSE = "MIT; trained on Tiny ImageNet, whose terms allow research and teaching"


def export(name, arguments):
    """Writes public/weights/NAME-everyday64; returns the manifest."""
    checkpoint = torch.load(Path(arguments.runs) / name / "checkpoint.pt")
    folder = Path(arguments.out) / f"{name}-everyday64"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "weights.safetensors"
    write_safetensors(checkpoint["average"], file)
    held_out = data.load(arguments.data, arguments.runs).held_out
    net, options = checkpoint["recipe"]["net"], checkpoint["options"]
    found = evaluate.accuracy(net, options, evaluate.read_safetensors(file), held_out)
    resolution = max(found, key=lambda side: found[side])
    manifest = {
        "name": folder.name,
        "net": net,
        "options": options,
        "resolution": resolution,
        "mean": data.MEAN,
        "std": data.STD,
        "bytes": file.stat().st_size,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "license": LICENSE,
        "source": f"training/ at commit {_commit()}, Tiny ImageNet, 64 classes",
        "accuracy": {"set": data.SPLIT_NAME, "images": len(held_out.labels), **_shares(found[resolution])},
        "accuracyAt": {str(side): _shares(shares) for side, shares in found.items()},
        "training": _training(name, checkpoint),
        "cost": _cost(networks.cost(net, options, resolution)),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    (folder / "labels.json").write_text(json.dumps(checkpoint["class_names"], indent=1) + "\n")
    return manifest


def write_safetensors(state, file):
    """The floating-point tensors of a state dict as float16: length of the header, the header, the values."""
    header, parts, offset = {}, [], 0
    for name in sorted(state):
        if not state[name].is_floating_point():
            continue
        values = state[name].detach().half().contiguous()
        if not torch.isfinite(values).all():
            raise ValueError(f"export: {name} does not fit into float16")
        raw = values.numpy().astype("<f2").tobytes()
        header[name] = {"dtype": "F16", "shape": list(values.shape), "data_offsets": [offset, offset + len(raw)]}
        parts.append(raw)
        offset += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    Path(file).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def _shares(shares):
    return {"top1": round(shares[0], 4), "top5": round(shares[1], 4)}


def _training(name, checkpoint):
    history, recipe, usual = checkpoint["history"], checkpoint["recipe"], dataclasses.asdict(recipes.RECIPES[name])
    command = f"python3 -m training.train --net {name}"
    for option in ("epochs", "final_epochs", "rate"):
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
    parser.add_argument("--net", required=True, choices=list(recipes.RECIPES), nargs="+")
    parser.add_argument("--data", default="../shared/data/everyday64")
    parser.add_argument("--runs", default="training/runs")
    parser.add_argument("--out", default="public/weights")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args(words)


def main(words=None):
    arguments = parse(words)
    torch.set_num_threads(arguments.threads)
    for name in arguments.net:
        manifest = export(name, arguments)
        accuracy = manifest["accuracy"]
        print(
            f"{manifest['name']}: {manifest['bytes']} bytes, at {manifest['resolution']} "
            f"top-1 {100 * accuracy['top1']:.2f} % top-5 {100 * accuracy['top5']:.2f} %"
        )


if __name__ == "__main__":
    main()
