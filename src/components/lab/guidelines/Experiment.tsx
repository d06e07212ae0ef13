import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { parseAsArrayOf, parseAsString } from 'nuqs';
import { useAddressValue } from '../../ui/address/useAddress';
import type { ExperimentSetting, Guideline } from '../../../nets/explorables/guidelineExperiments';
import { raisedChannels, variantsOf } from '../../../nets/explorables/guidelineExperiments';
import type { ExperimentProgress } from '../../../run/measure/experimentTask';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { Progress } from '../../ui/Progress';
import type { MeasurementState } from '../../running/measuring/useMeasurement';
import { Fault } from '../../running/faults/Fault';
import { RetryButton } from '../../running/faults/RunFaults';
import { timedVariants, untimedVariants } from '../../../lab/guidelines/experimentFiles';
import { ExperimentTable, ExperimentVerdicts } from './ExperimentTable';
import styles from './Guidelines.module.css';
import type { Experiments } from './useExperiments';
import { guidelinesExample } from '../../../lab/examples/examples';
import { ExampleNote } from '../../running/measuring/ExampleNote';
import { ResultOrigin } from '../../running/measuring/ResultOrigin';
import { useQuestionTexts } from './useQuestionTexts';

const guessParser = parseAsArrayOf(parseAsString).withDefault([]);

type ExperimentProps = { readonly guideline: Guideline; readonly experiments: Experiments };

/** One guideline's experiment: guess, run, answer. */
export function Experiment({ guideline, experiments }: ExperimentProps) {
  const { choices, resultOf, isOfChoices, stateOf, run, stop, isBusy } = experiments;
  const variants = variantsOf(guideline, choices.setting);
  const [written, setGuess] = useAddressValue(`${guideline}.guess`, guessParser);
  // The address may hold unknown or repeated names.
  const guess = [...new Set(written)].filter((id) => variants.some((variant) => variant.id === id));
  const isGuessed = guess.length === variants.length;
  const result = resultOf(guideline);
  const example = guidelinesExample.results.find(
    (each) => each.guideline === guideline && isSameSetting(each.setting, choices.setting),
  );
  const isCurrent = result !== undefined && isOfChoices(result);
  const textsOf = useQuestionTexts();
  const state = stateOf(guideline);
  const shown = isGuessed ? (result ?? (state.kind === 'running' ? undefined : example)) : undefined;
  const timed = shown === undefined ? untimedVariants(guideline, choices.setting) : timedVariants(shown);
  return (
    <div className={styles.experiment} data-experiment={guideline}>
      <ExperimentTable
        guideline={guideline}
        variants={timed}
        result={shown ?? null}
        guess={{
          ids: guess,
          onGuess: (order) => void setGuess(order.length === 0 ? null : [...order]),
          isSettled: isGuessed && isCurrent,
        }}
        isExample={result === undefined}
      />
      {guideline === 'g2' ? <RaisedChannels setting={choices.setting} /> : null}
      <div className={styles.buttons}>
        {state.kind === 'running' ? (
          <Button icon="stop" onPress={stop}>
            <Trans>Stop</Trans>
          </Button>
        ) : (
          <Button
            isDisabled={!isGuessed || isBusy}
            icon="repeat"
            onPress={() => {
              run(guideline);
            }}
          >
            {isCurrent ? <Trans>Run it again</Trans> : <Trans>Run it here</Trans>}
          </Button>
        )}
        {guess.length > 0 ? (
          <Button look="quiet" icon="reset" onPress={() => void setGuess(null)}>
            {isGuessed && isCurrent ? <Trans>Guess again</Trans> : <Trans>Start over</Trans>}
          </Button>
        ) : null}
        <RunHint isGuessed={isGuessed} isBusy={isBusy && state.kind !== 'running'} />
      </div>
      <RunState state={state} onRetry={() => run(guideline)} />
      {isGuessed && result !== undefined ? (
        <ResultOrigin
          date={result.date}
          browser={result.browser}
          devices={[result.device]}
          settings={textsOf(result)}
          chosen={isCurrent ? null : textsOf(choices)}
        />
      ) : null}
      {shown !== undefined && result === undefined ? (
        <ExampleNote
          {...{ date: shown.date, browser: shown.browser, device: shown.device, settings: textsOf(shown) }}
          processor={guidelinesExample.processor}
        />
      ) : null}
      {shown === undefined ? null : (
        <ExperimentVerdicts result={shown} variants={timed} guess={guess} isExample={result === undefined} />
      )}
    </div>
  );
}

/** What is not as the paper prints it, beside the table that has it. */
function RaisedChannels({ setting }: { readonly setting: ExperimentSetting }) {
  const [raised] = raisedChannels(setting);
  if (raised === undefined) return null;
  const { groups, printed, channels } = raised;
  return (
    <p className={styles.hint}>
      <Trans>
        The paper’s ARM networks have {printed} channels in {groups} groups, which do not divide: here it is {channels}.
      </Trans>
    </p>
  );
}

function isSameSetting(one: ExperimentSetting, other: ExperimentSetting): boolean {
  return (
    one.channelsOf === other.channelsOf &&
    one.factor === other.factor &&
    one.resolution === other.resolution &&
    one.blocks === other.blocks
  );
}

function RunHint({ isGuessed, isBusy }: { readonly isGuessed: boolean; readonly isBusy: boolean }) {
  if (!isGuessed)
    return (
      <span className={styles.hint}>
        <Trans>The results appear once you have put all of them in order.</Trans>
      </span>
    );
  return isBusy ? (
    <span className={styles.hint}>
      <Trans>Another experiment is running. One runs at a time, so that they do not slow each other down.</Trans>
    </span>
  ) : null;
}

type RunStateProps = { readonly state: MeasurementState<ExperimentProgress>; readonly onRetry: () => void };

function RunState({ state, onRetry }: RunStateProps) {
  const { t } = useLingui();
  switch (state.kind) {
    case 'running': {
      const { done, total } = state.progress ?? { done: 0, total: 0 };
      return (
        <Progress
          label={t`Running`}
          detail={total === 0 ? t`opening the device` : t`step ${done} of ${total}`}
          fraction={total === 0 ? null : done / total}
        />
      );
    }
    case 'failed':
      return <Fault error={state.error} actions={<RetryButton error={state.error} onRetry={onRetry} />} />;
    case 'stopped': {
      const rounds = state.progress?.samples.at(-1)?.length ?? 0;
      return (
        <Message tone="note">
          {rounds === 0 ? (
            <Trans>Stopped before the first round was complete.</Trans>
          ) : (
            <Plural
              value={rounds}
              one="Stopped. The results are those of the one completed round and are not kept for your next visit."
              other="Stopped. The results are those of the # completed rounds and are not kept for your next visit."
            />
          )}
        </Message>
      );
    }
    case 'idle':
    case 'done':
      return null;
  }
}
