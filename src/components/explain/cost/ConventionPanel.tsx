import { Trans, useLingui } from '@lingui/react/macro';
import { Disclosure, DisclosurePanel, Heading, Button as AriaButton } from 'react-aria-components';
import type { Convention, Extra } from '../../../nets/readings/convention';
import type { Counted } from '../../../nets/readings/cost';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import styles from './ConventionPanel.module.css';
import { knownConventions } from './conventions';
import { useConvention } from './useConvention';

type ConventionPanelProps = {
  /** What is counted, where the page knows: without a batch norm in it, the line says nothing of batch norm. */
  readonly counted?: readonly (Counted | undefined)[];
  readonly level?: 2 | 3;
};

/**
 * How the page counts, in one line that opens to the switches and to the conventions of papers and tools, each of which
 * can be chosen. `level` is the heading level: 3 within a section.
 */
export function ConventionPanel({ counted, level = 3 }: ConventionPanelProps) {
  const { t } = useLingui();
  const [convention, count] = useConvention();
  return (
    <Disclosure className={styles.panel}>
      <Heading className={styles.heading} level={level}>
        <AriaButton slot="trigger" className={styles.trigger}>
          <Icon name="chevronRight" />
          <Trans>How this is counted</Trans>
        </AriaButton>
      </Heading>
      <Summary convention={convention} hasNorm={counted?.some(hasNorm) ?? true} />
      <DisclosurePanel className={styles.content}>
        <ChoiceControl
          label={t`One multiply-add counts as`}
          options={[
            { value: '1', label: t`one: MACs` },
            { value: '2', label: t`two: FLOPs` },
          ]}
          value={String(convention.perMac)}
          onChange={(perMac) => {
            count({ ...convention, perMac: perMac === '2' ? 2 : 1 });
          }}
        />
        <ChoiceControl
          label={t`Batch norm params per channel`}
          options={[
            { value: '0', label: t`0: left out` },
            { value: '2', label: t`2: learned` },
            { value: '4', label: t`4: stored` },
          ]}
          value={String(convention.normParams)}
          onChange={(values) => {
            count({ ...convention, normParams: values === '0' ? 0 : values === '4' ? 4 : 2 });
          }}
        />
        <ExtraSwitches convention={convention} onCount={count} />
        <Heading level={level + 1} className={styles.subheading}>
          <Trans>Who counts how</Trans>
        </Heading>
        <ul className={styles.list}>
          {knownConventions.map((known) => (
            <Known key={known.id} known={known} isInForce={isSame(known.convention, convention)} onCount={count} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function hasNorm(counted: Counted | undefined): boolean {
  return counted !== undefined && counted.cost.params > counted.cost.paramsWithoutNorm;
}

function Summary({ convention, hasNorm }: { readonly convention: Convention; readonly hasNorm: boolean }) {
  const { i18n, t } = useLingui();
  const names = useExtraNames();
  const operations = convention.perMac === 1 ? t`one per multiply-add` : t`two per multiply-add`;
  const extras = names.filter(({ id }) => convention.extras[id]).map(({ label }) => label);
  const norm = {
    0: t`params without batch norm`,
    2: t`params with batch norm’s scale and shift`,
    4: t`params with all four batch norm values`,
  };
  const list = new Intl.ListFormat(i18n.locale, { style: 'narrow', type: 'conjunction' });
  const counted = list.format([operations, ...extras]);
  const params = norm[convention.normParams];
  return <p className={styles.summary}>{hasNorm ? t`${counted}; ${params}` : counted}</p>;
}

type PartProps = { readonly convention: Convention; readonly onCount: (convention: Convention) => void };

function useExtraNames(): readonly { readonly id: Extra; readonly label: string }[] {
  const { t } = useLingui();
  return [
    { id: 'bias', label: t`biases` },
    { id: 'norm', label: t`batch norm` },
    { id: 'elementwise', label: t`activations, pooling, sums` },
  ];
}

function ExtraSwitches({ convention, onCount }: PartProps) {
  const { t } = useLingui();
  return (
    <div role="group" aria-label={t`Also count as operations`} className={styles.extras}>
      <span className={styles.legend}>{t`Also count as operations`}</span>
      {useExtraNames().map(({ id, label }) => (
        <Switch
          key={id}
          label={label}
          isOn={convention.extras[id]}
          onChange={(isOn) => {
            onCount({ ...convention, extras: { ...convention.extras, [id]: isOn } });
          }}
        />
      ))}
    </div>
  );
}

type KnownProps = {
  readonly known: (typeof knownConventions)[number];
  readonly isInForce: boolean;
  readonly onCount: (convention: Convention) => void;
};

function Known({ known, isInForce, onCount }: KnownProps) {
  const { i18n } = useLingui();
  const { name, word } = known;
  return (
    <li className={styles.entry}>
      <p>
        <a href={known.source}>{name}</a> <q className={styles.word}>{word}</q>
        <span className={styles.note}>{i18n._(known.note)}</span>
      </p>
      <Button
        look="quiet"
        isPressed={isInForce}
        onPress={() => {
          onCount(known.convention);
        }}
      >
        <Trans>Count like {name}</Trans>
      </Button>
    </li>
  );
}

function isSame(a: Convention, b: Convention): boolean {
  return (
    a.perMac === b.perMac &&
    a.normParams === b.normParams &&
    a.extras.bias === b.extras.bias &&
    a.extras.norm === b.extras.norm &&
    a.extras.elementwise === b.extras.elementwise
  );
}
