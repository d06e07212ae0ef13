import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { layersExample } from '../../../lab/examples/examples';
import type { LayersRecord } from '../../../lab/layers/layersResult';
import { layersShelf, resultOfRecord } from '../../../lab/layers/layersShelf';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { costOf } from '../../../nets/readings/cost';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { timeShares, workKinds, workShares, type WorkKind, type WorkShares } from '../../../nets/readings/workKinds';
import { MarginNote } from '../../explain/page/MarginNote';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { SourceLink } from '../../explain/page/SourceLink';
import { useKeptResults } from '../../running/measuring/useKeptResults';
import { Legend, Swatch } from '../../ui/charts/Legend';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { toneClass, type Tone } from '../../ui/tone';
import { usePunctuation } from '../../ui/usePunctuation';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { mobileNetV2Shares } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import styles from './RuntimeSection.module.css';
import { PageLink } from '../../ui/PageLink';

const { p7 } = shuffleNetV2Lesson.predictions;

const networks = [
  { id: 'shufflenet-v1', name: 'ShuffleNet V1', cost: costOf(builtGraph(shuffleNetV1)) },
  { id: 'mobilenet-v2', name: 'MobileNet V2', cost: costOf(builtGraph(mobileNetV2)) },
] as const;

const tones: Readonly<Record<WorkKind, Tone>> = {
  dense: 'pointwise',
  depthwise: 'depthwise',
  elementWise: 'activation',
  moving: 'shuffle',
  pool: 'pool',
};

/** Where two networks spend multiply-adds, memory access and, once measured, time, by kind of op. */
export function RuntimeSection() {
  const { i18n, t } = useLingui();
  const kept = useKeptResults(layersShelf);
  const names: Readonly<Record<WorkKind, string>> = {
    dense: t`1×1 and other convolutions, classifier`,
    depthwise: t`depthwise convolutions`,
    elementWise: t`activations and sums`,
    moving: t`shuffles, splits, concatenations`,
    pool: t`pooling`,
  };
  const idle = networks.map(({ cost }) => {
    const { elementWise, moving, pool } = workShares(cost, 'memoryAccess');
    return percentText(elementWise + moving + pool, i18n.locale, 0);
  });
  const [ofShuffleNet, ofMobileNet] = idle;
  return (
    <Section id="runtime" title={t`Where the time goes`}>
      <Prose>
        <p>
          <Trans>
            Multiply-adds see convolutions and nothing else. The paper took the run time of ShuffleNet V1 and MobileNet
            V2 apart on a GPU and on ARM: convolutions take most of it, it says, but moving data, shuffling and
            element-wise ops take a considerable part. Where to look, before anything is measured? Memory access is a
            hint.
          </Trans>
        </p>
      </Prose>
      <MarginNote>
        <p>
          <Trans>
            The paper’s percentages appear only in a figure, so they are not repeated here. Your own device gives its
            own.
          </Trans>
        </p>
        <p>
          <SourceLink source={shuffleNetV2Paper} place={t`section 1, figure 2`} />
        </p>
      </MarginNote>
      <GuessNumber
        of={p7}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Depthwise convolutions in MobileNet V2`}
            tone="memory"
            format={(share) => percentText(share, i18n.locale, 0)}
            bars={[
              { id: 'depthwise-macs', label: t`of its multiply-adds`, value: mobileNetV2Shares.macs.depthwise },
              {
                id: 'depthwise-moved',
                label: t`of its memory access`,
                value: mobileNetV2Shares.memoryAccess.depthwise,
                isAsked: true,
              },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : guess / 100}
          />
        )}
      />
      <AfterGuess of={p7}>
        <Prose>
          <p>
            <Trans>
              And {ofMobileNet} of MobileNet V2’s memory access, {ofShuffleNet} of ShuffleNet V1’s, belong to ops
              without any multiply-adds.
            </Trans>
          </p>
        </Prose>
        <div className={styles.card}>
          <Figure
            title={t`Multiply-adds, memory access and time are in different ops`}
            files={{
              name: 'runtime-breakdown',
              numbers: () =>
                recordRows(
                  networks.flatMap(({ id, cost }) =>
                    (['macs', 'memoryAccess'] as const).map((figure) => ({
                      network: id,
                      figure,
                      ...workShares(cost, figure),
                    })),
                  ),
                ),
            }}
            caption={
              <Trans>
                Shares at 224 × 224. Memory access is counted with every op by itself; in the measured time an
                activation that runs together with its convolution is part of it.
              </Trans>
            }
          >
            <div className={styles.networks}>
              {networks.map(({ id, name, cost }) => (
                <div key={id} className={styles.network} data-network={id}>
                  <h3>{name}</h3>
                  <dl className={styles.rows}>
                    <ShareRow name={t`MACs`} shares={workShares(cost, 'macs')} names={names} />
                    <ShareRow name={t`Memory access`} shares={workShares(cost, 'memoryAccess')} names={names} />
                    <TimeRow network={id} results={kept.results} names={names} />
                  </dl>
                </div>
              ))}
            </div>
            <Legend
              entries={workKinds.map((kind) => ({
                id: kind,
                name: names[kind],
                swatch: <Swatch className={`${toneClass(tones[kind])} ${styles.swatch}`} />,
              }))}
            />
          </Figure>
        </div>
      </AfterGuess>
    </Section>
  );
}

type Names = Readonly<Record<WorkKind, string>>;

type TimeRowProps = {
  readonly network: string;
  readonly results: readonly LayersRecord[];
  readonly names: Names;
};

/** The time as Layers measured it on this device, or the stored example, or the way to Layers. */
function TimeRow({ network, results, names }: TimeRowProps) {
  const { t } = useLingui();
  const measured = results.findLast((kept) => kept.network === network);
  const record = measured ?? layersExample.results.find((example) => example.network === network);
  const result = record === undefined ? undefined : resultOfRecord(record);
  const link = (
    <PageLink to={`/layers?net=${network}`}>
      {measured === undefined ? <Trans>Measure it on this device</Trans> : <Trans>Measured in Layers</Trans>}
    </PageLink>
  );
  if (result?.ok !== true) return <EmptyRow name={t`Time`} note={link} />;
  return (
    <ShareRow
      name={t`Time`}
      shares={timeShares(result.value.graph, result.value.steps)}
      names={names}
      note={
        measured === undefined ? (
          <Trans>
            An example, on {layersExample.processor}. {link}
          </Trans>
        ) : (
          link
        )
      }
    />
  );
}

type ShareRowProps = {
  readonly name: string;
  readonly shares: WorkShares;
  readonly names: Names;
  readonly note?: ReactNode;
};

/** One bar from 0 to 100%, with shares written where they have room. */
function ShareRow({ name, shares, names, note }: ShareRowProps) {
  const { i18n } = useLingui();
  const { pair } = usePunctuation();
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.bar}>
          {workKinds.map((kind) =>
            shares[kind] === 0 ? null : (
              <span
                key={kind}
                className={`${styles.part} ${toneClass(tones[kind])}`}
                style={{ inlineSize: `${String(100 * shares[kind])}%` }}
                title={pair(names[kind], percentText(shares[kind], i18n.locale))}
                data-kind={kind}
              >
                <span className={shares[kind] < 0.09 ? styles.spoken : undefined}>
                  {percentText(shares[kind], i18n.locale, 0)}
                </span>
              </span>
            ),
          )}
        </span>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

function EmptyRow({ name, note }: { readonly name: string; readonly note: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>
        <span className={`${styles.bar} ${styles.empty}`}>{note}</span>
      </dd>
    </div>
  );
}
