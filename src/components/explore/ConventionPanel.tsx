import { Trans, useLingui } from '@lingui/react/macro';
import { Disclosure, DisclosurePanel, Heading, Button as AriaButton } from 'react-aria-components';
import type { Convention, Extra } from '../../nets/readings/convention';
import { Button } from '../controls/Button';
import { ChoiceControl } from '../controls/ChoiceControl';
import { Icon } from '../controls/Icon';
import { Switch } from '../controls/Switch';
import styles from './ConventionPanel.module.css';
import { knownConventions } from './conventions';
import { useConvention } from './useConvention';

/** How the page counts, and which papers and tools count which way; each of them can be put in force. */
export function ConventionPanel() {
  const { t } = useLingui();
  const [convention, count] = useConvention();
  return (
    <section className={styles['panel']} aria-label={t`How to count`}>
      <ChoiceControl
        label={t`A multiply-add counts as`}
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
        label={t`Params of batch norm, per channel`}
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
      <KnownConventions convention={convention} onCount={count} />
    </section>
  );
}

type PartProps = { readonly convention: Convention; readonly onCount: (convention: Convention) => void };

function ExtraSwitches({ convention, onCount }: PartProps) {
  const { t } = useLingui();
  const extras: readonly { readonly id: Extra; readonly label: string }[] = [
    { id: 'bias', label: t`biases` },
    { id: 'norm', label: t`batch norm` },
    { id: 'elementwise', label: t`activations, pooling, sums` },
  ];
  return (
    <div role="group" aria-label={t`Count as operations too`} className={styles['extras']}>
      <span className={styles['legend']}>{t`Count as operations too`}</span>
      {extras.map(({ id, label }) => (
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

function KnownConventions({ convention, onCount }: PartProps) {
  return (
    <Disclosure className={styles['known'] ?? ''}>
      <Heading className={styles['heading'] ?? ''} level={4}>
        <AriaButton slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon name="chevronRight" />
          <Trans>Who counts which way?</Trans>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul className={styles['list']}>
          {knownConventions.map((known) => (
            <Known key={known.id} known={known} isInForce={isSame(known.convention, convention)} onCount={onCount} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
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
    <li className={styles['entry']}>
      <p>
        <a href={known.source}>{name}</a> <q className={styles['word']}>{word}</q>
        <span className={styles['note']}>{i18n._(known.note)}</span>
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
