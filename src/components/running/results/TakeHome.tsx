import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Link } from 'react-router';
import { Button } from '../../ui/Button';
import { DownloadButton } from '../../ui/DownloadButton';
import { millisecondsText } from '../../ui/numberText';
import { Select } from '../../ui/Select';
import { csvFile, jsonFile } from '../../ui/textFiles';
import { countedOf, type LabResult } from '../../../lab/results/labResult';
import { resultRows, resultsJson } from '../../../lab/results/resultFiles';
import { resultLink } from '../../../lab/results/resultCode';
import styles from './TakeHome.module.css';

// The encoder is a tenth of the start page's size and rarely used.
const QrPicture = lazy(async () => ({ default: (await import('./QrPicture')).QrPicture }));

type TakeHomeProps = {
  /** The results at the time of the call; empty before the first frame. */
  readonly results: () => readonly LabResult[];
  readonly isDisabled: boolean;
  /** A picture of the results, drawn when they are taken; the race always shows its own. */
  readonly chart?: () => ReactNode;
};

/** Freezes the current results and offers them as files, a link and a QR code. */
export function TakeHome({ results, isDisabled, chart }: TakeHomeProps) {
  const { t } = useLingui();
  const [{ taken, picture }, take] = useState<Taken>({ taken: [], picture: null });
  return (
    <section className={styles.root} aria-label={t`Take the result home`}>
      <Button
        icon="download"
        isDisabled={isDisabled}
        onPress={() => {
          take({ taken: results(), picture: chart?.() });
        }}
      >
        {taken.length === 0 ? <Trans>Take the result home</Trans> : <Trans>Take it anew</Trans>}
      </Button>
      {taken.length === 0 ? null : (
        <>
          <TakenResults results={taken} />
          <div className={styles.picture}>{picture}</div>
        </>
      )}
    </section>
  );
}

type Taken = { readonly taken: readonly LabResult[]; readonly picture: ReactNode };

function TakenResults({ results }: { readonly results: readonly LabResult[] }) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState(0);
  const result = results[chosen] ?? results[0];
  if (result === undefined) return null;
  const link = resultLink(result, window.location.href.replace(/[?#].*$/s, ''));
  const time = millisecondsText(result.figures.inferenceMs, i18n.locale);
  return (
    <div className={styles.taken}>
      <div className={styles.files}>
        <DownloadButton label="JSON" fileName="lab-results.json" make={() => jsonFile(resultsJson(results))} />
        <DownloadButton label="CSV" fileName="lab-results.csv" make={() => csvFile(resultRows(results))} />
      </div>
      {results.length > 1 ? (
        <Select
          label={t`Which result the link carries`}
          options={results.map((candidate, position) => ({ value: String(position), label: titleOf(candidate) }))}
          value={String(chosen)}
          onChange={(position) => {
            setChosen(Number(position));
          }}
        />
      ) : null}
      <p className={styles.text}>
        {titleOf(result)}: {t`${time} ms inference`}
      </p>
      <TextField className={styles.link} value={link} isReadOnly>
        <Label>{t`Link with this one result`}</Label>
        <Input
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </TextField>
      <Suspense fallback={<svg className={styles.qr} />}>
        <QrPicture text={link} />
      </Suspense>
      <p className={styles.text}>
        <Trans>
          Another person’s <Link to="/collect">collecting page</Link> reads it by webcam, or takes the link or the JSON
          file. Nothing is sent anywhere.
        </Trans>
      </p>
    </div>
  );
}

/** `MobileNet V2, 96 px, WebGPU` */
function titleOf(result: LabResult): string {
  const counted = countedOf(result);
  if (!counted.ok) return result.network;
  const { model, choice } = counted.value.network;
  return `${model.name}, ${String(choice['resolution'])} px, ${result.backend}`;
}
