import { Trans, useLingui } from '@lingui/react/macro';
import { squeezeNetPaper } from '../../../nets/papers/squeezeNet';
import { alexNetPaper } from '../../../nets/papers/alexNet';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import type { Cost, LayerCost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import { exactNumberText, fixedText, shortNumberText, useNumberText } from '../../ui/numberText';
import { useRatioText } from '../../explain/cost/useRatioText';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { MarginNote } from '../../explain/page/MarginNote';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { useIsOpen } from '../../explain/lesson/useGate';
import { squeezeNetLesson } from './lesson';
import styles from './FiftyTimesSection.module.css';

const percentFormat = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** How many times fewer each option says. */
const guessedFall = { all: 49, some: 10, same: 1 };

/** 'Fifty times fewer parameters': against AlexNet, against its convolutions alone, and in multiply-adds. */
export function FiftyTimesSection() {
  const { i18n, t } = useLingui();
  const isOpen = useIsOpen(squeezeNetLesson.predictions.p2);
  const ratioText = useRatioText();
  const percent = useNumberText(percentFormat);
  const [alex, squeeze, newer] = [
    costOf(builtGraph(alexNet)),
    costOf(builtGraph(squeezeNet)),
    costOf(builtGraph(squeezeNet, { version: '1.1' })),
  ];
  const convolutions = paramsOf(alex, ({ node }) => node.op.kind === 'conv');
  const dense = alex.params - convolutions;
  const first = squeeze.layers.find(({ macs }) => macs > 0)?.macs ?? 0;
  const fewer = ratioText(squeeze.params, alex.params);
  const timesConvolutions = fixedText(convolutions / squeeze.params, i18n.locale, 1);
  const [classifier = '', denseText = ''] = [paramsOf(squeeze, ({ node }) => node.id.startsWith('conv10')), dense].map(
    (count) => shortNumberText(count, i18n.locale),
  );
  return (
    <Section id="fifty-times-fewer" title={t`50× fewer params than what?`}>
      <Prose>
        <p>
          <Trans>
            SqueezeNet has {fewer} params than AlexNet. But {percent(dense / alex.params)} of AlexNet’s params sit in
            its three fully connected layers, which SqueezeNet does without. Convolutions against convolutions, AlexNet
            has {timesConvolutions} times SqueezeNet’s params.
          </Trans>
        </p>
      </Prose>
      <MarginNote>
        <p>
          <Trans>
            AlexNet’s paper says 60 million params; counted on the graph of its two-tower network:{' '}
            {exactNumberText(alex.params, i18n.locale)}.
          </Trans>
        </p>
        <p>
          <SourceLink source={alexNetPaper} />
        </p>
      </MarginNote>
      <GuessChoice
        of={squeezeNetLesson.predictions.p2}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'asked-alexnet', label: 'AlexNet', value: alex.macs },
              { id: 'asked-squeezenet', label: 'SqueezeNet 1.0', value: squeeze.macs, isAsked: true },
            ]}
            isOpen={isOpen}
            isAbout
            guess={guess === undefined || guess === 'more' ? undefined : alex.macs / guessedFall[guess]}
          />
        )}
      />
      {isOpen ? (
        <Prose>
          <p>
            <Trans>
              So fewer params is not less work. A fifth of version 1.0’s multiply-adds, {percent(first / squeeze.macs)},
              are in its first layer alone, a 7×7 convolution on a large map. Version 1.1 starts with a 3×3 and pools
              earlier: it does less than half of AlexNet’s.
            </Trans>
          </p>
        </Prose>
      ) : null}
      <div className={styles.charts}>
        <section className={styles.params}>
          <ComparisonBars
            title={t`Params: nearly all of AlexNet’s are fully connected`}
            name={t`Params`}
            fileName="squeezenet-params"
            bars={[
              { id: 'alexnet', label: t`AlexNet, all`, value: alex.params, tone: 'other' },
              { id: 'alexnet-dense', label: t`its fully connected layers`, value: dense, tone: 'other' },
              { id: 'alexnet-convolutions', label: t`its convolutions`, value: convolutions, tone: 'other' },
              { id: 'squeezenet', label: 'SqueezeNet 1.0', value: squeeze.params, tone: 'subject' },
            ]}
          />
        </section>
        <AfterGuess of={squeezeNetLesson.predictions.p2}>
          <section className={styles.macs}>
            <ComparisonBars
              title={t`MACs: version 1.0 does more, 1.1 less than half`}
              name={t`MACs`}
              fileName="squeezenet-macs"
              bars={[
                { id: 'alexnet-macs', label: 'AlexNet', value: alex.macs, tone: 'other' },
                { id: 'squeezenet-macs', label: 'SqueezeNet 1.0', value: squeeze.macs, tone: 'subject' },
                { id: 'squeezenet-1.1-macs', label: 'SqueezeNet 1.1', value: newer.macs, tone: 'subject' },
              ]}
            />
          </section>
        </AfterGuess>
      </div>
      <ClassifierClaims classifier={classifier} dense={denseText} />
    </Section>
  );
}

type ClassifierClaimsProps = {
  /** Params, written out: of SqueezeNet's last convolution, and of AlexNet's fully connected layers. */
  readonly classifier: string;
  readonly dense: string;
};

function ClassifierClaims({ classifier, dense }: ClassifierClaimsProps) {
  const { t } = useLingui();
  return (
    <Notes>
      <Claim
        id="squeezenet/c9"
        claim={<Trans>SqueezeNet has no fully connected layer, so it has no classifier.</Trans>}
        sources={<SourceLink source={squeezeNetPaper} place={t`Table 1`} />}
      >
        <Trans>
          Its last convolution, conv10, is one: a 1×1 filter for each class scores every place of the map, and the
          average over the map is the score of the image. That takes {classifier} params instead of {dense}.
        </Trans>
      </Claim>
      <Claim
        id="squeezenet/c10"
        isTrue
        claim={
          <Trans>A weight of a convolution does more work per image than a weight of a fully connected layer.</Trans>
        }
        sources={t`counted on the graphs`}
      >
        <Trans>
          A convolution uses each weight at every pixel of its output, a fully connected layer once per image. Params
          saved in fully connected layers therefore save little work.
        </Trans>
      </Claim>
    </Notes>
  );
}

function paramsOf(cost: Cost, belongs: (layer: LayerCost) => boolean): number {
  return cost.layers.reduce((sum, layer) => sum + (belongs(layer) ? layer.params : 0), 0);
}
