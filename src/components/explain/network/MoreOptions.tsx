import { Trans } from '@lingui/react/macro';
import { defaultsOf, parametersBesides } from '../../../nets/parameter';
import { OptionControls } from './OptionControls';
import type { NetworkChoice } from './useNetworkChoice';
import { useOptionTexts } from './useOptionTexts';
import { Button } from '../../ui/Button';
import styles from './MoreOptions.module.css';
import { mainRoles } from './optionRoles';

/** The options that are rarely changed, on demand. Those that are not at their defaults are named, with the way back. */
export function MoreOptions({ choice: { network, choose } }: { readonly choice: NetworkChoice }) {
  const textOf = useOptionTexts();
  const { model, choice } = network;
  const defaults = defaultsOf(model.options);
  const isChanged = (name: string): boolean => choice[name] !== defaults[name];
  const changed = parametersBesides(model.options, mainRoles).filter(([name]) => isChanged(name));
  return (
    <>
      <details className={styles.more}>
        <summary>
          <Trans>More options</Trans>
          {changed.map(([name]) => {
            const { label, choices } = textOf(name);
            const value = String(choice[name]);
            return (
              <span key={name} className={styles.changed}>
                {label}: {choices?.[value] ?? value}
              </span>
            );
          })}
        </summary>
        <div className={styles.options}>
          <OptionControls
            model={model}
            choice={choice}
            without={mainRoles}
            onChoose={(wanted) => {
              choose({ model, choice: wanted });
            }}
          />
        </div>
      </details>
      {Object.keys(defaults).some(isChanged) ? (
        <Button
          look="quiet"
          icon="reset"
          onPress={() => {
            choose({ model, choice: defaults });
          }}
        >
          <Trans>Reset</Trans>
        </Button>
      ) : null}
    </>
  );
}
