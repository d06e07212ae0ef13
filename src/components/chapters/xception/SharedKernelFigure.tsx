import { Trans, useLingui } from '@lingui/react/macro';
import { recordRows } from '../../../nets/readings/spreadsheet';
import type { KernelWish, SharedKernel } from '../../../viz/chapters/sharedKernel';
import { kernelWishes, sharedKernelOf } from '../../../viz/chapters/sharedKernel';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { SharedKernelPicture } from './SharedKernelPicture';
import styles from './SharedKernelFigure.module.css';

const parsers = { wish: oneOf(kernelWishes).withDefault('strengths') };
const urlKeys = { wish: 'kernels.wanted' };

/** Eight kernels of one input channel, and what is left of them when all outputs must share one. */
export function SharedKernelFigure() {
  const { i18n, t } = useLingui();
  const [{ wish }, setQuery] = useAddress(parsers, urlKeys);
  const bank = sharedKernelOf(wish);
  const names: Readonly<Record<KernelWish, string>> = {
    strengths: t`One edge, eight strengths`,
    edgeAndBlur: t`An edge and a blur`,
    eight: t`Eight different kernels`,
  };
  const kept = percentText(bank.kept, i18n.locale, 0);
  const findings: Readonly<Record<KernelWish, string>> = {
    strengths: t`One kernel in eight strengths: nothing is lost`,
    edgeAndBlur: t`An edge and a blur: the blur is lost`,
    eight: t`Eight different kernels: most is lost`,
  };
  return (
    <div className={styles.card} data-workbench>
      <Figure
        title={findings[wish]}
        files={{ name: 'shared-kernel', numbers: () => bankRows(bank) }}
        onReset={() => void setQuery(null)}
        caption={
          <Trans>
            The kernels of one input channel for eight outputs. Purple is positive, grey negative. The best shared
            kernel is computed; <b>{kept}</b> of the wanted kernels’ squares remain.
          </Trans>
        }
      >
        <div className={styles.body}>
          <ChoiceControl
            label={t`What the eight outputs want`}
            options={kernelWishes.map((value) => ({ value, label: names[value] }))}
            value={wish}
            onChange={(value) => void setQuery({ wish: value })}
          />
          <Sized>{(width) => <SharedKernelPicture bank={bank} width={width} kept={kept} />}</Sized>
        </div>
      </Figure>
    </div>
  );
}

function bankRows({ wanted, given, strengths }: SharedKernel) {
  const columns = (name: string, kernel: readonly number[] = []) =>
    Object.fromEntries(kernel.map((weight, at) => [`${name} ${at + 1}`, weight]));
  return recordRows(
    wanted.map((kernel, output) => ({
      output: output + 1,
      ...columns('wanted', kernel),
      strength: strengths[output] ?? 0,
      ...columns('given', given[output]),
    })),
  );
}
