"""Networks as the app declares them: its command line writes a PyTorch module, which is imported from that file."""
import importlib.util
import json
import subprocess
from pathlib import Path

import torch
from torch import nn

PROJECT = Path(__file__).resolve().parent.parent


def emit(net, options, resolution, folder):
    """Writes the module of `net` for one input side into `folder`; returns the file.

    The side matters: 'same' padding of a strided layer depends on whether its input is even."""
    file = Path(folder) / f"network-{resolution}.py"
    if not file.exists():
        text = _net("torch", net, options, resolution)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return file


def cost(net, options, resolution):
    """The app's own cost reading: params, macs, memoryAccess and so on."""
    return json.loads(_net("cost", net, options, resolution, "--json"))


def load_module(file):
    """Imports a module file by its path; it defines Network, ID, OPTIONS and RESOLUTION."""
    specification = importlib.util.spec_from_file_location(Path(file).stem.replace("-", "_"), file)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def initialise(network):
    """He initialisation (fan out; fan in where no norm keeps the scale), and a classifier that starts undecided."""
    normed = any(isinstance(layer, nn.BatchNorm2d) for layer in network.modules())
    weighted = [layer for layer in network.modules() if isinstance(layer, (nn.Conv2d, nn.Linear))]
    for layer in weighted:
        nn.init.kaiming_normal_(layer.weight, mode="fan_out" if normed else "fan_in", nonlinearity="relu")
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
    nn.init.normal_(weighted[-1].weight, std=0.01)
    return network


def _net(verb, net, options, resolution, *more):
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    command = ["npm", "run", "-s", "net", "--", verb, net, *words, "--resolution", str(resolution), *more]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(f"networks: {' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout


def as_channels_last(network):
    return network.to(memory_format=torch.channels_last)
