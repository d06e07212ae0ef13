"""Top-1 and top-5 on the held-out images at several running resolutions.

    python3 -m training.evaluate public/weights/mobilenet-v2-everyday64
    python3 -m training.evaluate training/runs/mobilenet-v2/checkpoint.pt

A folder is measured the way the app reads it: float16 tensors, loaded by name into the module that the app writes.
"""
import argparse
import json
import tempfile
from pathlib import Path

import torch

from training import data, networks, safetensors, train

RESOLUTIONS = (64, 80, 96, 112, 128)


def accuracy(net, options, state, held_out, resolutions=RESOLUTIONS):
    """{resolution: (top-1, top-5)} as fractions of the held-out images."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for resolution in resolutions:
            logits = train.predict(_network(net, options, state, resolution, folder), held_out.images, resolution)
            hits = logits.topk(5, 1).indices == held_out.labels.unsqueeze(1)
            found[resolution] = (hits[:, 0].float().mean().item(), hits.any(1).float().mean().item())
    return found


def read_any(path):
    """(net, options, state) of a weights folder or a checkpoint."""
    path = Path(path)
    if path.is_dir():
        manifest = json.loads((path / "manifest.json").read_text())
        return manifest["net"], manifest["options"], safetensors.read(path / "weights.safetensors")
    checkpoint = torch.load(path)
    return checkpoint["recipe"]["net"], checkpoint["options"], networks.folded(checkpoint["average"])


def _network(net, options, state, resolution, folder):
    network = networks.load_module(networks.emit(net, options, resolution, folder)).Network()
    missing, unexpected = network.load_state_dict(state, strict=False)
    # PyTorch counts batches in each norm; the app's files leave the counts out.
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise ValueError(f"evaluate: {net}: tensors do not match (missing {missing}, unexpected {unexpected})")
    return networks.as_channels_last(network)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", nargs="+", help="a folder of public/weights, or a checkpoint.pt")
    parser.add_argument("--data", default="../shared/data/everyday64")
    parser.add_argument("--runs", default="training/runs")
    parser.add_argument("--resolutions", type=int, nargs="+", default=RESOLUTIONS)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    held_out = data.load(arguments.data, arguments.runs).held_out
    for path in arguments.path:
        for resolution, (top1, top5) in accuracy(*read_any(path), held_out, arguments.resolutions).items():
            print(f"{path} at {resolution}: top-1 {100 * top1:.2f} % top-5 {100 * top5:.2f} %", flush=True)


if __name__ == "__main__":
    main()
