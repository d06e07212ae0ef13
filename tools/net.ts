import { failure } from '../src/nets/result';
import type { Arguments } from './arguments';
import { parseArguments } from './arguments';
import type { Answer } from './classify';
import { costText, listText, tableText, torchText } from './describe';

/** A verb turns the arguments after it into its answer. */
export type Verb = (args: Arguments) => Answer | Promise<Answer>;

/** Verbs that run networks load tfjs only when they are used. */
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

async function run(argv: readonly string[]): Promise<Answer> {
  const [name = '', ...rest] = argv;
  const args = parseArguments(rest);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) return failure(usage);
  return args.ok ? verb(args.value) : args;
}

const outcome = await run(process.argv.slice(2));
if (outcome.ok) process.stdout.write(outcome.value.endsWith('\n') ? outcome.value : `${outcome.value}\n`);
const faults = outcome.ok ? (outcome.unread ?? []) : [outcome.error];
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 2;
