"""Trains the networks one after another, resuming each from its checkpoint, and exports each when it is done.

`python3 -m training.train_all --compile` trains all of them, `--only` some. Options of training.train that are not
about one network work here too. `--after COMMAND` runs a shell command after each export, with the network's name in
the variable NET.
"""
import argparse
import os
import subprocess
import sys

from training import networks, recipes, train


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", default=list(recipes.RECIPES), choices=list(recipes.RECIPES))
    parser.add_argument("--out", default="public/weights", help="folder for the exported networks")
    parser.add_argument("--after", help="shell command to run after each export")
    train.add_common(parser)
    arguments = parser.parse_args()
    own = {"only", "out", "after", "resume"}
    passed = [word for name, value in vars(arguments).items() if name not in own for word in _word(name, value)]
    failed = []
    for name in arguments.only:
        steps = [["training.train", "--resume", *passed]]
        places = ["--data", arguments.data, "--runs", arguments.runs, "--threads", str(arguments.threads)]
        steps.append(["training.export", "--out", arguments.out, *places])
        # Each step is a process, so that a failure or leaked memory does not affect the next network.
        if all(_run([sys.executable, "-m", *step, "--net", name]) for step in steps):
            if arguments.after:
                subprocess.run(arguments.after, shell=True, env={**os.environ, "NET": name}, cwd=networks.PROJECT)
        else:
            failed.append(name)
    if failed:
        sys.exit(f"train_all: failed: {', '.join(failed)}")


def _word(name, value):
    flag = f"--{name.replace('_', '-')}"
    if isinstance(value, bool):
        return [flag] if value else []
    return [flag, str(value)]


def _run(command):
    print(" ".join(command[1:]), flush=True)
    return subprocess.run(command, cwd=networks.PROJECT).returncode == 0


if __name__ == "__main__":
    main()
