"""Writes what PyTorch computes with the published weights: `python3 -m training.published_logits PACKAGE PACKAGE`.

The packages are those of published.py, in its order. The image is made of numbers, so that the app's tests can make the
same one; tools/publishedWeights.test.ts compares. Needs torchvision.
"""
import io
import json
import pickle
import sys
from pathlib import Path

import torch
import torchvision
from torch.nn import functional as F

from training.published import FOLDERS, PROJECT, checked, member_of

FILE = PROJECT / "tools/fixtures/publishedLogits.json"


def image(side):
    """1 x 3 x side x side, RGB, 0 to 255."""
    y, x = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    channels = [(x * (3 + c) + y * (7 - c) + (x * y) // 16 + 61 * c) % 256 for c in range(3)]
    return torch.stack(channels).float()[None]


def squeezenet(layers, pixels):
    """SqueezeNet 1.1 as the authors' deploy.prototxt has it: BGR, their means, pools that keep a last window."""

    def conv(x, name, **options):
        kernel, bias = (torch.from_numpy(values) for values in layers[name])
        return F.relu(F.conv2d(x, kernel.permute(3, 2, 0, 1), bias, **options))

    def fire(x, name):
        squeezed = conv(x, f"{name}/squeeze1x1")
        expanded = conv(squeezed, f"{name}/expand1x1"), conv(squeezed, f"{name}/expand3x3", padding=1)
        return torch.cat(expanded, 1)

    def pool(x):
        return F.max_pool2d(x, 3, 2, ceil_mode=True)

    means = torch.tensor([104.0, 117.0, 123.0])[:, None, None]
    x = pool(conv(pixels.flip(1) - means, "conv1", stride=2))
    x = pool(fire(fire(x, "fire2"), "fire3"))
    x = pool(fire(fire(x, "fire4"), "fire5"))
    for name in ("fire6", "fire7", "fire8", "fire9"):
        x = fire(x, name)
    return conv(x, "conv10").mean((2, 3))[0]


def mobilenet_v2(file, pixels):
    model = torchvision.models.mobilenet_v2()
    model.load_state_dict(torch.load(io.BytesIO(file)))
    mean, std = (torch.tensor(values)[:, None, None] for values in ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
    return model.eval()((pixels / 255 - mean) / std)[0]


def main():
    written = {}
    for (name, published), package in zip(FOLDERS.items(), sys.argv[1:], strict=True):
        file = checked(published.member, member_of(Path(package).read_bytes(), published.member), published.sha256)
        with torch.no_grad():
            if name == "squeezenet-imagenet":
                logits = squeezenet(pickle.loads(file), image(227))
            else:
                logits = mobilenet_v2(file, image(224))
        written[name] = [round(value, 5) for value in logits[::20].tolist()]
    FILE.write_text(json.dumps(written) + "\n")


if __name__ == "__main__":
    main()
