import { type ExecFileException, execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');
export const lecternScript = join(repository, 'dist/lectern.js');

/** What a run of the command came to. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a temporary folder. */
export class TestProject {
  readonly root: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.root = mkdtempSync(join(tmpdir(), 'lectern-project-'));
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.root, path));
  }

  /** Paths of all files below a folder, with forward slashes, sorted. */
  files(folder = '.'): readonly string[] {
    const entries = readdirSync(join(this.root, folder), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(this.root, folder).length + 1))
      .sort();
  }

  /** Runs `lectern` in the project. */
  lectern(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return runProgram(process.execPath, [lecternScript, ...args], this.root, env);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs a program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (error: ExecFileException | null, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

/** A course with one lesson of two sections, small but with something of everything. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'content/db101/course.yaml': `title: Databases
people: [{ name: Ada Example }]
keywords: [SQL, joins]
footer: Databases 101
`,
  'content/db101/01-joins.yaml': `title: Joins
objectives: [Tell an inner join from an outer one]
minutes: 20
sections:
  - title: Inner joins
    icon: 🔗
    slides:
      - layout: title
        title: Inner joins
        notes: Welcome the room with canary-notes-one.
      - layout: objectives
      - layout: definition
        term: Inner join
        text: Rows of two tables that **match**, such as $a.id = b.id$ → pairs
        notes: canary-notes-two
        minutes: 2
      - layout: code
        title: In SQL
        language: sql
        code: |
          SELECT * FROM a
          JOIN b ON a.id = b.id;
        highlight: "2"
      - layout: content
        title: Only for the lecturer
        audience: instructor
        body: canary-instructor-slide
  - title: Outer joins
    slides:
      - layout: bullets
        title: Three kinds
        reveal: items
        items: [Left, Right, Full]
      - layout: summary
        items: [An outer join keeps what has no match]
`,
};
