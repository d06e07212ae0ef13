"""Classifies a few photographs with the shipped networks: `python3 -m training.photographs FILE...`.

Writes photographs.json. Unlike the 64-pixel training images, the photographs are sharp and large, like a webcam's
frames. The app's command line classifies them at each network's running resolution.
"""
import argparse
import json
import subprocess
from pathlib import Path

from training import networks, results

FILE = Path(__file__).parent / "photographs.json"
SAMPLES = [networks.PROJECT / "training/samples" / name for name in ("chelsea.png", "coffee.png")]


def guesses(manifest, files):
    """{photograph: the network's five best [label, probability], best first}."""
    words = [manifest["net"], "--weights", manifest["name"], "--top", "5", "--json", *map(str, files)]
    command = ["npm", "run", "-s", "net", "--", "classify", *words]
    done = subprocess.run(command, cwd=networks.PROJECT, capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(f"photographs: {' '.join(command)} failed: {done.stderr.strip()}")
    pairs = lambda entry: [[guess["label"], round(guess["probability"], 3)] for guess in entry["top"]]
    return {Path(entry["file"]).name: pairs(entry) for entry in json.loads(done.stdout)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="photographs besides the app's two samples")
    parser.add_argument("--weights", type=Path, default=networks.PROJECT / "public/weights")
    arguments = parser.parse_args()
    files = [file.resolve() for file in [*SAMPLES, *arguments.files]]
    found = {manifest["name"]: guesses(manifest, files) for manifest in results.read_manifests(arguments.weights)}
    FILE.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
