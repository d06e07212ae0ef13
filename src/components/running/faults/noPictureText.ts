import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NoPicture } from '../../../run/errors/runError';
import { maxPixels } from '../../../run/frames/whyNoPicture';

/** What to say of a file that is no picture, and what to do about it. */
export function noPictureText(
  name: string,
  why: NoPicture,
  locale: string,
): { readonly title: MessageDescriptor; readonly advice: MessageDescriptor } {
  switch (why.reason) {
    case 'empty':
      return {
        title: msg`${name} is empty.`,
        advice: msg`It contains nothing to show. Copy or download the picture again, or choose another one.`,
      };
    case 'heic':
      return {
        title: msg`${name} is a HEIC picture, which this browser cannot read.`,
        advice: msg`Save or share it as JPEG and choose that. On an iPhone: Settings, Camera, Formats, Most Compatible.`,
      };
    case 'damaged':
      return {
        title: msg`${name} is damaged: no part of the picture can be shown.`,
        advice: msg`It was probably cut short while being copied or downloaded. Get it again, or choose another picture.`,
      };
    case 'tooManyPixels': {
      const number = new Intl.NumberFormat(locale);
      const [width, height] = [number.format(why.width), number.format(why.height)];
      const [count, max] = [number.format(why.width * why.height), number.format(maxPixels)];
      return {
        title: msg`${name} has more pixels than a browser can draw: ${width} × ${height} are ${count}, and ${max} is the most.`,
        advice: msg`Scale it down first: a network reads at most a few hundred pixels across.`,
      };
    }
    case 'noSize':
      return {
        title: msg`${name} is a drawing without a size.`,
        advice: msg`Give its <svg> a width and a height, or save it as PNG.`,
      };
    case 'otherFormat':
      return {
        title: msg`${name} is not an image that this browser can read.`,
        advice: msg`Whatever its name says, its contents are no image format known here. Choose a PNG, JPEG or WebP picture.`,
      };
  }
}
