import type { Choice } from '../src/nets/parameter';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';

/** A parsed command line: words, `--name value` pairs, and `--flags`. */
export type Arguments = {
  readonly words: readonly string[];
  readonly options: Choice;
  readonly flags: ReadonlySet<string>;
};

const flagNames: ReadonlySet<string> = new Set(['json', 'logits']);

/** Parses `words --name value --name=value --flag`. Fails if an option has no value or is given twice. */
export function parseArguments(argv: readonly string[]): Result<Arguments> {
  const words: string[] = [];
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, inline] = splitOnce(word.slice(2));
    if (flagNames.has(name)) {
      flags.add(name);
      continue;
    }
    const value = inline ?? argv[(index += 1)];
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      return failure(`--${name}: has no value (wanted --${name} VALUE)`);
    if (name in options) return failure(`--${name}: given twice (wanted once)`);
    options[name] = value;
  }
  return success({ words, options, flags });
}

/** Splits `options` into those with these names and the rest. */
export function takeOptions(
  options: Choice,
  names: readonly string[],
): { readonly taken: Choice; readonly rest: Choice } {
  const entries = Object.entries(options);
  return {
    taken: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    rest: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
  };
}

function splitOnce(text: string): readonly [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
