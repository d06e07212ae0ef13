import type { Result } from '../src/nets/result';
import { failure } from '../src/nets/result';
import type { Arguments } from './arguments';
import { parseArguments } from './arguments';
import { costText, listText, tableText, torchText } from './describe';

/** A verb: arguments after it to the text for standard output, or a sentence for standard error. */
export type Verb = (args: Arguments) => Result<string> | Promise<Result<string>>;

/** Verbs that run networks load tfjs only when they are called. */
const verbs: Readonly<Record<string, Verb>> = {
  list: listText,
  cost: costText,
  table: tableText,
  torch: torchText,
  classify: async (args) => (await import('./classify')).classifyText(args),
  convert: async (args) => (await import('./convert')).convertText(args),
  fetch: async (args) => (await import('./fetch')).fetchText(args),
};

const usage = `net: no such verb (wanted ${Object.keys(verbs).join(', ')}; see README.md)`;

async function run(argv: readonly string[]): Promise<Result<string>> {
  const [name = '', ...rest] = argv;
  const args = parseArguments(rest);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) return failure(usage);
  return args.ok ? verb(args.value) : args;
}

const outcome = await run(process.argv.slice(2));
if (outcome.ok) {
  process.stdout.write(outcome.value.endsWith('\n') ? outcome.value : `${outcome.value}\n`);
} else {
  process.stderr.write(`${outcome.error}\n`);
  process.exitCode = 2;
}
