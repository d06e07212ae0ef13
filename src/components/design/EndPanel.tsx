import { useLingui } from '@lingui/react/macro';
import { activations, headKinds } from '../../nets/design/design';
import { limits } from '../../nets/design/fieldValues';
import { steps } from '../../nets/steps';
import { ChoiceControl } from '../ui/ChoiceControl';
import { NumberSlider } from '../ui/NumberSlider';
import { Select } from '../ui/Select';
import type { Designing } from './useDesign';
import { useRowWords } from './useRowWords';

type EndPanelProps = { readonly designing: Designing };

const resolutions = steps(limits.resolution.minimum, 512, 32);
const hiddenStops = steps(0, limits.hidden, 64);
const classStops = [2, 5, 10, 20, 50, 64, 100, 200, 365, 500, 1000, 2000, 5000, 10_000, 21_841];

/** The image that the first row reads. */
export function ImagePanel({ designing: { built, change } }: EndPanelProps) {
  const { t } = useLingui();
  const { design } = built;
  return (
    <>
      <h2 data-screen-title>{t`Image`}</h2>
      <NumberSlider
        label={t`Resolution`}
        unit="px"
        values={withOwn(resolutions, design.resolution)}
        value={design.resolution}
        onChange={(resolution) => {
          change({ ...design, resolution }, 'resolution');
        }}
      />
    </>
  );
}

/** What comes after the last row: from maps to classes. */
export function HeadPanel({ designing: { built, change } }: EndPanelProps) {
  const { t } = useLingui();
  const { value } = useRowWords();
  const { design } = built;
  const { head, classes } = design;
  const kinds = { linear: t`pooling, then fully connected`, conv: t`1×1 convolution, then pooling` };
  return (
    <>
      <h2 data-screen-title>{t`Head`}</h2>
      <Select
        label={t`From maps to classes`}
        options={headKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={head.kind}
        onChange={(kind) => {
          change({ ...design, head: { ...head, kind } }, 'head');
        }}
      />
      {head.kind === 'linear' ? (
        <NumberSlider
          label={t`Units before the classifier`}
          values={withOwn(hiddenStops, head.hidden)}
          value={head.hidden}
          onChange={(hidden) => {
            change({ ...design, head: { ...head, hidden } }, 'hidden');
          }}
        />
      ) : null}
      {head.kind === 'conv' || head.hidden > 0 ? (
        <ChoiceControl
          label={t`Activation`}
          options={activations.map((name) => ({ value: name, label: value(name) }))}
          value={head.activation}
          onChange={(activation) => {
            change({ ...design, head: { ...head, activation } }, 'head activation');
          }}
        />
      ) : null}
      <NumberSlider
        label={t`Classes`}
        values={withOwn(classStops, classes)}
        value={classes}
        onChange={(wanted) => {
          change({ ...design, classes: wanted }, 'classes');
        }}
      />
    </>
  );
}

/** The stops of a slider with the value that a link brought. */
function withOwn(stops: readonly number[], own: number): readonly number[] {
  return stops.includes(own) ? stops : [...stops, own].sort((one, other) => one - other);
}
