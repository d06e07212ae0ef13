import type { RunError } from '../src/run/errors/runError';

/** A run error in English, for the command line. The app has its own sentences in both languages. */
export function runErrorSentence(where: string, error: RunError): string {
  return `${where}: ${reason(error)}`;
}

function reason(error: RunError): string {
  switch (error.code) {
    case 'weightsCutShort':
      return `cut short (got ${error.gotBytes} bytes, wanted ${error.wantedBytes})`;
    case 'weightsOfAnotherNetwork':
      return `weights of another network: ${error.tensor} (got ${shapeText(error.got)}, wanted ${shapeText(error.wanted)})`;
    case 'statesAnotherNetwork':
      return `another network than the closest, ${error.network}: ${error.place} (got ${error.has}, wanted ${error.wanted} as in ${error.node}); only the networks that \`net list\` names run`;
    case 'impossibleWeight':
      return `${error.tensor}: impossible weight (got ${error.value} at value ${error.index}, wanted ${wantedValue(error.tensor)})`;
    case 'namesake':
      return namesakeTexts[error.namesake];
    case 'notAnImage':
    case 'notAVideo':
    case 'videoBroke':
      return `${error.code} (got ${error.name})`;
    case 'downloadFailed':
      return `${error.url} did not load (got status ${error.status})`;
    case 'weightsDamaged':
    case 'unreadableWeights':
    case 'badManifest':
    case 'badNetwork':
    case 'badSetting':
    case 'deviceLost':
    case 'outOfMemory':
    case 'deviceError':
    case 'workerFailed':
      return error.detail;
    case 'workerGone':
      return `${error.code} (got ${error.how})`;
    case 'noCamera':
    case 'cameraDenied':
    case 'cameraBusy':
    case 'cameraSilent':
    case 'cameraUnfit':
    case 'cameraInsecure':
    case 'cameraUnsupported':
    case 'cameraLost':
    case 'noWebgpu':
    case 'aborted':
      return error.code;
  }
}

const namesakeTexts = {
  torchvisionAlexNet:
    "torchvision's AlexNet is the one-tower network of 2014, not the paper's with two (wanted that one)",
  timmDeepMobileNetV2:
    "timm's MobileNet V2 110d or 120d has more blocks a stage than the paper's, which no width makes (wanted timm's mobilenetv2_035 to _140)",
  kerasInceptionV3:
    "Keras's Inception V3 averages without the border, torchvision's with it (wanted torchvision's: `fetch inception-v3`)",
} as const;

function wantedValue(tensor: string): string {
  return tensor.endsWith('.running_var') ? 'a variance of at least 0' : 'a finite number';
}

function shapeText(shape: readonly number[] | null): string {
  return shape === null ? 'nothing' : `[${shape.join(', ')}]`;
}
