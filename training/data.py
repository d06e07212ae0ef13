"""The 64 everyday classes of Tiny ImageNet, decoded once into one uint8 tensor.

Two layouts are read: the packed subset (`train.zip` with WNID/*.JPEG beside `classes.json`) and the official
Tiny ImageNet folder (train/WNID/images/*.JPEG), of which only the classes in `classes.json` are used.
"""
import argparse
import hashlib
import io
import json
import os
import random
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from PIL import Image

SIDE = 64
HELD_OUT_PER_CLASS = 50
SPLIT_SEED = 64
SPLIT_NAME = "Tiny ImageNet, 64 classes, 50 held-out training images a class"
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


@dataclass
class Split:
    """uint8 images (n, 3, 64, 64) and int64 labels (n), in the order of `names` (WNID/FILE)."""

    images: torch.Tensor
    labels: torch.Tensor
    names: list


@dataclass
class Everyday:
    """The data set: class names in label order, and the training and held-out images."""

    wnids: list
    class_names: list
    train: Split
    held_out: Split


def load(folder, runs):
    """Reads the data set in `folder`, with a cache file in `runs`; raises ValueError for an unknown layout."""
    folder, runs = Path(folder), Path(runs)
    classes = json.loads(_classes_file(folder).read_text())
    wnids = [entry["wnid"] for entry in classes]
    key = hashlib.sha256(f"{folder.resolve()} {SPLIT_SEED} {wnids}".encode()).hexdigest()[:12]
    cache = runs / f"data-{key}.pt"
    if cache.exists():
        parts = torch.load(cache)
    else:
        parts = _decode(folder, wnids)
        runs.mkdir(parents=True, exist_ok=True)
        save_atomically(parts, cache)
    return Everyday(wnids, [entry["name"] for entry in classes], Split(*parts[0]), Split(*parts[1]))


def save_atomically(value, path):
    """Calls torch.save so that the path holds either the old file or the whole new one."""
    partial = Path(f"{path}.{os.getpid()}.partial")
    torch.save(value, partial)
    os.replace(partial, path)


def held_out_files(files):
    """The 50 file names of a class that are never trained on: the same choice for any order of `files`."""
    ordered = sorted(files)
    count = min(HELD_OUT_PER_CLASS, len(ordered) // 2)
    # The class is part of the seed, so the choice does not depend on which classes are present.
    return set(random.Random(f"{SPLIT_SEED}/{ordered[0].split('_')[0]}").sample(ordered, count))


def _classes_file(folder):
    for candidate in (folder / "classes.json", Path(__file__).parent / "classes.json"):
        if candidate.exists():
            return candidate
    raise ValueError(f"data: no classes.json in {folder}")


def _decode(folder, wnids):
    read, files_of = _open_layout(folder)
    parts = ([], [], []), ([], [], [])
    for label, wnid in enumerate(wnids):
        files = sorted(files_of(wnid))
        if len(files) < 2:
            raise ValueError(f"data: too few images of {wnid} in {folder} (got {len(files)}, wanted 2 or more)")
        held_out = held_out_files(files)
        for file in files:
            images, labels, names = parts[file in held_out]
            pixels = numpy.asarray(Image.open(io.BytesIO(read(wnid, file))).convert("RGB"))
            if pixels.shape != (SIDE, SIDE, 3):
                raise ValueError(f"data: {wnid}/{file} has another size (got {pixels.shape}, wanted {SIDE}x{SIDE})")
            images.append(torch.from_numpy(pixels.transpose(2, 0, 1).copy()))
            labels.append(label)
            names.append(f"{wnid}/{file}")
    return [(torch.stack(images), torch.tensor(labels), names) for images, labels, names in parts]


def _open_layout(folder):
    """Returns two functions: one reads the bytes of an image, one lists the file names of a class."""
    packed = folder / "train.zip"
    if packed.exists():
        archive = zipfile.ZipFile(packed)
        files = {}
        for name in archive.namelist():
            if name.endswith(".JPEG"):
                wnid, file = name.split("/")
                files.setdefault(wnid, []).append(file)
        return lambda wnid, file: archive.read(f"{wnid}/{file}"), lambda wnid: files.get(wnid, [])
    if (folder / "train").is_dir():
        images = lambda wnid: folder / "train" / wnid / "images"
        return (
            lambda wnid, file: (images(wnid) / file).read_bytes(),
            lambda wnid: [path.name for path in images(wnid).glob("*.JPEG")],
        )
    raise ValueError(f"data: {folder} holds neither train.zip nor a train folder")


def main():
    """Writes the held-out images as PNG files, WNID/FILE.png, so that other programs can be measured on them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", default="../shared/data/everyday64")
    parser.add_argument("--runs", default="training/runs")
    parser.add_argument("--out", required=True, help="folder to write")
    arguments = parser.parse_args()
    held_out = load(arguments.data, arguments.runs).held_out
    for image, name in zip(held_out.images, held_out.names):
        path = (Path(arguments.out) / name).with_suffix(".png")
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image.permute(1, 2, 0).numpy()).save(path)
    print(f"wrote {len(held_out.names)} images to {arguments.out}")


if __name__ == "__main__":
    main()
