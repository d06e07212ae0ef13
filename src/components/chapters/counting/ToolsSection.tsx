import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV1Paper } from '../../../nets/papers/shuffleNetV1';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { useMemo } from 'react';
import { catalogue } from '../../../nets/models';
import { countedBy } from '../../../nets/readings/convention';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { builtGraph } from '../../../nets/models/model';
import { costOf, countedGraph } from '../../../nets/readings/cost';
import { countedByTool } from '../../../nets/readings/toolCount';
import { Select } from '../../ui/Select';
import { exactNumberText, shortNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { countingLesson } from './lesson';
import { knownConventions } from '../../explain/cost/conventions';
import { countingTools } from './countingTools';
import styles from './ToolsSection.module.css';

const { macs } = costOf(builtGraph(mobileNetV2));
const ids = catalogue.map(({ id }) => id);

/** One network, counted as each paper and tool counts: same network, many numbers. */
export function ToolsSection() {
  const { i18n, t } = useLingui();
  const [id, setId] = useAddressValue('net', oneOf(ids).withDefault('mobilenet-v2'));
  return (
    <Section id="tools" title={t`A published number is a count and a convention`}>
      <GuessChoice
        of={countingLesson.predictions.p5}
        figure={({ isOpen }) => (
          <AskedBars
            label={t`Operations`}
            tone="macs"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'paper', label: isOpen ? t`the paper: one per multiply-add` : t`the paper`, value: macs },
              { id: 'tool', label: isOpen ? t`the tool: two per multiply-add` : t`the tool`, value: 2 * macs },
            ]}
            isOpen={isOpen}
            guess={undefined}
          />
        )}
      />
      <AfterGuess of={countingLesson.predictions.p5}>
        <Prose>
          <p>
            <Trans>
              A multiply-add (MAC) is one multiplication and one addition. Some sources call it one FLOP, some two; some
              add batch norm, biases and activations. Before you compare two published numbers, find out how each was
              counted.
            </Trans>
          </p>
        </Prose>
        <div className={styles.choice}>
          <Select
            label={t`Network`}
            options={catalogue.map((model) => ({ value: model.id, label: model.name }))}
            value={id}
            onChange={(chosen) => {
              void setId(chosen);
            }}
          />
        </div>
        <ToolTable id={id} />
        <Prose>
          <p>
            <Trans>
              The last five watch the PyTorch code as it runs: torchvision’s, or timm’s for MobileNet V1, Xception and
              EfficientNet-Lite0. Their numbers depend on whether a ReLU is a module or a function, and ptflops,
              torchinfo and thop do not know timm’s modules that join a norm and its activation.
            </Trans>
          </p>
        </Prose>
      </AfterGuess>
      <Claim
        id="counting/c4"
        claim={<Trans>FLOPS and FLOPs are the same.</Trans>}
        sources={<SourceLink source={shuffleNetV1Paper} place={t`Table 1`} />}
      >
        <p>
          <Trans>
            FLOPS with a capital S is a speed, operations per second; FLOPs are a number of operations. And the FLOPs of
            the ShuffleNet papers are multiply-adds, half of what the word says.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}

function ToolTable({ id }: { readonly id: string }) {
  const { i18n, t } = useLingui();
  const network = useMemo(() => {
    const built = catalogue.find((model) => model.id === id)?.build({});
    return built?.ok === true ? countedGraph(built.value) : undefined;
  }, [id]);
  if (network === undefined) return null;
  const exact = (count: number) => exactNumberText(count, i18n.locale);
  const partNames = {
    macs: t`multiply-adds`,
    biases: t`biases`,
    norms: t`batch norm`,
    activations: t`activations`,
    pools: t`pooling`,
  };
  const counted = [
    ...knownConventions.map(({ id: tool, convention, note, ...known }) => {
      const { operations, params } = countedBy(network, convention);
      return { ...known, tool, operations, params, how: i18n._(note) };
    }),
    ...countingTools.map(({ tool, note, ...known }) => {
      const { operations, params, parts } = countedByTool(id, network, tool);
      const sum = parts.map((part) => `${exact(part.operations)} ${partNames[part.part]}`).join(' + ');
      return { ...known, tool, operations, params, how: `${i18n._(note)} ${sum}` };
    }),
  ];
  return (
    <Table
      look="words"
      className={styles.table}
      label={t`The network as papers and tools count it`}
      fileName={`${id}-counted`}
      rows={counted}
      keyOf={({ tool }) => tool}
      attributesOf={({ tool }) => ({ 'data-tool': tool })}
      columns={[
        {
          head: t`Paper or tool`,
          file: 'counted like',
          value: ({ name }) => name,
          show: ({ name, source }) => <a href={source}>{name}</a>,
        },
        {
          head: t`Operations`,
          className: styles.number,
          file: 'operations',
          value: ({ operations }) => operations,
          format: exact,
        },
        { head: t`Its word`, file: 'calls them', value: ({ word }) => word },
        { head: t`Params`, className: styles.number, file: 'params', value: ({ params }) => params, format: exact },
        { head: t`What it counts`, className: styles.how, show: ({ how }) => how },
      ]}
    />
  );
}
