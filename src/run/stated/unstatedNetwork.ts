import { shortened } from '../formats/bytes/refusal';

/** Thrown when what a file states is no network. The message starts with the layer or operator `part`. */
export class UnstatedNetwork extends Error {
  override readonly name = 'UnstatedNetwork';

  constructor(part: string, reason: string) {
    super(`${shortened(part)}: ${shortened(reason)}`);
  }
}
