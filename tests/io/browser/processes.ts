/** The processes of browsers, seen through the system. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** A running process. */
export interface SeenProcess {
  readonly pid: number;
  readonly group: number;
  /** With its arguments. Only the first process of a browser names its folder. */
  readonly command: string;
}

/** Lists the process groups of the browsers that have their folder in this one. */
export function groupsIn(folder: string): readonly number[] {
  return [
    ...new Set(
      allProcesses()
        .filter(({ command }) => command.includes(folder))
        .map(({ group }) => group),
    ),
  ];
}

/** Lists the processes of some groups. Those that have ended and only wait for their parent to notice do not count. */
export function processesOf(groups: readonly number[]): readonly SeenProcess[] {
  return allProcesses().filter(({ group, command }) => groups.includes(group) && command !== '');
}

function allProcesses(): readonly SeenProcess[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap((pid) => {
      try {
        // The name, in parentheses, may contain spaces; the group is the third field behind it.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid, group: Number(fields[2]), command }];
      } catch {
        // It has ended since.
        return [];
      }
    });
}

/** Waits until a question has an answer. Throws after ten seconds. */
export async function eventually<Answer>(ask: () => Answer | undefined | false): Promise<Answer> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen.');
}
