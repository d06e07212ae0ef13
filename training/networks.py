"""Networks as the app declares them: its command line writes a PyTorch module, and this imports it."""
import importlib.util
import json
import subprocess
from pathlib import Path

import torch
from torch import nn

PROJECT = Path(__file__).resolve().parent.parent


def emit(net, options, resolution, folder):
    """Writes the module of `net` for one input side into `folder`; returns the file.

    The side matters: the 'same' padding of a strided layer depends on whether its input is even."""
    file = Path(folder) / f"network-{resolution}.py"
    if not file.exists():
        text = _net("torch", net, options, resolution)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return file


class NormedConvolution(nn.Conv2d):
    """A convolution with a batch norm that exists only in training; `folded` merges the two."""

    def __init__(self, plain):
        super().__init__(
            plain.in_channels,
            plain.out_channels,
            plain.kernel_size,
            plain.stride,
            plain.padding,
            groups=plain.groups,
        )
        self.load_state_dict(plain.state_dict())
        self.training_norm = nn.BatchNorm2d(plain.out_channels)

    def forward(self, input):
        return self.training_norm(super().forward(input))


def with_training_norms(network):
    """Adds a batch norm after every convolution, in place, for networks published before batch norm was common."""
    for parent in list(network.modules()):
        for name, layer in list(parent.named_children()):
            if type(layer) is nn.Conv2d:
                setattr(parent, name, NormedConvolution(layer))
    return network


def folded(state):
    """The state dict with training norms folded into their convolutions, which computes the same in evaluation."""
    plain = {name: value for name, value in state.items() if ".training_norm." not in name}
    for statistic in state:
        if not statistic.endswith(".training_norm.running_var"):
            continue
        convolution = statistic.removesuffix(".training_norm.running_var")
        norm = lambda name: state[f"{convolution}.training_norm.{name}"].double()
        scale = norm("weight") / (norm("running_var") + nn.BatchNorm2d(1).eps).sqrt()
        weight, bias = state[f"{convolution}.weight"], state[f"{convolution}.bias"]
        plain[f"{convolution}.weight"] = (weight.double() * scale.view(-1, 1, 1, 1)).to(weight.dtype)
        plain[f"{convolution}.bias"] = ((bias.double() - norm("running_mean")) * scale + norm("bias")).to(bias.dtype)
    return plain


def cost(net, options, resolution):
    """The app's cost reading: params, macs, memoryAccess and so on."""
    return json.loads(_net("cost", net, options, resolution, "--json"))


def load_module(file):
    """Imports a module file, which defines Network, ID, OPTIONS and RESOLUTION."""
    specification = importlib.util.spec_from_file_location(Path(file).stem.replace("-", "_"), file)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def initialise(network):
    """Initialises after He (fan out; fan in where no norm keeps the scale), with a classifier that starts near zero."""
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
