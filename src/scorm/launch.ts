import { resultOf } from '../classroom/tellParent';
import { appAddress } from './appAddress';
import { scormReporter, type ScormApi } from './reporter';
import { scormApi } from './scormApi';

// The script of a package's page: shows the app in a frame and reports its results. It is built by itself, as one file.

declare global {
  interface Window {
    /** What the learning management system offers, in one of the windows around this one. */
    readonly API?: ScormApi;
  }
}

const frame = document.querySelector('iframe');
const api = scormApi(window);
if (api === null) document.body.dataset['alone'] = '';
else {
  // Its first call, which all others need.
  const { report, end } = scormReporter(api);
  window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const result = source === frame?.contentWindow ? resultOf(data) : null;
    if (result !== null) report(result);
  });
  window.addEventListener('pagehide', end);
}
if (frame !== null) frame.src = appAddress(frame.dataset['address'] ?? '', api);
