import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import type { CameraDevice, FrameSource } from '../../run/frameSource';
import { Button } from '../controls/Button';
import { Icon } from '../controls/Icon';
import { Select } from '../controls/Select';
import type { SourceChoice } from './sourceSlot';
import { samples, type Sample } from './samples';
import styles from './SourceChooser.module.css';

type SourceChooserProps = {
  readonly choice: SourceChoice;
  /** What is shown now, which may still be the one before. */
  readonly source: FrameSource | null;
  readonly cameras: readonly CameraDevice[];
  readonly onSample: (id: (typeof samples)[number]['id']) => void;
  readonly onFile: (file: File) => void;
  /** A camera by id, or whichever faces the person. */
  readonly onCamera: (deviceId: string | null) => void;
};

/** Camera, sample photos, a photo of one's own. */
export function SourceChooser({ choice, source, cameras, onSample, onFile, onCamera }: SourceChooserProps) {
  const { t } = useLingui();
  return (
    <div className={styles['root']} role="group" aria-label={t`Picture`}>
      <Button
        icon="camera"
        isPressed={choice.kind === 'camera'}
        onPress={() => {
          onCamera(null);
        }}
      >
        <Trans>Camera</Trans>
      </Button>
      {samples.map((sample) => (
        <SampleButton
          key={sample.id}
          sample={sample}
          isChosen={choice.kind === 'sample' && choice.url === sample.url}
          onChoose={() => {
            onSample(sample.id);
          }}
        />
      ))}
      <FileTrigger
        acceptedFileTypes={['image/*', 'video/*']}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file != null) onFile(file);
        }}
      >
        <AriaButton className={styles['own'] ?? ''} aria-pressed={choice.kind === 'file'}>
          <Icon name="file" />
          {choice.kind === 'file' ? (
            <span className={styles['fileName']}>{choice.file.name}</span>
          ) : (
            <Trans>Own photo</Trans>
          )}
        </AriaButton>
      </FileTrigger>
      {choice.kind === 'camera' && cameras.length > 1 ? (
        <Select
          label={t`Which camera`}
          labelled="hidden"
          options={cameras.map(({ deviceId, name }, position) => ({
            value: deviceId,
            label: name === '' ? t`Camera ${position + 1}` : name,
          }))}
          value={choice.deviceId ?? cameras.find(({ name }) => name === source?.name)?.deviceId ?? null}
          placeholder={t`Which camera`}
          onChange={onCamera}
        />
      ) : null}
    </div>
  );
}

function SampleButton({
  sample,
  isChosen,
  onChoose,
}: {
  readonly sample: Sample;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <AriaButton className={styles['sample'] ?? ''} aria-pressed={isChosen} onPress={onChoose}>
      <img src={sample.url} alt="" width={40} height={40} />
      {i18n._(sample.name)}
    </AriaButton>
  );
}
