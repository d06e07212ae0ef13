import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DownloadFault } from '../../../run/official/download';
import type { Attempt } from '../../../run/official/downloadOfficial';
import type { CheckpointFault } from '../../../run/checkpoint/checkpointFault';
import { bytesText } from '../../ui/numberText';
import { runErrorText, type RunErrorText } from '../faults/runErrorText';

/** Why a checkpoint cannot run, and what to do. `locale` is that of the page, for numbers. */
export function checkpointFaultText(fault: CheckpointFault, locale: string): RunErrorText {
  switch (fault.kind) {
    case 'file':
      return runErrorText(fault.error, locale);
    case 'undecided':
      return {
        title: msg`The file fits several networks and does not say which one it is.`,
        advice: msg`Its weights fit more than one network. Set the marked options as in the code that trained it, then run it.`,
      };
    case 'notKept': {
      const bytes = bytesText(fault.bytes, locale);
      const left = bytesText(fault.leftBytes ?? 0, locale);
      return {
        title:
          fault.leftBytes === null || fault.leftBytes >= fault.bytes
            ? msg`This browser has no room for the network: it takes ${bytes}.`
            : msg`This browser has no room for the network: it takes ${bytes}, and ${left} are free.`,
        advice: msg`Remove other networks to make room, or leave the private window, where browsers keep little or nothing.`,
      };
    }
    case 'download': {
      const { attempts } = fault;
      const last = attempts.at(-1);
      const count = attempts.length;
      return {
        title:
          count === 1 && last !== undefined
            ? attemptText(last, locale)
            : msg`None of the ${count} addresses delivered the file.`,
        advice: downloadAdvice(last?.fault ?? { reason: 'noAnswer' }),
      };
    }
  }
}

/** Why one address did not give the file. */
export function attemptText({ url, fault }: Attempt, locale: string): MessageDescriptor {
  return downloadTitle(fault, new URL(url).host, locale);
}

function downloadTitle(fault: DownloadFault, host: string, locale: string): MessageDescriptor {
  switch (fault.reason) {
    case 'noNetwork':
      return msg`You are offline, so nothing can be fetched.`;
    case 'notShared':
      return msg`${host} does not let other sites read its files.`;
    case 'noAnswer':
      return msg`${host} does not answer, or does not let other sites read its files; the browser does not say which.`;
    case 'status':
      return msg`${host} refused the file: it answered with status ${fault.status}.`;
    case 'brokeOff': {
      const loaded = bytesText(fault.loadedBytes, locale);
      return msg`The connection to ${host} broke off after ${loaded}.`;
    }
    case 'webPage':
      return msg`${host} sent a web page instead of the file.`;
    case 'damaged':
      return msg`${host} sent something other than the published file: its checksum differs.`;
    case 'aborted':
      return msg`It was stopped.`;
  }
}

function downloadAdvice(fault: DownloadFault): MessageDescriptor {
  switch (fault.reason) {
    case 'noNetwork':
      return msg`Try again once you are online. Networks fetched earlier still run.`;
    case 'brokeOff':
    case 'aborted':
      return msg`Trying again resumes from there.`;
    case 'webPage':
      return msg`Your network may ask for a login first. Or download the file by hand and open it here, or drop it on the picture on Live.`;
    case 'damaged':
      return msg`Nothing was kept. Try again, or download the file by hand and open it here, or drop it on the picture on Live.`;
    case 'notShared':
    case 'noAnswer':
    case 'status':
      return msg`Download the file by hand and open it here, or drop it on the picture on Live: it is verified and kept in the same way.`;
  }
}
