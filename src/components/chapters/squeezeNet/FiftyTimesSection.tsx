import { Trans, useLingui } from '@lingui/react/macro';
import { alexNetPaper } from '../../../nets/papers/alexNet';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import type { Cost, LayerCost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import { useNumberText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import styles from './FiftyTimesSection.module.css';

const ratioFormat = { maximumSignificantDigits: 3 } as const;
const percentFormat = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** 'Fifty times fewer parameters': against AlexNet, against its convolutions alone, and in multiply-adds. */
export function FiftyTimesSection() {
  const { t } = useLingui();
  const ratio = useNumberText(ratioFormat);
  const percent = useNumberText(percentFormat);
  const [alex, squeeze, newer] = [
    costOf(builtGraph(alexNet)),
    costOf(builtGraph(squeezeNet)),
    costOf(builtGraph(squeezeNet, { version: '1.1' })),
  ];
  const convolutions = paramsOf(alex, ({ node }) => node.op.kind === 'conv');
  const dense = alex.params - convolutions;
  return (
    <Section id="fifty-times-fewer" title={t`Fifty times fewer, than what?`}>
      <Prose>
        <p>
          <Trans>
            SqueezeNet has {ratio(alex.params / squeeze.params)} times fewer params than AlexNet. But{' '}
            {percent(dense / alex.params)} of AlexNet’s params sit in its three fully connected layers, which SqueezeNet
            simply does not have. Convolutions against convolutions, the factor is{' '}
            {ratio(convolutions / squeeze.params)}.
          </Trans>
        </p>
      </Prose>
      <div className={styles.charts}>
        <section>
          <h3>{t`Params`}</h3>
          <ComparisonBars
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
        <section>
          <h3>{t`MACs`}</h3>
          <ComparisonBars
            name={t`MACs`}
            fileName="squeezenet-macs"
            bars={[
              { id: 'alexnet-macs', label: 'AlexNet', value: alex.macs, tone: 'other' },
              { id: 'squeezenet-macs', label: 'SqueezeNet 1.0', value: squeeze.macs, tone: 'subject' },
              { id: 'squeezenet-1.1-macs', label: 'SqueezeNet 1.1', value: newer.macs, tone: 'subject' },
            ]}
          />
          <p className={styles.note}>
            <Trans>
              Fewer params is not less work: version 1.0 needs {percent(squeeze.macs / alex.macs - 1)} more
              multiply-adds than AlexNet. Version 1.1 needs about half.
            </Trans>
          </p>
        </section>
      </div>
      <Claim claim={<Trans>AlexNet has 50 million parameters.</Trans>} sources={<SourceLink source={alexNetPaper} />}>
        <Trans>The paper says 60 million; counted on the graph of its two-tower network: 60,965,224.</Trans>
      </Claim>
      <Claim
        claim={<Trans>SqueezeNet appeared at ICLR 2017.</Trans>}
        sources={<a href="https://openreview.net/forum?id=S1xh5sYgx">{`OpenReview`}</a>}
      >
        <Trans>It was submitted there and stayed an arXiv paper of 2016.</Trans>
      </Claim>
    </Section>
  );
}

function paramsOf(cost: Cost, belongs: (layer: LayerCost) => boolean): number {
  return cost.layers.reduce((sum, layer) => sum + (belongs(layer) ? layer.params : 0), 0);
}
