import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TensorFormat } from '../../../run/formats/parseTensorFile';
import { classNamingOf } from '../../../run/checkpoint/classNames';
import type { RecognisedFile } from '../../../run/checkpoint/openCheckpoint';
import { Button } from '../../ui/Button';
import { bytesText, exactNumberText } from '../../ui/numberText';
import { Spoken } from '../../ui/Spoken';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import type { Choice } from '../../../nets/parameter';
import type { WeightNote } from '../../../run/checkpoint/checkpointLayers';
import styles from './Checkpoints.module.css';
import { ConventionControls } from './ConventionControls';
import { officialTitle } from './officialTitle';

type RecognisedCardProps = {
  readonly recognised: RecognisedFile;
  /** What the person set. */
  readonly chosen: Choice;
  readonly onRun: (chosen: Choice) => void;
  /** Null while there is something left to do with it. */
  readonly onDismiss: (() => void) | null;
};

/** Describes a recognised checkpoint before it runs, and lets what it assumes be changed. */
export function RecognisedCard({ recognised, chosen, onRun, onDismiss }: RecognisedCardProps) {
  const { t, i18n } = useLingui();
  const textOf = useOptionTexts();
  const { fileName, fileBytes, format, options, resolution, classes, hasLabels, official } = recognised;
  const count = exactNumberText(classes, i18n.locale);
  const classText = { imagenet: t`${count} (ImageNet)`, everyday: t`${count} (everyday objects)`, numbers: count };
  // The width stands in the network's name, and a hidden layer of no units is none.
  const told = Object.entries(options).filter(
    ([name, value]) => name !== 'width' && !(name === 'hidden' && value === 0),
  );
  const settings = told.map(([name, value]) => {
    const { label, choices = {} } = textOf(name);
    return `${label} ${choices[String(value)] ?? String(value)}`;
  });
  const rows = [
    { name: t`Network`, value: officialTitle(recognised) },
    { name: t`Options`, value: settings.join(' · ') },
    { name: t`Input`, value: t`${resolution} × ${resolution} pixels` },
    {
      name: t`Classes`,
      value:
        classes === 0
          ? t`none: features only`
          : hasLabels
            ? t`${count} (named in the file)`
            : classText[classNamingOf(classes)],
    },
    { name: t`Format`, value: formatNames[format] },
    { name: t`File`, value: `${fileName}, ${bytesText(fileBytes, i18n.locale)}` },
  ].filter(({ value }) => value !== '');
  return (
    <section className={styles.recognised} aria-label={t`Recognised`}>
      <div className={styles.recognisedHead}>
        <h2>
          <Trans>Recognised</Trans>
        </h2>
        {onDismiss === null ? null : (
          <Button icon="close" look="quiet" onPress={onDismiss}>
            <Spoken>
              <Trans>Dismiss</Trans>
            </Spoken>
          </Button>
        )}
      </div>
      <dl>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {official === null || !recognised.hasPublishedDigest ? null : (
        <p>
          <Trans>Its checksum matches the file that {official.publisher} publishes.</Trans>
        </p>
      )}
      {recognised.notes.map((note) => (
        <p key={note.kind}>
          <NoteText note={note} />
        </p>
      ))}
      {recognised.settings.length === 0 || official !== null ? null : (
        <ConventionControls
          key={JSON.stringify([fileName, chosen])}
          settings={recognised.settings}
          chosen={chosen}
          onRun={onRun}
        />
      )}
    </section>
  );
}

function NoteText({ note }: { readonly note: WeightNote }) {
  switch (note.kind) {
    case 'masksApplied':
      return (
        <Trans>
          Pruning masks are applied (<Plural value={note.layers} one="# layer" other="# layers" />
          ).
        </Trans>
      );
    case 'weightNormApplied':
      return (
        <Trans>
          Weight norm is computed (<Plural value={note.layers} one="# layer" other="# layers" />
          ).
        </Trans>
      );
    case 'orderAssumed':
      return (
        <Trans>
          Layer order: by name (assumed: the file records none, and layers of the same shape could be swapped; save it
          with torch.save to be sure).
        </Trans>
      );
    case 'stridesAssumed':
      return <Trans>Strides: the paper’s (assumed: versions for 32-pixel images often have other ones).</Trans>;
    case 'computedInFloats':
      return (
        <Trans>Computed in floating point; the file’s own 8-bit arithmetic gives slightly different scores.</Trans>
      );
    case 'callsAssumed': {
      switch (note.what) {
        case 'activations':
          return (
            <Trans>
              Activations: the network’s own (assumed: the file’s code calls them as functions, so the file does not
              record them).
            </Trans>
          );
        case 'pools':
          return (
            <Trans>
              Pooling: the network’s own (assumed: the file’s code calls it as a function, so the file does not record
              it).
            </Trans>
          );
        case 'both':
          return (
            <Trans>
              Activations and pooling: the network’s own (assumed: the file’s code calls them as functions, so the file
              does not record them).
            </Trans>
          );
      }
      return null;
    }
    case 'skipped': {
      const names = note.names.join(', ');
      return (
        <Trans>
          Left out <Plural value={note.count} one="# tensor that belongs" other="# tensors that belong" /> to no layer:{' '}
          {names}.
        </Trans>
      );
    }
    case 'configOfAnother':
      return (
        <Trans>
          The config.json beside it is ignored: it describes {note.says}, and these weights belong to another network.
        </Trans>
      );
    case 'features':
      return <Trans>No classifier: it computes features only, which Look inside shows.</Trans>;
    case 'setTaken': {
      const beside = note.beside.join(', ');
      return (
        <Trans>
          The weights {note.taken} are used. {beside}, beside them, fit no network here.
        </Trans>
      );
    }
    case 'labelsDoNotFit':
      return (
        <Trans>
          The labels beside it are not used: there are {note.got} names for {note.wanted} classes.
        </Trans>
      );
  }
}

const formatNames: Readonly<Record<TensorFormat, string>> = {
  safetensors: 'safetensors',
  pytorch: 'PyTorch',
  keras: 'Keras HDF5',
  tflite: 'TensorFlow Lite',
  tfjs: 'TensorFlow.js',
  onnx: 'ONNX',
};
