import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV3OnPixel, mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { steps } from '../../../nets/steps';
import { controllerAfter } from '../../../viz/chapters/controller';
import { rewardExponents } from '../../../viz/chapters/searchReward';
import { nearestOf, oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { NumberSlider } from '../../ui/NumberSlider';
import { fixedText, percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { SourceLink } from '../../explain/page/SourceLink';
import styles from './ControllerFigure.module.css';

const rounds = steps(0, 20);
/** The time of V3-Large. It scales all rewards alike, so it does not change who wins. */
const targetMs = 51;
const parsers = {
  rounds: nearestOf(rounds).withDefault(0),
  exponent: oneOf(['mnasNet', 'small']).withDefault('mnasNet'),
};
const urlKeys = { rounds: 'search.rounds', exponent: 'search.exponent' };

/** A controller with four networks to propose, round by round: what earns more is proposed more often. */
export function ControllerFigure() {
  const { i18n, t } = useLingui();
  const [{ rounds: played, exponent }, choose] = useAddress(parsers, urlKeys);
  const { chances, rewards, mean } = controllerAfter(played, mobileNetV3OnPixel, {
    targetMs,
    w: rewardExponents[exponent],
  });
  const rows = mobileNetV3OnPixel.map((network, at) => ({
    ...network,
    id: `${network.size}-${String(network.width)}`,
    reward: rewards[at] ?? 0,
    chance: chances[at] ?? 0,
  }));
  const one = (value: number): string => fixedText(value, i18n.locale, 1);
  return (
    <div className={styles.root}>
      <Table
        look="words"
        className={styles.table}
        label={t`The controller’s choices`}
        fileName="search-controller"
        caption={t`Played ${played} rounds: the mean reward is ${one(mean)}`}
        rows={rows}
        keyOf={({ id }) => id}
        attributesOf={({ id }) => ({ 'data-candidate': id })}
        columns={[
          {
            head: t`Proposal`,
            file: 'network',
            value: ({ id }) => id,
            show: ({ size, width }) => (size === 'large' ? t`V3-Large ${width}×` : t`V3-Small ${width}×`),
          },
          { head: t`Top-1, %`, file: 'top-1, %', value: ({ top1 }) => top1, format: one },
          { head: t`Time, ms`, file: 'ms', value: ({ latencyMs }) => latencyMs, format: one },
          { head: t`Reward`, file: 'reward', value: ({ reward }) => reward, format: one },
          {
            head: t`Chance to be proposed`,
            file: 'chance',
            value: ({ chance }) => chance,
            show: ({ chance }) => (
              <span className={styles.chance}>
                <Bar fraction={chance} className={styles.bar} />
                <span>{percentText(chance, i18n.locale, 0)}</span>
              </span>
            ),
          },
        ]}
        note={
          <Trans>
            Accuracy and time on a Pixel 1: <SourceLink source={mobileNetV3Paper} place={t`Table 3`} />. A real
            controller has not four networks to choose from but writes one choice by choice, and draws instead of trying
            all.
          </Trans>
        }
      />
      <div className={styles.tools}>
        <Button
          onPress={() => void choose({ rounds: Math.min(played + 1, rounds.at(-1) ?? played) })}
          isDisabled={played === rounds.at(-1)}
        >
          <Trans>Play a round</Trans>
        </Button>
        <NumberSlider
          label={t`Rounds played`}
          values={rounds}
          value={played}
          onChange={(value) => void choose({ rounds: value })}
        />
        <ChoiceControl
          label={t`Exponent w`}
          options={[
            { value: 'mnasNet', label: '−0.07' },
            { value: 'small', label: '−0.15' },
          ]}
          value={exponent}
          onChange={(value) => void choose({ exponent: value })}
        />
      </div>
    </div>
  );
}
