import { useLingui } from '@lingui/react/macro';

/**
 * Words for a part of a network by its path, in the page's language: `stage3.block2` is `Stage 3, block 2`. A name without
 * words shows as it is.
 */
export function usePartWords(): (path: string) => string {
  const { i18n, t } = useLingui();
  const words = useNameWords();
  return (path) => {
    const names = path.split('.').map((name) => {
      const { word = name, number = '' } = /^(?<word>.*?[a-z])(?<number>\d*)$/i.exec(name)?.groups ?? {};
      const whole = words[name];
      if (whole !== undefined) return whole;
      const known = words[word];
      if (known === undefined) return name;
      return number === '' ? known : t`${known} ${number}`;
    });
    const text = names.join(i18n.locale.startsWith('zh') ? '，' : ', ');
    return text.charAt(0).toLocaleUpperCase(i18n.locale) + text.slice(1);
  };
}

/** The names that paths consist of, without their numbers. */
function useNameWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    input: t`input`,
    stem: t`stem`,
    stage: t`stage`,
    entry: t`entry flow`,
    middle: t`middle flow`,
    exit: t`exit flow`,
    block: t`block`,
    unit: t`unit`,
    module: t`module`,
    fire: 'Fire',
    tower: t`branch`,
    reduction: t({ message: 'reduction', context: 'module that halves the map' }),
    head: t({ message: 'head', context: 'part of a network' }),
    tail: t({ message: 'tail', context: 'part of a network' }),
    classifier: t`classifier`,
    fc: t`fully connected`,
    conv: t`convolution`,
    convWide: t`1×3 convolution`,
    convTall: t`3×1 convolution`,
    linear: t`fully connected`,
    pool: t`pooling`,
    squeeze: t({ message: 'squeeze', context: 'layer of a Fire module' }),
    expand1x1: t`1×1 expansion`,
    expand3x3: t`3×3 expansion`,
    expand: t({ message: 'expansion', context: 'layer' }),
    depthwise: t`depthwise convolution`,
    pointwise: t`pointwise convolution`,
    project: t({ message: 'projection', context: 'layer' }),
    separable: t`separable convolution`,
    reduce: t`channel reduction`,
    widen: t`channel expansion`,
    squeezeExcite: t`squeeze-and-excite`,
    main: t`main branch`,
    shortcut: t({ message: 'shortcut', context: 'part of a network' }),
    bypass: t({ message: 'bypass', context: 'part of a network' }),
    norm: t`batch norm`,
    activation: t({ message: 'activation', context: 'layer' }),
    concat: t`concatenation`,
    add: t({ message: 'sum', context: 'layer' }),
    scale: t({ message: 'gate', context: 'layer' }),
    shuffle: t`channel shuffle`,
    split: t`channel split`,
    left: t`first half`,
    right: t`second half`,
    flatten: t`flatten`,
    dropout: 'dropout',
  };
}
