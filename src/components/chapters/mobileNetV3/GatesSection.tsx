import { Trans, useLingui } from '@lingui/react/macro';
import { gatedBlocks, type Gates } from '../../../lab/examples/gates';
import { samples, type SampleId } from '../../../lab/session/samples';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { gateCounts, gatesThatSwitch } from '../../../viz/chapters/gateProfile';
import { nearestOf, oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { NumberSlider } from '../../ui/NumberSlider';
import { numberFormat, percentText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { MarginNote } from '../../explain/page/MarginNote';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Workbench } from '../../explain/page/Workbench';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { mobileNetV3Lesson } from './lesson';
import { GateProfile } from './GateProfile';
import styles from './GatesSection.module.css';

const { p2 } = mobileNetV3Lesson.predictions;
const numbers = gatedBlocks.map(({ id }) => Number(id.replace('block', '')));
const parsers = {
  photo: oneOf(samples.map(({ id }) => id)).withDefault('coffee'),
  block: nearestOf(numbers).withDefault(12),
};
const urlKeys = { photo: 'gates.photo', block: 'gates.block' };

/** The gates that a trained network computes for two photographs, block by block. */
export function GatesSection() {
  const { i18n, t } = useLingui();
  const [{ photo, block }, choose] = useAddress(parsers, urlKeys);
  const [first] = gatedBlocks;
  const chosen = gatedBlocks[numbers.indexOf(block)] ?? first;
  if (chosen === undefined) return null;
  const other = samples.find(({ id }) => id !== photo)?.id ?? photo;
  const [gates, others] = [chosen.gates[photo], chosen.gates[other]];
  const last = gatedBlocks.at(-1)?.gates[photo] ?? [];
  const lastShut = percentText(gateCounts(last).shut / last.length, i18n.locale, 0);
  const names = Object.fromEntries(samples.map(({ id, name }) => [id, i18n._(name)]));
  return (
    <Section id="gates" title={t`The gates of a trained network`}>
      <Prose>
        <p>
          <Trans>
            A gate can weigh a channel, or shut it. What does a network do with its gates, once it is trained?
          </Trans>
        </p>
      </Prose>
      <GuessBars of={p2} />
      <AfterGuess of={p2}>
        <Prose>
          <p>
            <Trans>
              Here are all gates, in V3-Large trained on 64 everyday classes, for two photographs. In block 4 most gates
              are fully open, and in the middle nearly all are partly open: they re-weight the channels. The last blocks
              choose: in block 15, {lastShut} of the gates are shut, and for another photograph others are open.
            </Trans>
          </p>
        </Prose>
        <MarginNote>
          <p>
            <Trans>
              Computed by this app’s own engine from the weights that Live runs, at 128 × 128. Other weights give other
              gates.
            </Trans>
          </p>
        </MarginNote>
        <Workbench
          stage={
            <Figure
              title={t`Block ${block}: each gate for two photographs`}
              files={{
                name: 'squeeze-excite-gates',
                numbers: () =>
                  recordRows(gates.map((gate, channel) => ({ channel, [photo]: gate, [other]: others[channel] ?? 0 }))),
              }}
              onReset={() => void choose({ photo: null, block: null })}
              caption={
                <Trans>
                  Channels from the most open gate to the most shut one. Filled: this photograph; dots: the same
                  channels for the other photograph.
                </Trans>
              }
            >
              <GateProfile gates={gates} others={others} />
            </Figure>
          }
          side={
            <>
              <div className={styles.photos}>
                {samples.map(({ id, url, name }) => (
                  <img
                    key={id}
                    className={styles.photo}
                    data-chosen={id === photo}
                    src={url}
                    alt={i18n._(name)}
                    loading="lazy"
                    width={128}
                    height={96}
                  />
                ))}
              </div>
              <ChoiceControl
                label={t`Photograph`}
                options={samples.map(({ id }) => ({ value: id, label: names[id] ?? id }))}
                value={photo}
                onChange={(value) => void choose({ photo: value })}
              />
              <NumberSlider
                label={t`Block`}
                values={numbers}
                value={block}
                onChange={(value) => void choose({ block: value })}
                hint={t`The eight of 15 blocks that have gates.`}
              />
              <Counts gates={gates} others={others} />
            </>
          }
        >
          <AllBlocks photo={photo} block={block} />
        </Workbench>
      </AfterGuess>
    </Section>
  );
}

function Counts({ gates, others }: { readonly gates: Gates; readonly others: Gates }) {
  const { i18n, t } = useLingui();
  const { shut, open } = gateCounts(gates);
  const share = (count: number) => percentText(count / gates.length, i18n.locale, 0);
  const mean = numberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Readouts>
      <Readout label={t`Shut`} value={<span data-gates="shut">{shut}</span>} note={share(shut)} />
      <Readout label={t`Fully open`} value={<span data-gates="open">{open}</span>} note={share(open)} />
      <Readout label={t`Mean gate`} value={mean.format(gates.reduce((sum, gate) => sum + gate, 0) / gates.length)} />
      <Readout
        label={t`Shut for one photograph only`}
        value={<span data-gates="switch">{gatesThatSwitch(gates, others)}</span>}
        note={share(gatesThatSwitch(gates, others))}
      />
    </Readouts>
  );
}

/** How many gates of each block are open, partly open and shut. */
function AllBlocks({ photo, block }: { readonly photo: SampleId; readonly block: number }) {
  const { t } = useLingui();
  return (
    <Figure
      title={t`The last blocks shut most of their gates`}
      files={{
        name: 'squeeze-excite-gate-counts',
        numbers: () => recordRows(gatedBlocks.map(({ id, gates: all }) => ({ block: id, ...gateCounts(all[photo]) }))),
      }}
    >
      <StackedBarChart
        name={t`Gates fully open, partly open and shut in each block`}
        labelWidth={88}
        rows={gatedBlocks.map(({ id, gates: all }, index) => {
          const counts = gateCounts(all[photo]);
          return {
            id,
            label: t`block ${numbers[index] ?? 0}`,
            isMarked: numbers[index] === block,
            parts: (['open', 'partly', 'shut'] as const).map((kind) => ({ kind, value: counts[kind] })),
          };
        })}
        kinds={[
          { kind: 'open', name: t`open`, tone: 'squeezeExcite' },
          { kind: 'partly', name: t`partly open`, tone: 'depthwise' },
          { kind: 'shut', name: t`shut`, tone: 'pool' },
        ]}
      />
    </Figure>
  );
}
