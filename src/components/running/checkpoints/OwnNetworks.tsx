import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { officialWeights } from '../../../run/official/officialWeights';
import type { Manifest } from '../../../run/weights/manifest';
import { renameNetwork } from '../../../run/weights/ownNetworks';
import { ownTitle } from '../../../lab/networks/ownTitle';
import { Button } from '../../ui/Button';
import { bytesText } from '../../ui/numberText';
import styles from './Checkpoints.module.css';
import { JobStatus } from './JobStatus';
import { refreshKeptNetworks, useKeptNetworks } from './keptNetworksStore';
import { KeptButtons } from './OfficialEntry';
import { officialTitle } from './officialTitle';
import { OpenCheckpoint } from './OpenCheckpoint';
import { shippedWeights } from './shippedWeights';
import type { CheckpointDesk } from './useCheckpointJob';

type OwnNetworksProps = {
  /** Name of the chosen weights. */
  readonly chosen: string | null;
  readonly desk: CheckpointDesk;
};

/** Networks that the person opened from files, each with a name that can be changed, and the button to open one. */
export function OwnNetworks({ chosen, desk }: OwnNetworksProps) {
  const { t } = useLingui();
  const { removed, remove, undo } = useRemoval(desk.forget);
  const own = (useKeptNetworks() ?? []).filter(
    ({ name }) =>
      name !== removed?.name &&
      !officialWeights.some((entry) => entry.name === name && name !== shippedWeights[entry.net]),
  );
  const title = removed === null ? '' : nameOf(removed);
  return (
    <section className={styles.own} aria-label={t`From your own files`}>
      <h2>
        <Trans>From your own files</Trans>
      </h2>
      {own.length === 0 ? null : (
        <ul className={styles.entries}>
          {own.map((manifest) => (
            <OwnEntry
              key={manifest.name}
              manifest={manifest}
              isRunning={chosen === manifest.name}
              desk={{ ...desk, forget: () => remove(manifest) }}
            />
          ))}
        </ul>
      )}
      {removed === null ? null : (
        <p className={styles.note} role="status">
          <Trans>{title} was removed.</Trans>{' '}
          <Button look="quiet" icon="reset" onPress={undo}>
            <Trans>Undo</Trans>
          </Button>
        </p>
      )}
      <OpenCheckpoint desk={desk} />
      <JobStatus desk={desk} at="button" />
      <p className={styles.note}>
        <Trans>
          Or drop it on the picture: safetensors, PyTorch .pth, Keras .h5 and .keras, TensorFlow Lite, TensorFlow.js or
          ONNX, for any network here. From Teachable Machine: export as TensorFlow.js and choose all files of the folder
          together.
        </Trans>
      </p>
    </section>
  );
}

/** A removal that can be undone until the next one, or until the list is left. */
function useRemoval(forget: (name: string) => void) {
  const [removed, setRemoved] = useState<Manifest | null>(null);
  const pending = useRef<{ readonly name: string; readonly forget: typeof forget } | null>(null);
  useEffect(
    () => () => {
      pending.current?.forget(pending.current.name);
    },
    [],
  );
  return {
    removed,
    remove: (manifest: Manifest) => {
      if (removed !== null) forget(removed.name);
      pending.current = { name: manifest.name, forget };
      setRemoved(manifest);
    },
    undo: () => {
      pending.current = null;
      setRemoved(null);
    },
  };
}

type OwnEntryProps = { readonly manifest: Manifest; readonly isRunning: boolean; readonly desk: CheckpointDesk };

function OwnEntry({ manifest, isRunning, desk }: OwnEntryProps) {
  const { t, i18n } = useLingui();
  const title = nameOf(manifest);
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <input
          className={styles.name}
          aria-label={t`Name of ${title}`}
          defaultValue={title}
          maxLength={80}
          onBlur={({ currentTarget: { value } }) => rename(manifest, value.trim())}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') rename(manifest, currentTarget.value.trim());
          }}
        />{' '}
        <span className={styles.facts}>
          {[manifest.source, officialTitle(manifest), bytesText(manifest.bytes, i18n.locale)].join(' · ')}
        </span>
        {isRunning ? (
          <span className={styles.facts}>
            <Trans>It is running: choose another network before you remove it.</Trans>
          </span>
        ) : null}
      </span>
      <KeptButtons kept={manifest} title={title} isRunning={isRunning} desk={desk} />
    </li>
  );
}

/** A name that is the file's is none. */
function rename(manifest: Manifest, wanted: string): void {
  const title = wanted === manifest.source ? '' : wanted;
  if (title !== (manifest.title ?? '')) void renameNetwork(manifest, title).then(refreshKeptNetworks);
}

function nameOf(manifest: Manifest): string {
  return ownTitle(manifest) ?? manifest.source;
}
