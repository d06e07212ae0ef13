import { failure } from '../src/nets/result';
import type { Arguments } from './arguments';
import { parseArguments } from './arguments';
import type { Answer } from './answer';
import { costText, listText, tableText, torchText } from './describe';
import { printable } from './printable';

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

/** A full disk or a folder that may not be written, as a sentence; anything else is a fault of ours. */
function systemFault(error: unknown): Answer {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  const path = 'path' in error ? String(error.path) : 'net';
  const code = String(error.code);
  return failure(
    `${path}: cannot be written: ${systemReasons.get(code) ?? `${String(error.syscall)} failed`} (${code})`,
  );
}

const systemReasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['EROFS', 'the disk is read-only'],
  ['ENOTDIR', 'not a folder'],
  ['EEXIST', 'not a folder'],
]);

// A reader that has seen enough, such as `head`, closes the pipe; nothing else may lose output in silence.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`standard output: cannot be written (${error.message})\n`, () => process.exit(2));
});

const outcome = await run(process.argv.slice(2)).catch(systemFault);
if (outcome.ok) process.stdout.write(`${outcome.value.trimEnd().split('\n').map(printable).join('\n')}\n`);
const faults = [...(outcome.unread ?? []), ...(outcome.ok ? [] : [outcome.error])];
for (const line of [...(outcome.warnings ?? []), ...faults]) process.stderr.write(`${printable(line)}\n`);
if (faults.length > 0) process.exitCode = 2;
