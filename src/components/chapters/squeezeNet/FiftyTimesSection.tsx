import { Trans, useLingui } from '@lingui/react/macro';
import { alexNetPaper } from '../../../nets/papers/alexNet';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import type { Cost, LayerCost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import { shortNumberText, useNumberText } from '../../ui/numberText';
import { useRatioText } from '../../explain/cost/useRatioText';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
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
  const fewerOfConvolutions = ratioText(squeeze.params, convolutions);
  return (
    <Section id="fifty-times-fewer" title={t`50× fewer params than what?`}>
      <Prose>
        <p>
          <Trans>
            SqueezeNet has {fewer} params than AlexNet. But {percent(dense / alex.params)} of AlexNet’s params sit in
            its three fully connected layers, which SqueezeNet does without. Convolutions against convolutions, it has{' '}
            {fewerOfConvolutions}.
          </Trans>
        </p>
      </Prose>
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
            guess={guess === undefined || guess === 'more' ? undefined : alex.macs / guessedFall[guess]}
          />
        )}
      />
      {isOpen ? (
        <Prose>
          <p>
            <Trans>
              And fewer params is not less work: version 1.0 does {percent(squeeze.macs / alex.macs - 1)} more
              multiply-adds than AlexNet, {percent(first / squeeze.macs)} of them in its first 7×7 convolution. Version
              1.1 starts with a 3×3 and pools earlier: it does less than half.
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
      <Notes>
        <Claim
          id="squeezenet/c5"
          claim={<Trans>AlexNet has 50 million parameters.</Trans>}
          sources={<SourceLink source={alexNetPaper} />}
        >
          <Trans>The paper says 60 million; counted on the graph of its two-tower network: 60,965,224.</Trans>
        </Claim>
        <Claim
          id="squeezenet/c6"
          claim={<Trans>SqueezeNet appeared at ICLR 2017.</Trans>}
          sources={<a href="https://openreview.net/forum?id=S1xh5sYgx">{`OpenReview`}</a>}
        >
          <Trans>It was submitted there and stayed an arXiv paper of 2016.</Trans>
        </Claim>
      </Notes>
    </Section>
  );
}

function paramsOf(cost: Cost, belongs: (layer: LayerCost) => boolean): number {
  return cost.layers.reduce((sum, layer) => sum + (belongs(layer) ? layer.params : 0), 0);
}
