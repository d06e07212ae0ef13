"""Writes TensorFlow Lite files of the app's networks and what TensorFlow computes with them, for `npm run matrix`.

Keras' MobileNets at small sizes, with seeded weights and batch norm statistics that differ from 0 and 1: converted as
floats, in 16 bits, with 8-bit weights, and in 8 bits throughout. The witness is Keras, or TensorFlow Lite for 8 bits.

    python tools/matrix/tflite_cells.py FOLDER [REGEX]      (tensorflow, and tf_keras for Keras 2)
"""

import json
import os
import re
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
import tf_keras

def v3(size):
    name = {"small": "MobileNetV3Small", "large": "MobileNetV3Large"}[size]
    return lambda lib, side: getattr(lib.applications, name)(weights=None, classes=10, input_shape=(side, side, 3), include_preprocessing=size == "large", classifier_activation=None)


def squeezenet(lib, side):
    """SqueezeNet 1.1 as people write it: valid pools would differ from the app's, so the sizes leave nothing over."""
    L = lib.layers
    image = lib.Input((side, side, 3))
    x = L.MaxPooling2D(3, 2)(L.Conv2D(64, 3, 2, activation="relu")(image))
    for index, (squeeze, expand) in enumerate([(16, 64), (16, 64), (32, 128), (32, 128), (48, 192), (48, 192), (64, 256), (64, 256)]):
        if index in (2, 4):
            x = L.MaxPooling2D(3, 2)(x)
        s = L.Conv2D(squeeze, 1, activation="relu")(x)
        x = L.Concatenate()([L.Conv2D(expand, 1, activation="relu")(s), L.Conv2D(expand, 3, padding="same", activation="relu")(s)])
    x = L.Conv2D(10, 1, activation="relu")(L.Dropout(0.5)(x))
    return lib.Model(image, L.GlobalAveragePooling2D()(x))


def rescaled(lib, side):
    image = lib.Input((side, side, 3))
    core = lib.applications.MobileNetV2(weights=None, classes=10, input_shape=(side, side, 3), classifier_activation=None)
    return lib.Model(image, core(lib.layers.Rescaling(1 / 127.5, offset=-1)(image)))


CENTRED = lambda pixels: pixels / 127.5 - 1
RAW = lambda pixels: pixels

# Name, Keras model, side, what goes in, network of the app.
FAMILIES = [
    ("mobilenet", lambda lib, side: lib.applications.MobileNet(weights=None, classes=10, input_shape=(side, side, 3), classifier_activation=None), 64, CENTRED, "mobilenet-v1"),
    ("mobilenet_050", lambda lib, side: lib.applications.MobileNet(alpha=0.5, weights=None, classes=10, input_shape=(side, side, 3)), 96, CENTRED, "mobilenet-v1"),
    ("mobilenet_v2", lambda lib, side: lib.applications.MobileNetV2(weights=None, classes=10, input_shape=(side, side, 3), classifier_activation=None), 64, CENTRED, "mobilenet-v2"),
    ("mobilenet_v2_rescaled", rescaled, 96, RAW, "mobilenet-v2"),
    ("mobilenet_v3_small", v3("small"), 64, CENTRED, "mobilenet-v3"),
    ("mobilenet_v3_large", v3("large"), 64, RAW, "mobilenet-v3"),
    ("xception", lambda lib, side: lib.applications.Xception(weights=None, classes=10, input_shape=(side, side, 3), classifier_activation=None), 96, CENTRED, "xception"),
    ("squeezenet", squeezenet, 95, CENTRED, "squeezenet"),
]


def shaken(model):
    random = np.random.default_rng(7)
    values = []
    for weight in model.weights:
        name = weight.path if hasattr(weight, "path") else weight.name
        shape = tuple(weight.shape)
        if re.search("gamma|variance", name):
            values.append(random.uniform(0.7, 1.3, shape))
        elif len(shape) == 1:
            values.append(random.uniform(-0.1, 0.1, shape))
        else:
            depthwise = "depthwise" in name or re.search(r"_dw|conv_dw", name)
            fan = np.prod(shape[:-2] if depthwise else shape[:-1])
            values.append(random.uniform(-1, 1, shape) * np.sqrt((3 if depthwise else 6) / fan))
    model.set_weights(values)
    return model


def pattern(side):
    x, y, c = np.meshgrid(np.arange(side), np.arange(side), np.arange(3), indexing="xy")
    return ((x * 7 + y * 13 + c * 29 + (x * y) % 31) % 256)[None].astype(np.float32)


def converted(model, image, form):
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    if form != "float":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    if form == "half":
        converter.target_spec.supported_types = [tf.float16]
    if form.startswith("full"):
        converter.representative_dataset = lambda: ([image * scale] for scale in (1.0, 0.7, 0.4))
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
        kind = {"full-int8": tf.int8, "full-uint8": tf.uint8, "full-float-image": tf.float32}[form]
        converter.inference_input_type = converter.inference_output_type = kind
    return converter.convert()


def lite(content, image):
    interpreter = tf.lite.Interpreter(model_content=content)
    interpreter.allocate_tensors()
    given, result = interpreter.get_input_details()[0], interpreter.get_output_details()[0]
    if given["dtype"] != np.float32:
        scale, zero = given["quantization"]
        image = np.clip(np.round(image / scale + zero), np.iinfo(given["dtype"]).min, np.iinfo(given["dtype"]).max)
    interpreter.set_tensor(given["index"], image.astype(given["dtype"]))
    interpreter.invoke()
    logits = interpreter.get_tensor(result["index"])[0].astype(np.float64)
    scale, zero = result["quantization"]
    return logits if result["dtype"] == np.float32 else (logits - zero) * scale


FORMS = ["float", "half", "dynamic", "full-int8", "full-uint8", "full-float-image"]
LOOSE = {"half": 5e-3, "dynamic": 0.1, "full-int8": 0.2, "full-uint8": 0.2, "full-float-image": 0.2}


def main():
    folder = sys.argv[1]
    wanted = re.compile(sys.argv[2] if len(sys.argv) > 2 else ".")
    os.makedirs(folder, exist_ok=True)
    for library, lib in [("keras3", keras), ("keras2", tf_keras)]:
        for family, make, side, given, net in FAMILIES:
            model = None
            for form in FORMS:
                name = f"{library}-{family}-{form}"
                if not wanted.search(name) or (library == "keras2" and form not in ("float", "full-uint8")):
                    continue
                model = model or shaken(make(lib, side))
                pixels = pattern(side)
                image = given(pixels).astype(np.float32)
                try:
                    content = converted(model, image, form)
                    logits = lite(content, image)
                except Exception as error:
                    print(f"{name}: the converter fails: {str(error).splitlines()[0][:120]}")
                    continue
                if form == "float":
                    head = model(image).numpy()[0]
                    assert np.allclose(head, logits, atol=1e-3 * np.abs(head).max()), name
                # Where the file ends with a softmax, the app gives what goes into it.
                is_softmax = model.layers[-1].get_config().get("activation") == "softmax"
                with open(os.path.join(folder, name + ".tflite"), "wb") as out:
                    out.write(content)
                cell = {"file": name + ".tflite", "net": net, "resolution": side, "logits": [float(each) for each in logits], "isSoftmax": is_softmax, "tolerance": LOOSE.get(form, 1e-3)}
                with open(os.path.join(folder, name + ".cell.json"), "w") as out:
                    json.dump(cell, out)
                print(name, flush=True)


main()
