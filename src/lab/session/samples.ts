import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A free photograph in `public/samples`, for people with no camera. The footer credits them. */
export type Sample = { readonly id: string; readonly url: string; readonly name: MessageDescriptor };

/** The first one is shown on arrival. */
export const samples = [
  { id: 'coffee', url: `${import.meta.env.BASE_URL}samples/coffee.webp`, name: msg`Cup of coffee` },
  { id: 'chelsea', url: `${import.meta.env.BASE_URL}samples/chelsea.webp`, name: msg`Cat` },
] as const satisfies readonly Sample[];

export type SampleId = (typeof samples)[number]['id'];
