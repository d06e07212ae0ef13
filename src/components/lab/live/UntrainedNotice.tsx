import { Trans } from '@lingui/react/macro';
import { runnableTitle, trainedRunnable, weightsOf, type Runnable } from '../../../lab/networks/runnable';
import { classNamingOf } from '../../../run/checkpoint/classNames';
import type { Manifest } from '../../../run/weights/manifest';
import { Button } from '../../ui/Button';
import styles from './LivePage.module.css';

type UntrainedNoticeProps = {
  readonly runnable: Runnable;
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly onNetwork: (wanted: Runnable) => void;
};

/** Replaces labels that would mean nothing, and leads back to options that have weights. */
export function UntrainedNotice({ runnable, trained, onNetwork }: UntrainedNoticeProps) {
  const { id, name } = runnable.network.model;
  const known = weightsOf(id, trained).flatMap((manifest) => {
    const wanted = trainedRunnable(manifest);
    return wanted.ok ? [{ manifest, wanted: wanted.value, title: runnableTitle(wanted.value) }] : [];
  });
  const isTwice = (title: string): boolean => known.filter((each) => each.title === title).length > 1;
  return (
    <section className={styles.untrained}>
      <h2>
        <Trans>untrained: latency only</Trans>
      </h2>
      <p>
        {known.length === 0 ? (
          <Trans>There are no trained weights for {name} here. Its latency is still measured.</Trans>
        ) : (
          <Trans>There are no trained weights for {name} with these options. Its latency is still measured.</Trans>
        )}
      </p>
      <div className={styles.trained}>
        {known.map(({ manifest, wanted, title }) => (
          <Button
            key={manifest.name}
            onPress={() => {
              onNetwork(wanted);
            }}
          >
            {isTwice(title) ? <WithClasses title={title} classes={Number(wanted.network.choice['classes'])} /> : title}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Tells weights of one network apart by what they name. */
function WithClasses({ title, classes }: { readonly title: string; readonly classes: number }) {
  return classNamingOf(classes) === 'imagenet' ? (
    `${title}, ImageNet`
  ) : (
    <Trans>
      {title}, {classes} classes
    </Trans>
  );
}
