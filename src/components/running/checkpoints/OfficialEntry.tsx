import { Trans, useLingui } from '@lingui/react/macro';
import type { Manifest } from '../../../run/weights/manifest';
import { type OfficialWeights } from '../../../run/official/officialWeights';
import { Button } from '../../ui/Button';
import { bytesText, percentText } from '../../ui/numberText';
import { Spoken } from '../../ui/Spoken';
import styles from './Checkpoints.module.css';
import { JobStatus } from './JobStatus';
import { entryTitle, officialTitle } from './officialTitle';
import type { CheckpointDesk } from './useCheckpointJob';

type OfficialEntryProps = {
  readonly official: OfficialWeights;
  /** The network, if this browser has it already. */
  readonly kept: Manifest | undefined;
  readonly isRunning: boolean;
  readonly desk: CheckpointDesk;
  /** The network's name where the place says it: the entry then has only what differs, such as its width. */
  readonly within?: string;
};

/** Offers an ImageNet network, with a button that downloads it, or runs it once it is downloaded. */
export function OfficialEntry({ official, kept, isRunning, desk, within = '' }: OfficialEntryProps) {
  const { t, i18n } = useLingui();
  const title = entryTitle(official);
  const bytes = kept?.bytes ?? official.files[0]?.aboutBytes;
  const top1 = percentText(official.top1 / 100, i18n.locale);
  const facts = [
    t`${top1} correct`,
    ...(bytes === undefined ? [] : [bytesText(bytes, i18n.locale)]),
    official.publisher,
    official.license,
  ];
  const isOnItsWay =
    desk.job !== null &&
    desk.job.outcome === null &&
    'official' in desk.job.from &&
    desk.job.from.official === official;
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <span>{differenceOf(official, within)}</span> <span className={styles.facts}>{facts.join(' · ')}</span>
      </span>
      {kept === undefined ? (
        <Button
          icon="download"
          isDisabled={isOnItsWay}
          onPress={() => {
            desk.fetch(official);
          }}
        >
          <Trans>
            Get <Spoken>{title}</Spoken>
          </Trans>
        </Button>
      ) : (
        <KeptButtons kept={kept} title={title} isRunning={isRunning} desk={desk} />
      )}
      <div className={styles.entryStatus}>
        <JobStatus desk={desk} at={official} />
      </div>
    </li>
  );
}

/** The title without the name that its place says and the publisher that its facts say. */
function differenceOf(official: OfficialWeights, within: string): string {
  const { implementation: _, ...options } = official.options;
  const title = officialTitle({ net: official.net, options });
  const rest = title.startsWith(`${within} `) ? title.slice(within.length + 1) : title;
  return rest.replace(/(\d)x$/, '$1×');
}

type KeptButtonsProps = Pick<OfficialEntryProps, 'isRunning' | 'desk'> & {
  readonly kept: Manifest;
  readonly title: string;
};

/** Buttons that run or remove a downloaded network. */
export function KeptButtons({ kept, title, isRunning, desk }: KeptButtonsProps) {
  return (
    <span className={styles.buttons}>
      <Button
        isPressed={isRunning}
        onPress={() => {
          desk.run(kept.name);
        }}
      >
        <Trans>
          Run <Spoken>{title}</Spoken>
        </Trans>
      </Button>
      <Button
        look="quiet"
        icon="close"
        isDisabled={isRunning}
        onPress={() => {
          desk.forget(kept.name);
        }}
      >
        <Trans>
          Remove <Spoken>{title}</Spoken>
        </Trans>
      </Button>
    </span>
  );
}
