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
        title: msg`The file does not say which of several networks is meant.`,
        advice: msg`Its weights fit more than one. Choose what is marked above, as the code that trained it says, and run it.`,
      };
    case 'notKept': {
      const bytes = bytesText(fault.bytes, locale);
      const left = bytesText(fault.leftBytes ?? 0, locale);
      return {
        title:
          fault.leftBytes === null || fault.leftBytes >= fault.bytes
            ? msg`This browser has no room to keep the network: it takes ${bytes}.`
            : msg`This browser has no room to keep the network: it takes ${bytes}, and ${left} are left.`,
        advice: msg`Make room by removing other networks, or leave the private window: there, browsers keep little or nothing.`,
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
            : msg`None of the ${count} addresses gave the file.`,
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
      return msg`There is no network, so nothing can be fetched.`;
    case 'notShared':
      return msg`${host} lets no other page read its files.`;
    case 'noAnswer':
      return msg`${host} does not answer, or lets no other page read its files: browsers do not say which.`;
    case 'status':
      return msg`${host} refuses the file: it answered with status ${fault.status}.`;
    case 'brokeOff': {
      const loaded = bytesText(fault.loadedBytes, locale);
      return msg`The connection to ${host} broke off after ${loaded}.`;
    }
    case 'webPage':
      return msg`A web page came from ${host} instead of the file.`;
    case 'damaged':
      return msg`What came from ${host} is not the published file: its digest is another one.`;
    case 'aborted':
      return msg`It was stopped.`;
  }
}

function downloadAdvice(fault: DownloadFault): MessageDescriptor {
  switch (fault.reason) {
    case 'noNetwork':
      return msg`Try again when there is one. Networks that were fetched before still run.`;
    case 'brokeOff':
    case 'aborted':
      return msg`Trying again goes on from there.`;
    case 'webPage':
      return msg`Perhaps this network asks for a login first. Or download the file by hand, and open it here or drop it on the lab’s picture.`;
    case 'damaged':
      return msg`Nothing of it is kept. Try again, or download the file by hand, and open it here or drop it on the lab’s picture.`;
    case 'notShared':
    case 'noAnswer':
    case 'status':
      return msg`Download the file by hand, and open it here or drop it on the lab’s picture: it is checked and kept in the same way.`;
  }
}
