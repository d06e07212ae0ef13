import { Trans, useLingui } from '@lingui/react/macro';
import type { Source } from '../../../nets/papers/publishedFigure';
import { torchvisionWeights } from '../../../nets/papers/releases';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import type { Graph } from '../../../nets/graph';
import { builtGraph } from '../../../nets/models/model';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { published } from '../../../nets/papers/published';
import { costOf } from '../../../nets/readings/cost';
import { costRows } from '../../../nets/readings/spreadsheet';
import { squeezeNetPaper, squeezeNetRelease } from '../../../nets/papers/squeezeNet';
import { stageStackOf } from '../../../viz/chapters/stageStack';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { useIsPresented } from '../../ui/useIsPresented';
import { numberFormat } from '../../ui/numberText';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessOrder } from '../../explain/lesson/GuessOrder';
import { squeezeNetLesson } from './lesson';
import styles from './FormsSection.module.css';

const forms = ['plain', 'simple', 'complex', '1.1'] as const;
type Form = (typeof forms)[number];

const choices: Readonly<Record<Form, Readonly<Record<string, string>>>> = {
  plain: { version: '1.0', bypass: 'none' },
  simple: { version: '1.0', bypass: 'simple' },
  complex: { version: '1.0', bypass: 'complex' },
  '1.1': { version: '1.1', bypass: 'none' },
};

/** Px of the drawings: on a page, and where all four stand on one screen in large type. */
const roomy = { rowHeight: 24, gap: 10, minWidth: 92, maxWidth: 150, margin: 62 };
const low: StackLook = { rowHeight: 21, gap: 5, minWidth: 92, maxWidth: 124, margin: 62 };
type StackLook = typeof roomy;

/** Px from which all forms stand beside each other. */
const besides = 900;

/** The network plain, with simple and complex bypass, and version 1.1. */
export function FormsSection() {
  const { t } = useLingui();
  const isPresented = useIsPresented();
  const [form, setForm] = useAddressValue('forms.shown', oneOf(forms).withDefault('plain'));
  const names: Readonly<Record<Form, string>> = {
    plain: t`Plain 1.0`,
    simple: t`Simple bypass`,
    complex: t`Complex bypass`,
    '1.1': t`Version 1.1`,
  };
  return (
    <Section id="network" title={t`Shortcuts, free and paid`}>
      <Prose>
        <p>
          <Trans>
            A 7×7 convolution, eight Fire modules whose width grows by 128 every two modules (128, 128, 256, 256, … 512,
            512), and a last 1×1 convolution with one filter per class. Simple bypass adds the input of fire3, 5, 7 and
            9 to their output; the widths agree, so it takes no params. Complex bypass keeps these and adds bypasses
            with a 1×1 convolution around fire2, 4, 6 and 8. Version 1.1 has the same modules, a smaller first
            convolution and earlier pools.
          </Trans>
        </p>
      </Prose>
      <GuessOrder of={squeezeNetLesson.predictions.p4} />
      <div className={styles.pair}>
        <Figure
          title={t`Four forms of one network`}
          files={{
            name: `squeezenet-${form}`,
            numbers: () => costRows(costOf(builtGraph(squeezeNet, choices[form]))),
          }}
          actions={
            isPresented ? undefined : (
              <ChoiceControl
                label={t`Form`}
                labelled="hidden"
                options={forms.map((value) => ({ value, label: names[value] }))}
                value={form}
                onChange={(chosen) => {
                  void setForm(chosen);
                }}
              />
            )
          }
          caption={
            <Trans>
              Box widths follow the channels. A solid shortcut is an identity, a dashed one a 1×1 convolution.
            </Trans>
          }
        >
          <Sized>
            {(width) => (
              <div className={styles.stacks}>
                {(width < besides && !isPresented ? [form] : forms).map((shown) => (
                  <div key={shown} className={styles.stack} data-chosen={shown === form}>
                    <p>{names[shown]}</p>
                    <StackPicture
                      graph={builtGraph(squeezeNet, choices[shown])}
                      name={names[shown]}
                      look={isPresented ? low : roomy}
                    />
                  </div>
                ))}
              </div>
            )}
          </Sized>
        </Figure>
        <AfterGuess of={squeezeNetLesson.predictions.p4}>
          <FormsTable names={names} chosen={form} />
        </AfterGuess>
      </div>
      <Notes>
        <Claim
          id="squeezenet/c3"
          claim={<Trans>Max pooling follows conv1, fire4, fire8 and conv10.</Trans>}
          sources={<a href={squeezeNetRelease.url}>{`forresti/SqueezeNet, deploy.prototxt`}</a>}
        >
          <Trans>
            After conv10 comes global <em>average</em> pooling. The slip is in the paper’s own prose (3.3); its Table 1
            and the authors’ released network settle it. Version 1.1 pools after conv1, fire3 and fire5.
          </Trans>
        </Claim>
        <Claim
          id="squeezenet/c4"
          claim={<Trans>The more shortcuts, the better.</Trans>}
          sources={<SourceLink source={squeezeNetPaper} place={t`section 6`} />}
        >
          <Trans>
            Simple bypass gained 2.9 points of top-1 and costs no params. Complex bypass costs a quarter more params and
            two fifths more multiply-adds, and gained only 1.3.
          </Trans>
        </Claim>
      </Notes>
    </Section>
  );
}

type FormsTableProps = { readonly names: Readonly<Record<Form, string>>; readonly chosen: Form };

function FormsTable({ names, chosen }: FormsTableProps) {
  const { i18n, t } = useLingui();
  const percent = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const counted = forms.map((form) => {
    const { params, macs } = costOf(builtGraph(squeezeNet, choices[form]));
    return {
      form,
      params,
      macs,
      top1: publishedTop1(form, squeezeNetPaper),
      torchvision: publishedTop1(form, torchvisionWeights),
    };
  });
  return (
    <Table
      look="numbers"
      label={t`The forms compared`}
      fileName="squeezenet-forms"
      caption={t`The four forms at 224 px`}
      rows={counted}
      keyOf={({ form }) => form}
      attributesOf={({ form }) => ({ 'data-form': form, 'data-selected': form === chosen })}
      columns={[
        { head: null, file: 'form', value: ({ form }) => form, show: ({ form }) => names[form] },
        {
          head: t`Params`,
          file: 'params',
          value: ({ params }) => params,
          format: quantity,
          attributes: () => ({ 'data-figure': 'params' }),
        },
        {
          head: t`MACs`,
          file: 'macs',
          value: ({ macs }) => macs,
          format: quantity,
          attributes: () => ({ 'data-figure': 'macs' }),
        },
        {
          head: t`Top-1, %, paper`,
          file: 'top-1, %, as published',
          value: ({ top1 }) => top1,
          format: (top1) => percent.format(top1),
        },
        {
          head: t`Top-1, %, torchvision`,
          file: 'top-1, %, torchvision',
          value: ({ torchvision }) => torchvision,
          format: (top1) => percent.format(top1),
        },
      ]}
      note={
        <Trans>
          Params and MACs are counted from the graph. Top-1 on ImageNet: the paper’s Tables 2 and 3, and torchvision’s
          own training. Compare within a column.
        </Trans>
      }
    />
  );
}

type StackPictureProps = { readonly graph: Graph; readonly name: string; readonly look: StackLook };

function StackPicture({ graph, name, look }: StackPictureProps) {
  const { t } = useLingui();
  const stack = stageStackOf(graph, look);
  return (
    <svg
      width={stack.width + 4}
      height={stack.height + 4}
      viewBox={`-2 -2 ${String(stack.width + 4)} ${String(stack.height + 4)}`}
      role="img"
      aria-label={t`SqueezeNet, ${name}: ${String(stack.blocks.length)} blocks, ${String(stack.bypasses.length)} with a shortcut`}
    >
      {stack.bypasses.map(({ id, kind, path, labelAt }) => (
        <g key={id} className={styles.bypass} data-kind={kind}>
          <path d={path} />
          <text x={labelAt.x + 5} y={labelAt.y + 4}>
            {kind === 'conv' ? '1×1' : '+'}
          </text>
        </g>
      ))}
      {stack.blocks.map(({ id, shape, kind, x, y, width, height }) => (
        <g key={id} className={styles.block} data-kind={kind}>
          <rect x={x} y={y} width={width} height={height} rx="3" />
          <text x={x + width / 2} y={y + height / 2 + 4}>
            {`${id}  ${String(shape.channels)}`}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** What the source prints for the form, per cent. */
function publishedTop1(form: Form, source: Source): number | undefined {
  const { version, bypass } = choices[form];
  const rows = published.filter(
    ({ net, options, otherStructure, top1, sources }) =>
      sources.some(({ url }) => url === source.url) &&
      net === 'squeezenet' &&
      otherStructure === undefined &&
      top1 !== undefined &&
      options['version'] === version &&
      (options['bypass'] ?? 'none') === bypass,
  );
  return rows[0]?.top1;
}
