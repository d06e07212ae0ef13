"""The networks that the app ships, in training order, and how each is trained.

The sizes are the papers', except for the number of classes. Only Xception is reduced, as its name says.
"""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Recipe:
    """An epoch is a pass over 28,800 images; the last `final_epochs` run at `final_resolution`."""

    net: str
    options: dict = field(default_factory=dict)
    epochs: int = 24
    final_epochs: int = 4
    resolution: int = 64
    final_resolution: int = 96
    optimiser: str = "sgd"
    batch: int = 128
    rate: float = 0.2
    weight_decay: float = 3e-4
    clip: float = 5.0
    training_norms: bool = False


# Fewer epochs need more steps each.
SHORT = {"epochs": 10, "final_epochs": 4, "batch": 64, "rate": 0.12}
RECIPES = {
    "shufflenet-v2": Recipe("shufflenet-v2", {"width": 1}),
    "mobilenet-v3-small": Recipe("mobilenet-v3", {"size": "small"}),
    "mobilenet-v2": Recipe("mobilenet-v2", {"width": 1}),
    "shufflenet-v1": Recipe("shufflenet-v1", {"groups": 3, "width": 1}),
    # Published without batch norm: training adds one after each convolution, and export folds it in.
    "squeezenet": Recipe("squeezenet", {"version": "1.1"}, training_norms=True, **SHORT),
    "mobilenet-v1": Recipe("mobilenet-v1", {"width": 1}, **SHORT),
    "mobilenet-v3-large": Recipe("mobilenet-v3", {"size": "large"}, **SHORT),
    "xception-reduced": Recipe("xception", {"width": 0.25, "middle": 2}, **SHORT),
}
SMOOTHING = 0.1
WARM_UP_EPOCHS = 1
EMA_DECAY = 0.998
TEACHER_SHARE = 0.7
TEACHER_TEMPERATURE = 2.0
