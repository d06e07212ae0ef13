"""Augments a whole batch at once: a per-image pipeline would be too slow on two cores.

One affine resampling crops, stretches, rotates and flips, and sometimes puts a small object on another background;
one colour matrix per image changes brightness, contrast, white balance, saturation and hue; then come gamma, blur or
sharpening, and noise. Webcam frames are noisy, badly lit and off-centre, and people hold up large sharp photographs.
"""
import math

import torch
import torch.nn.functional as F

from training.data import MEAN, STD

SHRINK_PROBABILITY = 0.15
# Close-ups show 4 to 25 % of the image: a face in front of a webcam fills the frame.
CLOSE_UP_PROBABILITY = 0.3
# The rows are luma and the two colour axes of YIQ; rotating the colour axes changes the hue.
TO_YIQ = torch.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])
FROM_YIQ = torch.linalg.inv(TO_YIQ)


def normalise(pixels):
    """RGB in 0 ... 1 to network input, both (n, 3, h, w); the result is channels-last in memory."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, STD))
    return ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)


def enlarge(images, resolution):
    """uint8 images to normalised input of another side, without augmentation; bilinear, like the app."""
    pixels = images.float() / 255
    if pixels.shape[-1] != resolution:
        pixels = F.interpolate(pixels, size=(resolution, resolution), mode="bilinear", align_corners=False)
    return normalise(pixels)


class Views:
    """Draws random views, which are the same on every machine for the same `generator` state."""

    def __init__(self, generator):
        self.generator = generator

    def __call__(self, images, resolution, teacher_maps=None):
        """uint8 (n, 3, h, w) to normalised input (n, 3, resolution, resolution), and the teacher's logits of the same
        views (n, classes), or None without its maps."""
        transform = self._geometry(len(images))
        pixels = self._resample(images.float() / 255, transform, resolution)
        pixels = self._detail(self._colour(pixels)).clamp_(0, 1)
        logits = None if teacher_maps is None else _logits_of_views(teacher_maps.float(), transform)
        return normalise(pixels), logits

    def _uniform(self, low, high, *shape):
        return low + (high - low) * torch.rand(*shape, generator=self.generator)

    def _chance(self, probability, *shape):
        return (torch.rand(*shape, generator=self.generator) < probability).float()

    def _geometry(self, n):
        """Affine matrices (n, 2, 3) from view coordinates to image coordinates, both -1 ... 1."""
        shrunk = self._chance(SHRINK_PROBABILITY, n)
        close = self._chance(CLOSE_UP_PROBABILITY, n)
        area = self._uniform(0.25, 1, n) * (1 - close) + self._uniform(0.04, 0.25, n) * close
        side = area.sqrt() * (1 - shrunk) + self._uniform(1, 2, n) * shrunk
        aspect = torch.exp(self._uniform(-math.log(4 / 3), math.log(4 / 3), n) / 2)
        width, height = side * aspect, side / aspect
        # Without rotation, a crop stays inside the image, and a shrunk image inside the view.
        centre_x = self._uniform(-1, 1, n) * (1 - width).abs()
        centre_y = self._uniform(-1, 1, n) * (1 - height).abs()
        angle = self._uniform(-1, 1, n) * math.radians(12) * self._chance(0.5, n)
        flip = 1 - 2 * self._chance(0.5, n)
        cosine, sine = torch.cos(angle), torch.sin(angle)
        rows = [width * cosine * flip, -height * sine, centre_x, width * sine * flip, height * cosine, centre_y]
        return torch.stack(rows, 1).view(n, 2, 3)

    def _resample(self, pixels, transform, resolution):
        n = len(pixels)
        grid = F.affine_grid(transform, (n, 3, resolution, resolution), align_corners=False)
        view = F.grid_sample(pixels, grid, mode="bilinear", padding_mode="reflection", align_corners=False)
        # Views that reach far outside the image get a background; the others keep the mirrored border.
        wide = torch.nonzero(grid.abs().amax((1, 2, 3)) > 1.15).flatten()
        if len(wide) > 0:
            inside = (grid[wide].abs().amax(3, keepdim=True) <= 1).float().permute(0, 3, 1, 2)
            view[wide] = inside * view[wide] + (1 - inside) * self._background(pixels, len(wide), resolution)
        return view

    def _background(self, pixels, n, resolution):
        """Plain colours, soft gradients and other, heavily blurred photographs."""
        others = pixels[torch.randint(len(pixels), (n,), generator=self.generator)]
        blurred = F.adaptive_avg_pool2d(others, 4)
        plain = self._chance(0.6, n, 1, 1, 1)
        colour = torch.rand(n, 3, 1, 1, generator=self.generator)
        tint = colour + self._uniform(-0.08, 0.08, n, 1, 4, 4)
        coarse = plain * tint + (1 - plain) * blurred
        return F.interpolate(coarse, size=(resolution, resolution), mode="bilinear", align_corners=False)

    def _colour(self, pixels):
        n, _, h, w = pixels.shape
        # Grey, pale and hue-shifted views teach shape: by colour alone, every ginger cat is a sandal.
        jittered = self._chance(0.8, n, 1, 1)
        grey = self._chance(0.3, n)
        saturation = self._uniform(0.2, 1.5, n) * (1 - grey)
        hue = self._uniform(-0.6, 0.6, n)
        turn = torch.zeros(n, 3, 3)
        turn[:, 0, 0] = 1
        turn[:, 1, 1] = turn[:, 2, 2] = saturation * torch.cos(hue)
        turn[:, 2, 1] = saturation * torch.sin(hue)
        turn[:, 1, 2] = -turn[:, 2, 1]
        brightness = self._uniform(0.65, 1.35, n, 1, 1)
        white_balance = torch.diag_embed(self._uniform(0.9, 1.1, n, 3))
        contrast = self._uniform(0.6, 1.3, n, 1, 1)
        matrix = contrast * brightness * (white_balance @ (FROM_YIQ @ turn @ TO_YIQ))
        matrix = jittered * matrix + (1 - jittered) * torch.eye(3)
        offset = jittered * (1 - contrast) * pixels.mean((1, 2, 3)).view(n, 1, 1) * brightness
        pixels = torch.baddbmm(offset, matrix, pixels.flatten(2)).view(n, 3, h, w).clamp_(0, 1)
        some = torch.nonzero(self._chance(0.2, n)).flatten()
        gamma = torch.exp(self._uniform(-0.5, 0.5, len(some), 1, 1, 1))
        pixels[some] = pixels[some].clamp(min=1e-3) ** gamma
        return pixels

    def _detail(self, pixels):
        """Blurs (negative amounts) or sharpens some images, and adds sensor noise to some."""
        n = len(pixels)
        some = torch.nonzero(self._chance(0.4, n)).flatten()
        if len(some) > 0:
            chosen = pixels[some]
            soft = F.avg_pool2d(F.pad(chosen, (1, 1, 1, 1), mode="replicate"), 3, 1)
            pixels[some] = chosen + self._uniform(-1, 1, len(some), 1, 1, 1) * (chosen - soft)
        some = torch.nonzero(self._chance(0.2, n)).flatten()
        if len(some) > 0:
            noise = torch.randn(len(some), *pixels.shape[1:], generator=self.generator)
            pixels[some] += noise * self._uniform(0, 0.08, len(some), 1, 1, 1)
        return pixels


def _logits_of_views(maps, transform, points=4):
    """The mean of the teacher's map over the part of the image that each view shows."""
    grid = F.affine_grid(transform, (len(maps), 1, points, points), align_corners=False)
    sampled = F.grid_sample(maps, grid, mode="bilinear", padding_mode="border", align_corners=False)
    inside = (grid.abs().amax(3) <= 1).float().unsqueeze(1) + 1e-4
    return (sampled * inside).sum((2, 3)) / inside.sum((2, 3))
