"""Reads and writes the app's weights files: float16 tensors by name."""
import json
import struct
from pathlib import Path

import numpy
import torch


def read(file):
    """{name: float32 tensor} of a file of float16 tensors, in the file's order."""
    raw = Path(file).read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        if entry["dtype"] != "F16":
            raise ValueError(f"safetensors: {name} has another type (got {entry['dtype']}, wanted F16)")
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(raw[begin:end], dtype="<f2").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.astype(numpy.float32))
    return tensors


def write(state, file):
    """Writes the floating-point tensors of a state dict as float16: the header's length, the header, the values."""
    header, parts, offset = {}, [], 0
    for name in sorted(state):
        if not state[name].is_floating_point():
            continue
        values = state[name].detach().half().contiguous()
        if not torch.isfinite(values).all():
            raise ValueError(f"safetensors: {name} does not fit into float16")
        raw = values.numpy().astype("<f2").tobytes()
        header[name] = {"dtype": "F16", "shape": list(values.shape), "data_offsets": [offset, offset + len(raw)]}
        parts.append(raw)
        offset += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    Path(file).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))
