/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The ground that a map lies on: value 0 has its colour. */
export type Ground = 'light' | 'dark';

/** One arm of the scale in OKLCH, from zero to the limit: lightness runs linearly, hue too, chroma over a peak. */
type Arm = {
  readonly lightness: readonly [zero: number, limit: number];
  readonly hue: readonly [zero: number, limit: number];
  readonly chroma: { readonly zero: number; readonly peak: number; readonly peakAt: number; readonly limit: number };
};

/**
 * Warm is positive, blue is negative. Equal steps look about equal, and a value and its negative stay apart for all three
 * kinds of colour blindness from a quarter of the range up.
 */
const arms: Readonly<Record<Ground, Readonly<Record<'positive' | 'negative', Arm>>>> = {
  dark: {
    positive: {
      lightness: [0.19, 0.93],
      hue: [35, 88],
      chroma: { zero: 0.01, peak: 0.17, peakAt: 0.55, limit: 0.115 },
    },
    negative: {
      lightness: [0.19, 0.93],
      hue: [262, 226],
      chroma: { zero: 0.01, peak: 0.15, peakAt: 0.55, limit: 0.085 },
    },
  },
  light: {
    positive: {
      lightness: [0.985, 0.4],
      hue: [84, 46],
      chroma: { zero: 0.004, peak: 0.17, peakAt: 0.6, limit: 0.125 },
    },
    negative: {
      lightness: [0.985, 0.4],
      hue: [225, 258],
      chroma: { zero: 0.004, peak: 0.16, peakAt: 0.6, limit: 0.15 },
    },
  },
};

/** Steps between zero and the limit. */
export const steps = 256;

/** The page's own colour, `--paper` of each theme: what is zero leaves no mark on it. */
const papers: Readonly<Record<Ground, Rgb>> = { dark: [17, 20, 23], light: [251, 250, 247] };

/** The part of an arm over which its colour comes out of the paper's. */
const emerging = 1 / 16;

const tables = new Map<string, readonly Rgb[]>();

/** The colours from zero to the limit, for pictures of many values. */
export function signedColours(sign: 'positive' | 'negative', ground: Ground, hue?: number): readonly Rgb[] {
  const key = `${ground} ${sign} ${String(hue ?? '')}`;
  let table = tables.get(key);
  if (table === undefined) {
    const arm = arms[ground][sign];
    const own = hue === undefined ? arm : { ...arm, hue: [hue, hue] as const };
    table = Array.from({ length: steps + 1 }, (_, at) => outOf(papers[ground], colourOn(own, at / steps), at / steps));
    tables.set(key, table);
  }
  return table;
}

/**
 * The one scale of signed values, for maps and weights alike.
 * @param share value / limit, cut to -1 to 1
 * @param hue gives another hue to an arm, as groups of channels have; the lightness stays
 */
export function signedColour(share: number, ground: Ground, hue?: number): Rgb {
  const table = signedColours(share < 0 ? 'negative' : 'positive', ground, hue);
  return table[Math.round(Math.min(Math.abs(share), 1) * steps)] ?? [0, 0, 0];
}

function outOf(paper: Rgb, colour: Rgb, share: number): Rgb {
  const kept = Math.max(0, 1 - share / emerging);
  const mixed = (at: 0 | 1 | 2): number => Math.round(colour[at] + (paper[at] - colour[at]) * kept);
  return [mixed(0), mixed(1), mixed(2)];
}

function colourOn({ lightness, hue, chroma }: Arm, share: number): Rgb {
  const along = ([zero, limit]: readonly [number, number]): number => zero + (limit - zero) * share;
  const { zero, peak, peakAt, limit } = chroma;
  const wanted =
    share < peakAt
      ? zero + (peak - zero) * Math.sin((share / peakAt) * (Math.PI / 2))
      : limit + (peak - limit) * Math.cos(((share - peakAt) / (1 - peakAt)) * (Math.PI / 2));
  return sRgbOf(along(lightness), wanted, (along(hue) * Math.PI) / 180);
}

/** A colour of OKLCH in sRGB, with as much of its chroma as a screen has. Björn Ottosson, "A perceptual color space", 2020. */
function sRgbOf(lightness: number, chroma: number, angle: number): Rgb {
  for (let kept = chroma; ; kept -= 0.002) {
    const linear = linearOf(lightness, Math.max(kept, 0) * Math.cos(angle), Math.max(kept, 0) * Math.sin(angle));
    if (kept <= 0 || linear.every((value) => value >= -1e-4 && value <= 1.0001)) {
      const [red, green, blue] = linear.map((value) => Math.round(255 * encoded(Math.min(Math.max(value, 0), 1))));
      return [red ?? 0, green ?? 0, blue ?? 0];
    }
  }
}

function linearOf(lightness: number, a: number, b: number): readonly number[] {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function encoded(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/** Black or white, whichever is read better on a colour of the scale. */
export function inkOn([red, green, blue]: Rgb): '#000' | '#fff' {
  const [r, g, b] = [red, green, blue].map((channel) => decoded(channel / 255));
  const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  return luminance > 0.179 ? '#000' : '#fff';
}

function decoded(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
