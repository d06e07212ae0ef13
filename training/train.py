"""Trains one network: `python3 -m training.train --net mobilenet-v2`. Can stop and resume between epochs.

The random numbers of an epoch are seeded by (seed, epoch, process), so a resumed run draws the same ones as an
uninterrupted run. Under torchrun, each process works on its share of every batch.
"""
import argparse
import dataclasses
import json
import math
import os
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import distributed

from training import data, networks, recipes, safetensors, teacher
from training.augment import Views, enlarge

# The fields of a recipe that the command line can override.
RECIPE_OPTIONS = ("epochs", "final_epochs", "resolution", "final_resolution", "batch", "optimiser", "rate", "weight_decay")


def main(words=None):
    arguments = parse(words)
    torch.set_num_threads(arguments.threads)
    world = int(os.environ.get("WORLD_SIZE", 1))
    if world > 1:
        distributed.init_process_group("gloo")
    try:
        return Run(arguments, recipe_of(arguments), int(os.environ.get("RANK", 0)), world).train()
    finally:
        if world > 1:
            distributed.destroy_process_group()


def parse(words):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--net", required=True, choices=list(recipes.RECIPES), help="a recipe in recipes.py")
    parser.add_argument("--module", help="a PyTorch module file to train instead of the one the app writes")
    add_common(parser)
    parser.add_argument("--epochs", type=int, help="default: the recipe's")
    parser.add_argument("--final-epochs", type=int, help="how many of them at the recipe's final resolution")
    parser.add_argument("--resolution", type=int, help="input side of most epochs")
    parser.add_argument("--final-resolution", type=int, help="input side of the last epochs")
    parser.add_argument("--batch", type=int, help="images a step, over all processes")
    parser.add_argument("--rate", type=float, help="peak learning rate; default: the recipe's")
    parser.add_argument("--optimiser", choices=["sgd", "adamw"])
    parser.add_argument("--weight-decay", type=float)
    parser.add_argument("--init", metavar="FOLDER", help="start from the weights in a folder of public/weights")
    parser.add_argument("--replan", action="store_true", help="resume although the plan of epochs or resolutions changed")
    parser.add_argument("--stop-after", type=int, help="stop after this many epochs; --resume continues")
    return parser.parse_args(words)


def add_common(parser):
    parser.add_argument("--data", default="../shared/data/everyday64", help="folder with train.zip, or Tiny ImageNet")
    parser.add_argument("--runs", default="training/runs", help="folder for caches, checkpoints and logs")
    parser.add_argument("--resume", action="store_true", help="continue from the last checkpoint, if there is one")
    parser.add_argument("--no-teacher", action="store_true", help="train on labels alone, without distillation")
    parser.add_argument("--compile", action="store_true", help="use torch.compile, if PyTorch has it")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--seed", type=int, default=1)


def recipe_of(arguments):
    """The recipe with the changes of the command line."""
    changes = {name: getattr(arguments, name) for name in RECIPE_OPTIONS}
    changes = {name: value for name, value in changes.items() if value is not None}
    return dataclasses.replace(recipes.RECIPES[arguments.net], **changes)


class Run:
    """A training run: the state kept between epochs, and the loop over them."""

    def __init__(self, arguments, recipe, rank, world):
        self.arguments, self.recipe, self.rank, self.world = arguments, recipe, rank, world
        self.folder = Path(arguments.runs) / arguments.net
        self.folder.mkdir(parents=True, exist_ok=True)
        self.everyday = data.load(arguments.data, arguments.runs)
        self.maps = None if arguments.no_teacher else teacher.load(arguments.data, arguments.runs)
        self.options = {**recipe.options, "classes": len(self.everyday.wnids)}
        self.batch = recipe.batch // world
        self.steps = len(self.everyday.train.labels) // (self.batch * world)
        self.done, self.history, self.plans, self.resolution = 0, [], [], None
        torch.manual_seed(arguments.seed)
        self._at_resolution(self._resolution_of(0), networks.initialise)
        self.start = self._start_from(Path(arguments.init)) if arguments.init else None
        self.average = {name: value.clone() for name, value in self.network.state_dict().items()}
        if arguments.resume and (self.folder / "checkpoint.pt").exists():
            self._restore(torch.load(self.folder / "checkpoint.pt"))

    def train(self):
        """Runs the remaining epochs; returns the history, a dictionary per epoch."""
        last = min(self.recipe.epochs, self.arguments.stop_after or self.recipe.epochs)
        while self.done < last:
            self._at_resolution(self._resolution_of(self.done), None)
            started = time.time()
            loss = self._epoch()
            self.done += 1
            entry = {"epoch": self.done, "resolution": self.resolution, "loss": loss, "seconds": time.time() - started}
            if self.rank == 0:
                if self.done % 5 == 0 or self.done == self.recipe.epochs:
                    entry["top1"] = self._held_out_top1()
                self.history.append(entry)
                self._save()
                self._report(entry)
        return self.history

    def _resolution_of(self, epoch):
        final = epoch >= self.recipe.epochs - self.recipe.final_epochs
        return self.recipe.final_resolution if final else self.recipe.resolution

    def _at_resolution(self, resolution, initialise):
        """Builds the network for this input side, with the weights and optimiser state of the previous one."""
        if resolution == self.resolution:
            return
        before = None if self.resolution is None else (self.network.state_dict(), self.optimiser.state_dict())
        file = self.arguments.module
        if file is None and self.rank == 0:
            file = networks.emit(self.recipe.net, self.options, resolution, self.folder)
        if self.world > 1:
            distributed.barrier()
        file = file or self.folder / f"network-{resolution}.py"
        self.network = networks.load_module(file).Network()
        if self.recipe.training_norms:
            networks.with_training_norms(self.network)
        self.network = networks.as_channels_last(self.network)
        if initialise is not None:
            initialise(self.network)
        self.optimiser = _optimiser(self.network, self.recipe)
        if before is not None:
            self.network.load_state_dict(before[0])
            self.optimiser.load_state_dict(before[1])
        self.resolution = resolution
        self.stepped = self.network
        # Compiling takes minutes on a busy machine, which the few epochs at the final resolution do not make up for.
        if self.arguments.compile and hasattr(torch, "compile") and resolution == self.recipe.resolution:
            self.stepped = torch.compile(self.stepped, dynamic=False)
        if self.world > 1:
            self.stepped = torch.nn.parallel.DistributedDataParallel(self.stepped)

    def _epoch(self):
        shuffle = torch.Generator().manual_seed(self.arguments.seed * 100_003 + self.done)
        own_seed = (self.arguments.seed * 100_003 + self.done) * 1009 + self.rank
        torch.manual_seed(own_seed)  # for dropout, which uses the global generator
        views = Views(torch.Generator().manual_seed(own_seed))
        order = torch.randperm(len(self.everyday.train.labels), generator=shuffle)[self.rank :: self.world]
        self.network.train()
        total, started = 0.0, time.time()
        for step in range(self.steps):
            chosen = order[step * self.batch : (step + 1) * self.batch]
            loss = self._step(views, chosen, self.done * self.steps + step)
            total += loss
            if not math.isfinite(loss):
                raise ValueError(f"train: the loss of {self.arguments.net} is {loss} in epoch {self.done + 1}")
            if self.rank == 0 and step % 75 == 74:
                rate = (step + 1) * self.batch * self.world / (time.time() - started)
                print(f"  step {step + 1}/{self.steps} loss {total / (step + 1):.4f} {rate:.0f} images/s", flush=True)
        return total / self.steps

    def _step(self, views, chosen, index):
        maps = None if self.maps is None else self.maps[chosen]
        pixels, teacher_logits = views(self.everyday.train.images[chosen], self.resolution, maps)
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate * _schedule(index, self.steps, self.recipe.epochs)
        loss = loss_of(self.stepped(pixels), self.everyday.train.labels[chosen], teacher_logits)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimiser.step()
        self._follow(index)
        return loss.item()

    @torch.no_grad()
    def _follow(self, index):
        """Updates the running average of weights and batch norm statistics, which export writes."""
        decay = min(recipes.EMA_DECAY, (1 + index) / (10 + index))
        for name, value in self.network.state_dict().items():
            if value.is_floating_point():
                self.average[name].lerp_(value, 1 - decay)
            else:
                self.average[name].copy_(value)

    def _held_out_top1(self):
        file = self.arguments.module or self.folder / f"network-{self.resolution}.py"
        network = networks.as_channels_last(networks.load_module(file).Network())
        network.load_state_dict(networks.folded(self.average))
        logits = predict(network, self.everyday.held_out.images, self.resolution)
        return (logits.argmax(1) == self.everyday.held_out.labels).float().mean().item()

    def _save(self):
        state = {
            "recipe": dataclasses.asdict(self.recipe),
            "name": self.arguments.net,
            "options": self.options,
            "class_names": self.everyday.class_names,
            "teacher": self.maps is not None,
            "seed": self.arguments.seed,
            "start": self.start,
            "done": self.done,
            "history": self.history,
            "plans": self.plans,
            "resolution": self.resolution,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
        }
        data.save_atomically(state, self.folder / "checkpoint.pt")
        (self.folder / "history.json").write_text(json.dumps(self.history, indent=1))

    def _start_from(self, folder):
        """Loads shipped weights; returns the record of where they came from."""
        manifest = json.loads((folder / "manifest.json").read_text())
        if manifest["net"] != self.recipe.net or manifest["options"] != self.options:
            raise ValueError(f"train: {folder} is another network (got {manifest['net']}, wanted {self.recipe.net})")
        if self.recipe.training_norms:
            raise ValueError(f"train: the norms of {self.recipe.net} are folded in {folder}: it cannot start there")
        missing, unexpected = self.network.load_state_dict(safetensors.read(folder / "weights.safetensors"), strict=False)
        if unexpected or not all(name.endswith("num_batches_tracked") for name in missing):
            raise ValueError(f"train: {folder}: tensors do not match (missing {missing}, unexpected {unexpected})")
        before = manifest["training"]
        earlier = before.get("startedFrom", {"epochs": 0, "hours": 0})
        return {
            "folder": str(folder),
            "sha256": manifest["sha256"],
            "top1": manifest["accuracy"]["top1"],
            "source": manifest["source"],
            "command": before["command"],
            "epochs": before["epochs"] + earlier["epochs"],
            "hours": round(before["hours"] + earlier["hours"], 2),
        }

    def _restore(self, state):
        self.done, self.history, self.plans = state["done"], state["history"], state.get("plans", [])
        if self.start != state["start"]:
            raise ValueError(f"train: the checkpoint started elsewhere (got {state['start']}, wanted {self.start})")
        wanted = dataclasses.asdict(self.recipe)
        if state["recipe"] != wanted:
            plan = ("epochs", "final_epochs", "final_resolution")
            same = all(state["recipe"][name] == value for name, value in wanted.items() if name not in plan)
            if not (same and self.arguments.replan):
                raise ValueError(f"train: the checkpoint has another recipe (got {state['recipe']}, wanted {wanted})")
            # Record the earlier plan: the learning rate of the epochs so far followed it.
            self.plans.append({"done": self.done, **{name: state["recipe"][name] for name in plan}})
        self._at_resolution(state["resolution"], None)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]

    def _report(self, entry):
        # An epoch's cost is proportional to its number of pixels.
        cost = lambda epoch: self._resolution_of(epoch) ** 2
        seconds = entry["seconds"] / cost(self.done - 1) * sum(map(cost, range(self.done, self.recipe.epochs)))
        top1 = f" top-1 {100 * entry['top1']:.2f} %" if "top1" in entry else ""
        print(
            f"{self.arguments.net} epoch {self.done}/{self.recipe.epochs} at {self.resolution}: loss {entry['loss']:.4f}"
            f"{top1} in {entry['seconds']:.0f} s, about {seconds / 60:.0f} min left",
            flush=True,
        )


def loss_of(logits, labels, teacher_logits):
    """Cross entropy with label smoothing, mixed with the divergence from the teacher's softened prediction."""
    hard = F.cross_entropy(logits, labels, label_smoothing=recipes.SMOOTHING)
    if teacher_logits is None:
        return hard
    temperature = recipes.TEACHER_TEMPERATURE
    wanted = F.softmax(teacher_logits / temperature, 1)
    soft = F.kl_div(F.log_softmax(logits / temperature, 1), wanted, reduction="batchmean") * temperature**2
    return (1 - recipes.TEACHER_SHARE) * hard + recipes.TEACHER_SHARE * soft


@torch.no_grad()
def predict(network, images, resolution, batch=200):
    """Logits (n, classes) of uint8 images resized to `resolution`."""
    network.eval()
    return torch.cat([network(enlarge(part, resolution)) for part in images.split(batch)])


def _schedule(index, steps, epochs):
    """The learning rate as a fraction of its peak: linear warm-up, then a cosine to zero."""
    warm_up = min(recipes.WARM_UP_EPOCHS, epochs / 4) * steps
    if index < warm_up:
        return (index + 1) / warm_up
    return 0.5 * (1 + math.cos(math.pi * (index - warm_up) / (steps * epochs - warm_up)))


def _optimiser(network, recipe):
    """Decays only matrices, not norms, biases or depthwise filters, which have few weights each."""
    decayed, free = [], []
    for parameter in network.parameters():
        depthwise = parameter.dim() == 4 and parameter.shape[1] == 1
        (free if parameter.dim() == 1 or depthwise else decayed).append(parameter)
    groups = [{"params": decayed, "weight_decay": recipe.weight_decay}, {"params": free, "weight_decay": 0.0}]
    if recipe.optimiser == "adamw":
        return torch.optim.AdamW(groups, lr=recipe.rate)
    return torch.optim.SGD(groups, lr=recipe.rate, momentum=0.9, nesterov=True)


if __name__ == "__main__":
    main()
