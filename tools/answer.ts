import type { Result } from '../src/nets/result';

/** What a verb answers: the text for standard output, or a sentence for standard error. */
export type Answer = Result<string> & {
  /** Sentences on other files that could not be read. */
  readonly unread?: readonly string[];
  /** Sentences on files that were read with a doubt. They do not make the command fail. */
  readonly warnings?: readonly string[];
};
