import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { samples } from '../../../lab/session/samples';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedNetwork } from '../../../lab/exhibit/openedNetwork';
import type { ExhibitedWeights } from '../../../run/weights/exhibits';
import { Button } from '../../ui/Button';
import { bytesText } from '../../ui/numberText';
import { Progress } from '../../ui/Progress';
import { RunErrorMessage } from '../faults/RunErrorMessage';
import { useOnline } from '../faults/useOnline';
import { useLoadingText } from '../session/useLoadingText';
import styles from './ExhibitFrame.module.css';
import { useExhibit } from './useExhibit';

type ExhibitFrameProps = {
  readonly of: ExhibitedWeights;
  /** Whether it was asked for already, as by a switch. */
  readonly isAsked?: boolean;
  /** What the figure will take, px, so that nothing below it moves. */
  readonly height: number;
  readonly children: (exhibit: Exhibit, network: ExhibitedNetwork) => ReactNode;
};

/** Runs a trained network on the sample photo when it is asked to, and gives it to a figure; all figures of a page share it. */
export function ExhibitFrame({ of, isAsked = false, height, children }: ExhibitFrameProps) {
  const { exhibit, status } = useExhibit(of.weights);
  useEffect(() => {
    if (isAsked) exhibit.open();
  }, [exhibit, isAsked]);
  const failed = status.stage === 'failed' ? status.error : null;
  useOnline(failed?.code === 'downloadFailed', exhibit.open);
  return (
    <div className={styles.frame} style={{ minBlockSize: height }} data-stage={status.stage}>
      {status.stage === 'open' ? (
        children(exhibit, status.network)
      ) : (
        <div className={styles.place}>
          {status.stage === 'shut' ? (
            <Offer bytes={of.bytes} onOpen={exhibit.open} />
          ) : status.stage === 'opening' ? (
            <Loading progress={status.progress} bytes={of.bytes} />
          ) : (
            <RunErrorMessage
              error={status.error}
              actions={
                <Button onPress={exhibit.open}>
                  <Trans>Try again</Trans>
                </Button>
              }
            />
          )}
        </div>
      )}
    </div>
  );
}

function Offer({ bytes, onOpen }: { readonly bytes: number; readonly onOpen: () => void }) {
  const { i18n, t } = useLingui();
  const [photo] = samples;
  const size = bytesText(bytes, i18n.locale);
  return (
    <div className={styles.offer}>
      <img src={photo.url} alt={i18n._(photo.name)} width={192} height={128} loading="lazy" />
      <div>
        <Button look="primary" icon="play" onPress={onOpen}>
          <Trans>Run the trained network on this photo</Trans>
        </Button>
        <p>{t`Downloads ${size} of weights once. The values are computed here, in the browser.`}</p>
      </div>
    </div>
  );
}

type LoadingProps = { readonly progress: Parameters<typeof useLoadingText>[0]; readonly bytes: number };

function Loading({ progress, bytes }: LoadingProps) {
  return <Progress {...useLoadingText(progress, bytes)} />;
}
