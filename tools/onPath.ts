import { execFileSync } from 'node:child_process';

/** The path of a command that the shell would run: one, or none. */
export function onPath(command: string): readonly string[] {
  try {
    return [execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim()];
  } catch {
    return []; // `command -v` fails when there is no such command.
  }
}
