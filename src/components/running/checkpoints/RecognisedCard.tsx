import { Trans, useLingui } from '@lingui/react/macro';
import type { TensorFormat } from '../../../run/formats/parseTensorFile';
import { classNamingOf } from '../../../run/checkpoint/classNames';
import type { RecognisedFile } from '../../../run/checkpoint/openCheckpoint';
import { bytesText, exactNumberText } from '../../ui/numberText';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import styles from './Checkpoints.module.css';
import { officialTitle } from './officialTitle';

/** Describes a recognised checkpoint before it runs. */
export function RecognisedCard({ recognised }: { readonly recognised: RecognisedFile }) {
  const { t, i18n } = useLingui();
  const textOf = useOptionTexts();
  const { fileName, fileBytes, format, options, resolution, classes, official } = recognised;
  const count = exactNumberText(classes, i18n.locale);
  const classText = { imagenet: t`${count}, ImageNet's`, everyday: t`${count}, the everyday ones`, numbers: count };
  const settings = Object.entries(options).map(([name, value]) => `${textOf(name).label} ${String(value)}`);
  const rows = [
    { name: t`Network`, value: officialTitle(recognised) },
    { name: t`Options`, value: settings.join(' · ') },
    { name: t`Input`, value: t`${resolution} × ${resolution} pixels` },
    { name: t`Classes`, value: classText[classNamingOf(classes)] },
    { name: t`Format`, value: formatNames[format] },
    { name: t`File`, value: `${fileName}, ${bytesText(fileBytes, i18n.locale)}` },
  ].filter(({ value }) => value !== '');
  return (
    <section className={styles.recognised} aria-label={t`Recognised`}>
      <h3>
        <Trans>Recognised</Trans>
      </h3>
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
          <Trans>Its digest is that of the file that {official.publisher} publishes.</Trans>
        </p>
      )}
    </section>
  );
}

const formatNames: Readonly<Record<TensorFormat, string>> = {
  safetensors: 'safetensors',
  pytorch: 'PyTorch',
  keras: 'Keras HDF5',
  tflite: 'TensorFlow Lite',
  tfjs: 'TensorFlow.js',
  onnx: 'ONNX',
};
