import { equivalents } from './equivalents';
import { lineDiff } from './lineDiff';
import type { Mutant } from './mutantsOf';
import { rooms } from './rooms';

/** The mutants of a room, and those that nobody noticed. */
export interface RoomResult {
  readonly mutants: readonly Mutant[];
  readonly survivors: readonly Mutant[];
}

/** A row for each room, then each survivor with its change and why no test can notice it. */
export function reportOf(results: readonly RoomResult[], textOf: (path: string) => string): string {
  const all = {
    mutants: results.flatMap(({ mutants }) => mutants),
    survivors: results.flatMap(({ survivors }) => survivors),
  };
  return [
    cells('room', ['mutants', 'noticed', 'survive', 'excused', 'score']),
    ...results.map((result, index) => row(rooms[index]?.folders.join(' ') ?? '', result, textOf)),
    row('all', all, textOf),
    ...all.survivors.map((mutant) => {
      const { place, before, after } = lineDiff(textOf(mutant.path), mutant);
      return `\n${place}: ${mutant.slip}: ${excuseOf(mutant, textOf) ?? 'no test notices'}\n  - ${before}\n  + ${after}`;
    }),
  ].join('\n');
}

function row(name: string, { mutants, survivors }: RoomResult, textOf: (path: string) => string): string {
  const noticed = mutants.length - survivors.length;
  const excused = survivors.filter((mutant) => excuseOf(mutant, textOf) !== undefined).length;
  const score = mutants.length === 0 ? '' : `${((100 * noticed) / mutants.length).toFixed(1)} %`;
  return cells(name, [...[mutants.length, noticed, survivors.length, excused].map(String), score]);
}

function cells(name: string, others: readonly string[]): string {
  return name.slice(0, 44).padEnd(46) + others.map((cell) => cell.padStart(9)).join('');
}

/** Why no test can notice a mutant, undefined where one should. */
function excuseOf(mutant: Mutant, textOf: (path: string) => string): string | undefined {
  const { after } = lineDiff(textOf(mutant.path), mutant);
  return equivalents.find(({ path, line }) => path === mutant.path && line === after)?.why;
}
