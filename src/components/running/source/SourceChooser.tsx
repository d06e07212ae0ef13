import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { CameraDevice } from '../../../run/frames/frameSource';
import { Icon } from '../../ui/Icon';
import { samples, type Sample } from '../../../lab/session/samples';
import styles from './SourceChooser.module.css';
import type { ChosenSource } from './useSourceChoice';
import { late } from '../../ui/late';

// Few have several cameras.
const CameraSelect = late(async () => (await import('./CameraSelect')).CameraSelect);

type SourceChooserProps = {
  readonly chosen: ChosenSource;
  readonly status: SessionStatus;
  readonly cameras: readonly CameraDevice[];
  readonly onFiles: (files: readonly File[]) => void;
};

/** Buttons for the camera, sample photos and the person's own photo or video, in one row. */
export function SourceChooser({ chosen, status, cameras, onFiles }: SourceChooserProps) {
  const { chooseSample, chooseCamera } = chosen;
  const { source, shown, isOpening, sourceFault, lanes } = status;
  // On a slow line the pictures of the buttons would come before the weights that everybody waits for.
  const arrived = lanes.some(({ report, fault }) => report !== null || fault !== null);
  // What was chosen counts until it turns out not to open.
  const choice = isOpening || (shown === null && sourceFault === null) ? chosen.choice : shown;
  const { t } = useLingui();
  return (
    <div className={styles.root} role="group" aria-label={t`Picture`}>
      <AriaButton
        className={styles.camera}
        aria-pressed={choice?.kind === 'camera'}
        onPress={() => {
          chooseCamera({ facing: 'user' });
        }}
      >
        <Icon name="camera" />
        <Trans>Camera</Trans>
      </AriaButton>
      {samples.map((sample) => (
        <SampleButton
          key={sample.id}
          sample={sample}
          isChosen={choice?.kind === 'sample' && choice.url === sample.url}
          isPictured={arrived || choice?.kind !== 'sample' || choice.url === sample.url}
          onChoose={() => {
            chooseSample(sample.id);
          }}
        />
      ))}
      <FileTrigger
        acceptedFileTypes={['image/*', 'video/*']}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file != null) onFiles([file]);
        }}
      >
        <AriaButton className={styles.own} aria-pressed={choice?.kind === 'file'}>
          <Trans>Your photo or video</Trans>
        </AriaButton>
      </FileTrigger>
      {choice?.kind === 'file' ? <span className={styles.fileName}>{choice.file.name}</span> : null}
      {choice?.kind !== 'camera' || cameras.length < 2 ? null : (
        <Suspense fallback={null}>
          <CameraSelect camera={choice.camera} source={source} cameras={cameras} onCamera={chooseCamera} />
        </Suspense>
      )}
    </div>
  );
}

function SampleButton({
  sample,
  isChosen,
  isPictured,
  onChoose,
}: {
  readonly sample: Sample;
  readonly isChosen: boolean;
  /** Whether its thumbnail is fetched yet. */
  readonly isPictured: boolean;
  readonly onChoose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <AriaButton className={styles.sample} aria-pressed={isChosen} onPress={onChoose}>
      {isPictured ? (
        <img src={sample.url} alt="" width={40} height={40} />
      ) : (
        <span className={styles.thumbnail}>
          <Icon name="photo" />
        </span>
      )}
      {i18n._(sample.name)}
    </AriaButton>
  );
}
