import { Trans, useLingui } from '@lingui/react/macro';
import { shortenedTail } from '../../../nets/explorables/shortenedTail';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { costRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { Figure } from '../../ui/Figure';
import { exactNumberText, percentText, shortNumberText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { type Counted } from '../../../nets/readings/cost';
import { isAtDefaults } from '../../explain/exploration/isAtDefaults';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { mobileNetV3Lesson, tails } from './lesson';
import { LayerBars } from './LayerBars';
import styles from './TailSection.module.css';
import cards from './MobileNetV3.module.css';

const { p3 } = mobileNetV3Lesson.predictions;

/** The network's tail before and after the redesign. */
export function TailSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(shortenedTail);
  const { block, replaced, choose } = exploration;
  return (
    <Section id="tail" title={t`A shorter tail`}>
      <Prose>
        <p>
          <Trans>
            V2 ends with a block that expands to 960, filters, projects to 320 and expands to 1280, all on a 7×7 map,
            and pools last. V3 pools earlier: the 1×1 to 1280 then works on one pixel instead of 49. With that cost
            gone, the 3×3 and the projection before it, which were there to limit it, can go too.
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={p3}
        figure={({ isOpen, guess }) => {
          const { before, after } = tails();
          const [old, redesigned] = [before.cost.params, after.cost.params];
          return (
            <AskedBars
              label={t`Params`}
              tone="params"
              format={(value) => shortNumberText(value, i18n.locale)}
              isOpen={isOpen}
              isAbout
              guess={
                guess === undefined
                  ? undefined
                  : old * { fifth: 0.2, less: 0.85, same: 1, grow: redesigned / old }[guess]
              }
              bars={[
                { id: 'before', label: t`tail as in V2`, value: old },
                { id: 'after', label: t`redesigned`, value: redesigned, isAsked: true },
              ]}
            />
          );
        }}
      />
      <AfterGuess of={p3}>
        {replaced === undefined ? null : (
          <TailFigure before={replaced} after={block} isPapers={isAtDefaults(exploration)} />
        )}
        <Explorer
          exploration={exploration}
          title={t`The tail, layer by layer`}
          blockName={t`After`}
          replacedName={t`Before`}
          knobs={{
            inChannels: { label: t`Input channels` },
            lastChannels: { label: t`Expanded channels` },
            projectedChannels: {
              label: t`Projected channels (before)`,
              hint: t`Only in the old tail; 320 in V2.`,
            },
            headChannels: { label: t`Features` },
            resolution: { label: t`Map`, unit: 'px', hint: t`1/32 of the image: 7 for 224` },
          }}
        />
        <TryThis
          prompts={[
            {
              id: 'small',
              text: <Trans>The tail of V3-Small: 96 → 576 → 1,024. It saves less, and its params grow as well.</Trans>,
              set: () => {
                choose({
                  inChannels: 96,
                  lastChannels: 576,
                  projectedChannels: 192,
                  headChannels: 1024,
                  resolution: 7,
                });
              },
            },
            {
              id: 'large-map',
              text: (
                <Trans>
                  A 14×14 map: the old tail costs four times as much; in the new one only the first layer does.
                </Trans>
              ),
              set: () => {
                choose({ resolution: 14 });
              },
            },
          ]}
        />
      </AfterGuess>
      <Claim
        id="mobilenet-v3/c4"
        claim={<Trans>The new tail is smaller, at no loss of accuracy.</Trans>}
        sources={<SourceLink source={mobileNetV3Paper} place={t`section 5.1; counted on the two graphs`} />}
      >
        <Trans>
          It is faster, not smaller: multiply-adds fall, params grow by half a million, because 960 × 1280 weights are
          more than all that was removed. The paper says “almost no loss”.
        </Trans>
      </Claim>
    </Section>
  );
}

/** The layers of both tails, each labelled with its tail. */
function tailRows(before: Counted, after: Counted): readonly SheetRow[] {
  const [head = [], ...rows] = costRows(before.cost);
  return [
    ['tail', ...head],
    ...rows.map((row) => ['before', ...row]),
    ...costRows(after.cost)
      .slice(1)
      .map((row) => ['after', ...row]),
  ];
}

type TailFigureProps = {
  readonly before: Counted;
  readonly after: Counted;
  /** Whether these are the tails that the paper's figures are about. */
  readonly isPapers: boolean;
};

function TailFigure({ before, after, isPapers }: TailFigureProps) {
  const { i18n, t } = useLingui();
  const maxMacs = Math.max(...[before, after].flatMap(({ cost }) => cost.layers.map(({ macs }) => macs)));
  const saved = before.cost.macs - after.cost.macs;
  const share = percentText(saved / before.cost.macs, i18n.locale, 0);
  const grown = after.cost.params - before.cost.params;
  return (
    <>
      <div className={cards.card}>
        <Figure
          title={t`Pooled early, the tail needs few multiply-adds`}
          files={{ name: 'mobilenet-v3-tail', numbers: () => tailRows(before, after) }}
          caption={<Trans>Each layer with its output. Bars are multiply-adds, to one scale.</Trans>}
        >
          <div className={styles.pair}>
            <LayerBars title={t`Before: as V2 ends`} cost={before.cost} maxMacs={maxMacs} />
            <LayerBars title={t`After: pooled early`} cost={after.cost} maxMacs={maxMacs} />
          </div>
        </Figure>
        <Readouts>
          <Readout
            label={t`MACs saved`}
            value={
              <span data-saved="tail-macs">
                <Quantity value={saved} />
              </span>
            }
            note={
              isPapers
                ? t`${share} of the tail; the paper says 30 M`
                : t`${share} of this tail; the paper’s 30 M are of V3-Large’s: 160, 960 and 1,280 channels on a 7×7 map`
            }
          />
          <Readout
            label={grown >= 0 ? t`Params added` : t`Params saved`}
            value={<Quantity value={Math.abs(grown)} />}
            note={exactNumberText(Math.abs(grown), i18n.locale)}
          />
          <Readout
            label={t`Time saved, in the paper`}
            value="7 ms"
            note={t`11% of the run time; the paper’s first version said 10 ms and 15%`}
          />
        </Readouts>
      </div>
    </>
  );
}
