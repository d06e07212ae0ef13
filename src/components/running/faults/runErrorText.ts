import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Namesake, RunError, RunErrorCode } from '../../../run/errors/runError';
import { bytesText } from '../../ui/numberText';
import { settingText } from './settingText';
import { strangeTensorDetails, strangeTensorTitle } from './strangeTensorText';
import { noPictureText } from './noPictureText';
import { unreadableText } from './unreadableText';

/** What happened, and what the person can do about it. */
export type RunErrorText = {
  readonly title: MessageDescriptor;
  readonly advice: MessageDescriptor;
  /** What the code that failed says, in English. */
  readonly details?: string;
};

/** An error in words. `locale` formats its numbers. */
export function runErrorText(error: RunError, locale: string): RunErrorText {
  return isCameraError(error)
    ? cameraTexts[error.code]
    : isDeviceError(error)
      ? deviceText(error)
      : fileText(error, locale);
}

type CameraError = Extract<
  RunError,
  {
    code:
      | 'noCamera'
      | 'cameraDenied'
      | 'cameraBusy'
      | 'cameraSilent'
      | 'cameraUnfit'
      | 'cameraInsecure'
      | 'cameraUnsupported'
      | 'cameraLost';
  }
>;

const cameraTexts: Readonly<Record<CameraError['code'], RunErrorText>> = {
  noCamera: {
    title: msg`No camera was found.`,
    advice: msg`Plug one in and choose the camera again, or use a photo instead.`,
  },
  cameraDenied: {
    title: msg`Access to the camera was denied.`,
    advice: msg`Allow it with the camera icon in the address bar and choose the camera again, or use a photo instead.`,
  },
  cameraBusy: {
    title: msg`The camera is in use by another program.`,
    advice: msg`Close that program, perhaps a video call, and choose the camera again, or use a photo instead.`,
  },
  cameraSilent: {
    title: msg`The camera did not start.`,
    advice: msg`Choose it again. If it stays dark, unplug it or restart the browser, or use a photo instead.`,
  },
  cameraUnfit: {
    title: msg`The chosen camera is gone, or has no suitable picture format.`,
    advice: msg`Choose another camera, or use a photo instead.`,
  },
  cameraInsecure: {
    title: msg`The browser blocks the camera at this address.`,
    advice: msg`Cameras work only on pages opened over https or from localhost. A photo works here too.`,
  },
  cameraUnsupported: {
    title: msg`This browser does not give web pages a camera.`,
    advice: msg`Browsers inside other apps often do not. Open this address in Chrome, Safari, Firefox or Edge, or use a photo instead.`,
  },
  cameraLost: {
    title: msg`The camera was disconnected.`,
    advice: msg`It was unplugged, or its permission was withdrawn. Choose the camera again, or use a photo instead.`,
  },
};

type DeviceError = Extract<
  RunError,
  { code: 'noWebgpu' | 'deviceLost' | 'outOfMemory' | 'deviceError' | 'workerFailed' | 'workerGone' | 'aborted' }
>;

function deviceText(error: DeviceError): RunErrorText {
  switch (error.code) {
    case 'noWebgpu':
      return {
        title: msg`This browser has no WebGPU, or no GPU for it.`,
        advice: msg`Choose WebAssembly, which runs the same network on the CPU. Current versions of Chrome, Edge and Safari have WebGPU.`,
      };
    case 'deviceLost':
      return error.recovering
        ? {
            title: msg`The GPU was lost.`,
            advice: msg`It is being restored; your choices are kept.`,
          }
        : {
            title: msg`The GPU was lost and could not be restored.`,
            advice: msg`Try again, or choose WebAssembly, which needs no GPU.`,
          };
    case 'outOfMemory':
      return {
        title: msg`The network does not fit into GPU memory.`,
        advice: msg`Choose a smaller network or a lower resolution, or WebAssembly.`,
      };
    case 'deviceError':
      return {
        title: msg`The GPU rejected a command, so there is no result to show.`,
        advice: msg`Try again, or choose WebAssembly.`,
        details: error.detail,
      };
    case 'workerFailed':
      return {
        title: msg`The part of the page that runs networks has stopped.`,
        advice: msg`Try again.`,
        details: error.detail,
      };
    case 'workerGone':
      return goneTexts[error.how];
    case 'aborted':
      return { title: msg`It was stopped.`, advice: msg`Try again.` };
  }
}

const goneTexts: Readonly<Record<Extract<RunError, { code: 'workerGone' }>['how'], RunErrorText>> = {
  closed: {
    title: msg`The background worker was closed.`,
    advice: msg`The browser may have run out of memory. Start it again; your choices are kept.`,
  },
  silent: {
    title: msg`The background worker stopped responding, so it was ended.`,
    advice: msg`Start it again; your choices are kept. If it stops again, choose something smaller.`,
  },
  walledOff: {
    title: msg`The page around this one keeps it from running networks.`,
    advice: msg`Open it in a tab of its own, with the link below.`,
  },
  notReady: {
    title: msg`The background worker did not start.`,
    advice: msg`Check the connection and start it again; your choices are kept. If that does not help, reload the page.`,
  },
};

type FileError = Exclude<RunError, CameraError | DeviceError>;

function fileText(error: FileError, locale: string): RunErrorText {
  switch (error.code) {
    case 'notAnImage':
      return noPictureText(fileNameOf(error.name), error.why, locale);
    case 'notAVideo':
      return {
        title: msg`${error.name} is not a video that this browser can play.`,
        advice: msg`Choose an MP4 or WebM file, or use a photo instead.`,
      };
    case 'videoBroke':
      return {
        title: msg`${error.name} cannot be played beyond this point: the file is damaged or incomplete.`,
        advice: msg`Choose the video again to play it from the start, or another one.`,
      };
    case 'downloadFailed':
      return downloadText(error);
    case 'weightsCutShort': {
      const [got, wanted] = [bytesText(error.gotBytes, locale), bytesText(error.wantedBytes, locale)];
      return {
        title: msg`The weights file has the wrong length: ${got} arrived, ${wanted} were expected.`,
        advice: msg`The download was probably cut short. Try again, or choose another network.`,
      };
    }
    case 'weightsDamaged':
      return {
        title: msg`The weights file is damaged: its contents do not match its manifest.`,
        advice: msg`Try again, or choose another network.`,
      };
    case 'weightsOfAnotherNetwork':
      return {
        title: strangeTensorTitle(error),
        advice: msg`Choose another network, or convert the weights again with the right options.`,
        details: strangeTensorDetails(error),
      };
    case 'statesAnotherNetwork':
      return {
        title: msg`The network in this file does not run here. The closest one, ${error.network}, differs in a layer.`,
        advice: msg`Only this app’s networks can run. Choose another file, or build one of them and export it again.`,
        details: `${error.place} has ${error.has}, where ${error.node} of ${error.network} has ${error.wanted}`,
      };
    case 'impossibleWeight':
      return {
        title: impossibleWeightText(error),
        advice: msg`Training diverged, or the file was damaged later. Choose another file.`,
      };
    case 'namesake':
      return namesakeTexts[error.namesake];
    case 'unreadableWeights':
      return unreadableText(error);
    case 'badManifest':
    case 'badSetting':
    case 'badNetwork':
      return refusedText(error);
  }
}

/** The last part of a URL; a file's name as it is. */
function wholeNameOf(nameOrUrl: string): string {
  return nameOrUrl.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? nameOrUrl;
}

/** A long name loses its middle: its end says what kind of file it is. */
function fileNameOf(nameOrUrl: string): string {
  const letters = Array.from(wholeNameOf(nameOrUrl));
  return letters.length <= 40 ? letters.join('') : [...letters.slice(0, 24), '…', ...letters.slice(-14)].join('');
}

function refusedText(error: Extract<FileError, { code: 'badManifest' | 'badSetting' | 'badNetwork' }>): RunErrorText {
  switch (error.code) {
    case 'badManifest':
      return {
        title: msg`The manifest of the weights cannot be read.`,
        advice: msg`Choose another network.`,
        details: error.detail,
      };
    case 'badSetting':
      return settingText(error);
    case 'badNetwork':
      return {
        title: msg`There is no such network.`,
        advice: msg`Choose another network.`,
        details: error.detail,
      };
  }
}

const namesakeTexts: Readonly<Record<Namesake, RunErrorText>> = {
  torchvisionAlexNet: {
    title: msg`This is torchvision’s AlexNet, which has one tower. The app has the paper’s, which splits its layers over two.`,
    advice: msg`No option turns one into the other. Choose another network.`,
  },
  timmDeepMobileNetV2: {
    title: msg`This is timm’s MobileNet V2 110d or 120d, which is deeper than the paper’s as well as wider.`,
    advice: msg`No option makes one of the other. timm’s mobilenetv2_035 to mobilenetv2_140 run here.`,
  },
  kerasInceptionV3: {
    title: msg`This is Keras’s Inception V3, whose average pooling leaves out the padding; the app’s includes it, as torchvision’s does.`,
    advice: msg`Use torchvision’s weights instead; the app can fetch them.`,
  },
};

function impossibleWeightText({
  tensor,
  index,
  value,
}: Extract<FileError, { code: 'impossibleWeight' }>): MessageDescriptor {
  const place = index + 1;
  if (Number.isNaN(value)) return msg`Value ${place} of ${tensor} is not a number: no network can compute with it.`;
  return value < 0 && Number.isFinite(value)
    ? msg`Value ${place} of ${tensor} is a negative variance: no network can compute with it.`
    : msg`Value ${place} of ${tensor} is infinite: no network can compute with it.`;
}

function downloadText({ url, status }: Extract<RunError, { code: 'downloadFailed' }>): RunErrorText {
  const file = fileNameOf(url);
  return {
    title:
      status === 0
        ? msg`${file} could not be downloaded: the server did not answer.`
        : msg`${file} could not be downloaded: the server answered with status ${status}.`,
    advice: msg`Check the connection and try again.`,
  };
}

function isCameraError(error: RunError): error is CameraError {
  return error.code in cameraTexts;
}

const deviceCodes: ReadonlySet<RunErrorCode> = new Set<DeviceError['code']>([
  'noWebgpu',
  'deviceLost',
  'outOfMemory',
  'deviceError',
  'workerFailed',
  'workerGone',
  'aborted',
]);

function isDeviceError(error: RunError): error is DeviceError {
  return deviceCodes.has(error.code);
}
