import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import type { CameraChoice, CameraDevice, FrameSource } from '../../run/frameSource';
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
  /** A camera by id, or whichever looks that way. */
  readonly onCamera: (camera: CameraChoice) => void;
  readonly isPaused: boolean;
  readonly onPause: (isPaused: boolean) => void;
};

/** Camera, sample photos, a photo or video of one's own; what moves can be stopped. */
export function SourceChooser(props: SourceChooserProps) {
  const { choice, source, onSample, onFile, onCamera, isPaused, onPause } = props;
  const { t } = useLingui();
  return (
    <div className={styles['root']} role="group" aria-label={t`Picture`}>
      <Button
        icon="camera"
        isPressed={choice.kind === 'camera'}
        onPress={() => {
          onCamera({ facing: 'user' });
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
            <Trans>Own photo or video</Trans>
          )}
        </AriaButton>
      </FileTrigger>
      <CameraSelect {...props} />
      {source === null || source.kind === 'photo' ? null : (
        <Button
          icon={isPaused ? 'play' : 'pause'}
          isPressed={isPaused}
          onPress={() => {
            onPause(!isPaused);
          }}
        >
          {t`Pause (key P)`}
        </Button>
      )}
    </div>
  );
}

/** Where there are several cameras: which, by its name or by the way it looks. */
function CameraSelect({ choice, source, cameras, onCamera }: SourceChooserProps) {
  const { t } = useLingui();
  if (choice.kind !== 'camera' || cameras.length < 2) return null;
  const { camera } = choice;
  const opened = cameras.find(({ name }) => name === source?.name)?.deviceId;
  const faces = { user: t`The one facing you`, environment: t`The one facing the room` };
  return (
    <Select
      label={t`Which camera`}
      labelled="hidden"
      options={[
        ...facings.map((facing) => ({ value: facing, label: faces[facing] })),
        ...cameras.map(({ deviceId, name }, position) => ({
          value: deviceId,
          label: name === '' ? t`Camera ${position + 1}` : name,
        })),
      ]}
      value={'deviceId' in camera ? camera.deviceId : (opened ?? camera.facing)}
      placeholder={t`Which camera`}
      onChange={(value) => {
        const facing = facings.find((way) => way === value);
        onCamera(facing === undefined ? { deviceId: value } : { facing });
      }}
    />
  );
}

const facings = ['user', 'environment'] as const;

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
