import { efficientNetLiteFamily, type FamilyMember } from '../papers/efficientNetFamily';
import { efficientNetLiteRelease } from '../papers/efficientNetLite0';
import { mobileNetV2Paper } from '../papers/mobileNetV2';
import { makeDivisible } from '../rounding';
import type { Design } from './design';
import type { StartDesign } from './startDesigns';
import { efficientNetLite0, mobileNetV2 } from './startDesigns';

/** Known networks that the catalogue does not name: larger relatives, each with what its source prints. */
export const shelfDesigns: readonly StartDesign[] = [
  {
    id: 'mobilenet-v2-1.4',
    name: 'MobileNet V2 1.4×',
    model: 'mobilenet-v2',
    choice: { width: 1.4 },
    design: scaled(mobileNetV2, 1.4),
    published: {
      paramsMillions: 6.9,
      macsMillions: 585,
      source: mobileNetV2Paper,
      note: /*i18n*/ '6.9 M cannot be reproduced: 6.11 M with BN, 6.06 M without (TF-slim’s own README: 6.06)',
    },
  },
  ...efficientNetLiteFamily.slice(1).map(liteDesign),
];

function liteDesign(member: FamilyMember): StartDesign {
  const { name, depth, width, resolution, paramsMillions, macsMillions } = member;
  const last = efficientNetLite0.rows.length - 1;
  // The first convolution and the last keep their channels, the first stage and the last their repeats
  // (`fix_head_stem` in efficientnet_lite_builder.py).
  const rows = efficientNetLite0.rows.map((row, index) => {
    if (index === 0 || index === last) return row;
    const isEnd = index === 1 || index === last - 1;
    const repeats = isEnd ? row.repeats : Math.ceil(row.repeats * depth);
    return { ...row, channels: makeDivisible(row.channels * width), repeats };
  });
  return {
    id: `efficientnet-${name.toLowerCase()}`,
    name: `EfficientNet-${name}`,
    design: { ...efficientNetLite0, resolution, rows },
    published: {
      paramsMillions,
      macsMillions,
      source: efficientNetLiteRelease,
      note: /*i18n*/ 'the README does not say what else than this structure its multiply-adds include',
    },
  };
}

/** Every row's channels times `width`, rounded as MobileNet V2 rounds. */
function scaled(design: Design, width: number): Design {
  return { ...design, rows: design.rows.map((row) => ({ ...row, channels: makeDivisible(row.channels * width) })) };
}
