import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RunError } from '../../../run/errors/runError';
import { waysOut, type Unreadable } from '../../../run/errors/unreadable';

/** Why a file of weights is not read, and what to do. What its reader found is kept for those who know the format. */
export function unreadableText({ why, detail }: Extract<RunError, { code: 'unreadableWeights' }>) {
  return { ...texts[why], details: detail };
}

const formats = msg`Networks are read from safetensors, PyTorch, Keras, TensorFlow Lite, TensorFlow.js and ONNX files.`;
const again = msg`It was probably cut short while it was copied or downloaded. Get it again.`;

const texts: Readonly<Record<Unreadable, { readonly title: MessageDescriptor; readonly advice: MessageDescriptor }>> = {
  empty: { title: msg`This file is empty.`, advice: again },
  cutShort: { title: msg`This file ends too early: a part of it is missing.`, advice: again },
  damaged: {
    title: msg`This file is damaged, or written in a way that is not read here.`,
    advice: msg`Get it again. If that does not help, save the network as safetensors or ONNX.`,
  },
  webPage: {
    title: msg`This is a web page, not a file of weights.`,
    advice: msg`The link led to a page about the file. Download the file itself: sites for code and models have a button for it.`,
  },
  gitLfs: {
    title: msg`This file only says where the weights are kept.`,
    advice: msg`It is a pointer of Git LFS. Run “git lfs pull” in its folder, or download the file on the site itself.`,
  },
  packed: {
    title: msg`This file has to be unpacked first.`,
    advice: msg`Unpack it, and open the one network in it that you want.`,
  },
  unknownFormat: { title: msg`This is not a file of weights that is known here.`, advice: formats },
  missingPart: {
    title: msg`A part of this network is in another file.`,
    advice: msg`Choose all files of the network at once: model.json together with its weights.`,
  },
  noWeights: {
    title: msg`There are no weights in this file.`,
    advice: msg`It holds other values that PyTorch saved. Save the weights with ${'torch.save(model.state_dict(), "weights.pth")'}`,
  },
  noLayers: { title: msg`There is no layer with weights in this file.`, advice: formats },
  torchScript: {
    title: msg`This file holds a program (TorchScript), and programs of files are not run here.`,
    advice: msg`Its weights can be read. Save them in Python: ${waysOut.torchScript}`,
  },
  torchProgram: {
    title: msg`This file holds a program (torch.export), and programs of files are not run here.`,
    advice: msg`Its weights can be read. Save them in Python: ${waysOut.torchProgram}`,
  },
  savedModel: {
    title: msg`This file has the layers of a network without their weights.`,
    advice: msg`It is one of several files of a SavedModel. Make one file of its folder: ${waysOut.savedModel}`,
  },
  headless: {
    title: msg`This network ends before a classifier, and what is there is none of the networks here.`,
    advice: msg`Save the network together with its last layer, the one that gives a number for each class.`,
  },
  hiddenLayer: {
    title: msg`Before its classifier this network has a layer more, and the file does not say with which activation.`,
    advice: msg`Export the network to ONNX: such files say what every layer computes.`,
  },
  unfit: {
    title: msg`The network in this file is none that runs here.`,
    advice: msg`Choose a file of one of the networks in the list. The details say what differs and, where there is one, the way out.`,
  },
};
