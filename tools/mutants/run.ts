import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compiler, openCompiler } from './compiler';
import { lineDiff } from './lineDiff';
import { mutated, type Mutant, mutantsOf } from './mutantsOf';
import { openNotes } from './notes';
import { copyProject, projectFiles } from './projectCopy';
import { openReaders } from './readersOf';
import { reportOf } from './report';
import { filesOf, rooms } from './rooms';
import { sampleOf } from './sampleOf';
import { openTester } from './testMutant';

/**
 * Plants faults, one at a time, and counts how many the unit tests notice: `npm run mutants -- --seed 1 --count 200`.
 *
 * The checkout is only read; the tests run in copies of it. What has been found is written down in reports/, so that a
 * run goes on where the last one stopped. A mutant is tested again when its file has changed, and a survivor also when
 * a test has.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '200' } },
});
const root = process.cwd();
const copyCount = 2;
const names = projectFiles(root);
const textOf = keepAnswers((path: string) => readFileSync(`${root}/${path}`, 'utf8'));
const notes = openNotes(
  `${root}/reports/mutants.txt`,
  digest(...names.filter((name) => name.includes('.test.')).map(textOf)),
);
const readersOf = openReaders(root, names);
const sample = takeSample();
const waiting = sample.flat().filter((mutant) => notes.of(keyOf(mutant)) === 'compiles');
console.log(`mutants: ${sample.flat().length} of seed ${values.seed}, ${waiting.length} of them to test`);
if (waiting.length > 0) await testAll([...waiting]);
const survives = (mutant: Mutant) => notes.of(keyOf(mutant)) === 'nobody';
console.log(
  reportOf(
    sample.map((mutants) => ({ mutants, survivors: mutants.filter(survives) })),
    textOf,
  ),
);

function takeSample(): readonly (readonly Mutant[])[] {
  let opened: Compiler | undefined;
  const compiler = () => (opened ??= openCompiler(root));
  const byRoom = rooms.map((room) => filesOf(room, root).flatMap((path) => mutantsOf(path, textOf(path))));
  console.log(`mutants: ${byRoom.flat().length} are possible`);
  return sampleOf(byRoom, Number(values.count), Number(values.seed), (mutant) => {
    const key = keyOf(mutant);
    if (notes.of(key) === undefined) {
      const isAccepted = compiler().accepts(mutant.path, mutated(textOf(mutant.path), mutant));
      notes.write(key, isAccepted ? 'compiles' : 'refused');
    }
    return notes.of(key) !== 'refused';
  });
}

/** Tests the mutants of a queue, several at a time. */
async function testAll(queue: Mutant[]): Promise<void> {
  // Whatever a person does meanwhile comes first.
  setPriority(15);
  const copies = Array.from({ length: copyCount }, () => copyProject(root));
  const testers = copies.map(({ folder }) => openTester(folder));
  const clean = () => {
    for (const tester of testers) tester.close();
    for (const copy of copies) copy.remove();
  };
  process.once('exit', clean);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await Promise.all(
    testers.map(async (tester) => {
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        const outcome = await tester.test(mutant, testsFor(mutant));
        notes.write(keyOf(mutant), outcome);
        const { place, before, after } = lineDiff(textOf(mutant.path), mutant);
        const change = outcome === 'nobody' ? `\n  - ${before}\n  + ${after}` : '';
        console.log(`${outcome.padEnd(6)} ${place}: ${mutant.slip}${change}`);
      }
    }),
  );
  // An open server keeps this process from ending.
  clean();
}

/**
 * The tests that must notice a mutant, nearest first: those of its own room, and the quick ones of nets, viz, run and
 * lab. What only a page, a tool, a whole checkpoint or another room's device notices counts as unnoticed.
 */
function testsFor({ path }: Mutant): readonly string[] {
  const quick = /^src\/(nets|viz|lab|run\/(device|formats|frames|loops|weights))\//;
  const ofWholeNetworks = /^src\/run\/(checkpoint\/(keras|megvii|timm|torchvision)|webgpu\/kernels)\.test/;
  return readersOf(path).filter(
    (name) => (dirname(name) === dirname(path) || quick.test(name)) && !ofWholeNetworks.test(name),
  );
}

function keyOf(mutant: Mutant): string {
  const { path, start, end, replacement } = mutant;
  return digest(path, textOf(path), String(start), String(end), replacement);
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** The function, which answers each question once. */
function keepAnswers<Answer>(answer: (question: string) => Answer): (question: string) => Answer {
  const kept = new Map<string, Answer>();
  return (question) => {
    const known = kept.get(question) ?? answer(question);
    kept.set(question, known);
    return known;
  };
}
