"""Writes ONNX files of the app's networks and what onnxruntime computes with them, for `npm run matrix`.

Every cell is one way of exporting one network: torch.onnx's two exporters, opsets, open sizes, 16-bit weights, a second
data file, onnxruntime's optimisations and its 8-bit forms. Weights are random, batch norm statistics differ from 0 and 1.
The witness is the PyTorch module, or where weights are rounded, onnxruntime on the same file.

    python tools/matrix/onnx_cells.py FOLDER [REGEX]      (torch, torchvision, timm, onnx, onnxruntime, onnxscript)
"""

import json
import os
import re
import sys
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")
warnings.filterwarnings("ignore")

import numpy as np
import onnx
import onnxruntime as ort
import timm
import torch
import torchvision
from onnx import numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_dynamic, quantize_static

IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
CENTRED = ([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])


def tv(name, **options):
    extra = {"init_weights": False} if name.startswith(("inception", "vgg")) else {}
    return lambda: getattr(torchvision.models, name)(num_classes=10, **extra, **options)


def tm(name, **options):
    return lambda: timm.create_model(name, num_classes=10, **options)


# Name, module, side of the image, how its pixels are normalised.
FAMILIES = [
    ("squeezenet1_0", tv("squeezenet1_0"), 64, IMAGENET, "squeezenet"),
    ("squeezenet1_1", tv("squeezenet1_1"), 96, IMAGENET, "squeezenet"),
    ("shufflenet_v2_x0_5", tv("shufflenet_v2_x0_5"), 64, IMAGENET, "shufflenet-v2"),
    ("mobilenet_v2", tv("mobilenet_v2"), 64, IMAGENET, "mobilenet-v2"),
    ("mobilenet_v3_small", tv("mobilenet_v3_small"), 96, IMAGENET, "mobilenet-v3"),
    ("mobilenet_v3_large", tv("mobilenet_v3_large"), 64, IMAGENET, "mobilenet-v3"),
    ("inception_v3", tv("inception_v3", aux_logits=False, transform_input=False), 107, CENTRED, "inception-v3"),
    ("inception_v3_scaled", tv("inception_v3", aux_logits=False, transform_input=True), 107, IMAGENET, "inception-v3"),
    ("timm_mobilenetv2_050", tm("mobilenetv2_050"), 64, IMAGENET, "mobilenet-v2"),
    ("timm_tf_mobilenetv3_small_100", tm("tf_mobilenetv3_small_100"), 96, CENTRED, "mobilenet-v3"),
    ("timm_tf_efficientnet_lite0", tm("tf_efficientnet_lite0"), 64, CENTRED, "efficientnet-lite0"),
    ("timm_legacy_xception", tm("legacy_xception"), 71, CENTRED, "xception"),
    ("timm_mobilenetv1_100", tm("mobilenetv1_100"), 64, CENTRED, "mobilenet-v1"),
]

# Networks without a cell for every export.
MAIN = {"squeezenet1_1", "shufflenet_v2_x0_5", "mobilenet_v2", "mobilenet_v3_small", "timm_tf_mobilenetv3_small_100"}


def shaken(module):
    torch.manual_seed(3)
    for each in module.modules():
        if isinstance(each, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(each.running_mean, -0.2, 0.2)
            torch.nn.init.uniform_(each.running_var, 0.6, 1.4)
            torch.nn.init.uniform_(each.weight, 0.7, 1.3)
            torch.nn.init.uniform_(each.bias, -0.2, 0.2)
        elif isinstance(each, (torch.nn.Conv2d, torch.nn.Linear)):
            torch.nn.init.kaiming_uniform_(each.weight, nonlinearity="relu")
            if each.bias is not None:
                torch.nn.init.uniform_(each.bias, -0.1, 0.1)
    return module.eval()


def pattern(side, normalisation):
    """The image of official_case.py, 1 x 3 x side x side."""
    x, y, c = np.meshgrid(np.arange(side), np.arange(side), np.arange(3), indexing="xy")
    pixels = (x * 7 + y * 13 + c * 29 + (x * y) % 31) % 256
    mean, std = (np.array(each, dtype=np.float64) for each in normalisation)
    return ((pixels / 255 - mean) / std).transpose(2, 0, 1)[None].astype(np.float32)


def legacy(module, image, path, opset, dynamic=None, **more):
    axes = {None: None, "batch": {"image": {0: "n"}}, "all": {"image": {0: "n", 2: "h", 3: "w"}}}[dynamic]
    torch.onnx.export(module, image, path, opset_version=opset, input_names=["image"], output_names=["logits"], dynamic_axes=axes, dynamo=False, **more)


def dynamo(module, image, path, opset, dynamic=None, external=False):
    shapes = {"batch": ({0: torch.export.Dim("n")},), None: None}[dynamic]
    program = torch.onnx.export(module, (image.repeat(2, 1, 1, 1) if dynamic else image,), None, opset_version=opset, input_names=["image"], dynamic_shapes=shapes, dynamo=True, verbose=False)
    program.save(path, external_data=external)


def half(module, image, path):
    legacy(module, image, path + ".full", 17)
    from onnxruntime.transformers.float16 import convert_float_to_float16

    onnx.save(convert_float_to_float16(onnx.load(path + ".full"), keep_io_types=True), path)
    os.remove(path + ".full")


def brain(module, image, path):
    """Weights as bfloat16, cast where they are read."""
    legacy(module, image, path, 17)
    model = onnx.load(path)
    kept = []
    for tensor in list(model.graph.initializer):
        if tensor.data_type != 1 or len(tensor.dims) < 2:
            continue
        values = numpy_helper.to_array(tensor)
        bits = (values.view(np.uint32) >> 16).astype(np.uint16)
        name = tensor.name
        tensor.CopyFrom(onnx.TensorProto(name=name + "_16", data_type=16, dims=values.shape, raw_data=bits.tobytes()))
        kept.append(onnx.helper.make_node("Cast", [name + "_16"], [name], to=1))
    for node in reversed(kept):
        model.graph.node.insert(0, node)
    onnx.save(model, path)


def optimised(level):
    def export(module, image, path):
        legacy(module, image, path + ".full", 17)
        options = ort.SessionOptions()
        options.graph_optimization_level = level
        options.optimized_model_filepath = path
        options.log_severity_level = 3
        ort.InferenceSession(path + ".full", options, providers=["CPUExecutionProvider"])
        os.remove(path + ".full")

    return export


class Images(CalibrationDataReader):
    def __init__(self, image):
        self.images = iter([{"image": image.numpy()}, {"image": -image.numpy()}])

    def get_next(self):
        return next(self.images, None)


def quantised(form, per_channel):
    def export(module, image, path):
        legacy(module, image, path + ".full", 17)
        kinds = {"activation_type": QuantType.QUInt8 if form == QuantFormat.QOperator else QuantType.QInt8, "weight_type": QuantType.QInt8}
        quantize_static(path + ".full", path, Images(image), quant_format=form, per_channel=per_channel, **kinds)
        os.remove(path + ".full")

    return export


def quantised_dynamic(module, image, path):
    legacy(module, image, path + ".full", 17)
    quantize_dynamic(path + ".full", path, weight_type=QuantType.QUInt8)
    os.remove(path + ".full")


EXPORTS = {
    "legacy-11": lambda m, i, p: legacy(m, i, p, 11),
    "legacy-13-batch": lambda m, i, p: legacy(m, i, p, 13, "batch"),
    "legacy-17-open": lambda m, i, p: legacy(m, i, p, 17, "all"),
    "dynamo-20": lambda m, i, p: dynamo(m, i, p, 20),
    "legacy-12": lambda m, i, p: legacy(m, i, p, 12),
    "legacy-16": lambda m, i, p: legacy(m, i, p, 16),
    "legacy-20-unfolded": lambda m, i, p: legacy(m, i, p, 20, training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False),
    "dynamo-18-batch": lambda m, i, p: dynamo(m, i, p, 18, "batch"),
    "dynamo-22-second-file": lambda m, i, p: dynamo(m, i, p, 22, external=True),
    "half": half,
    "brain": brain,
    "ort-basic": optimised(ort.GraphOptimizationLevel.ORT_ENABLE_BASIC),
    "ort-extended": optimised(ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED),
    "qdq": quantised(QuantFormat.QDQ, False),
    "qdq-per-channel": quantised(QuantFormat.QDQ, True),
    "qoperator": quantised(QuantFormat.QOperator, True),
    "dynamic-8-bit": quantised_dynamic,
}
EVERYWHERE = ["legacy-11", "legacy-13-batch", "legacy-17-open", "dynamo-20"]
# Rounding of 8-bit maps is not computed; what is left of it after the whole network is bounded loosely.
LOOSE = {"qdq": 0.2, "qdq-per-channel": 0.2, "qoperator": 0.2, "dynamic-8-bit": 0.2, "half": 0.02}


def main():
    folder = sys.argv[1]
    wanted = re.compile(sys.argv[2] if len(sys.argv) > 2 else ".")
    os.makedirs(folder, exist_ok=True)
    for family, make, side, normalisation, net in FAMILIES:
        module = None
        for export in EXPORTS:
            name = f"{family}-{export}"
            if not wanted.search(name) or (family not in MAIN and export not in EVERYWHERE):
                continue
            module = module or shaken(make())
            image = torch.from_numpy(pattern(side, normalisation))
            path = os.path.join(folder, name + ".onnx")
            try:
                with torch.no_grad():
                    EXPORTS[export](module, image, path)
                    logits = module(image)[0].tolist()
                if export in ("half", "brain") or "8-bit" in export or export.startswith("q"):
                    session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
                    logits = session.run(None, {"image": image.numpy()})[0][0].tolist()
            except Exception as error:
                print(f"{name}: the exporter fails: {str(error).splitlines()[0][:120]}")
                continue
            cell = {"file": name + ".onnx", "net": net, "resolution": side, "logits": logits, "isOpen": export.endswith("open"), "tolerance": LOOSE.get(export, 1e-3)}
            with open(os.path.join(folder, name + ".cell.json"), "w") as out:
                json.dump(cell, out)
            print(name, flush=True)


main()
