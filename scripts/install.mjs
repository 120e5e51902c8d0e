// What `npm start` and `npm test` share: packages, the bundle and a browser, each only when it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const lectern = join(root, 'dist', 'lectern.js');

/** Runs a program in the project with its output shown, and returns its exit code. */
export function run(program, ...args) {
  const isNpm = program === 'npm';
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: isNpm && process.platform === 'win32',
  });
  if (error) throw error;
  return status ?? 1;
}

/** Installs what is missing. Ends the process when that does not work: nothing can go on without it. */
export function installWhatIsMissing() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Lectern needs Node 20.19 or later; this is ${process.version}.`);
    process.exit(1);
  }
  if (!isInstalled()) must('npm', 'ci', '--include=dev', '--no-audit', '--no-fund');
  must(process.execPath, 'scripts/build.mjs');
  // A missing browser is reported by the build or the tests themselves, with what to do.
  run(process.execPath, lectern, 'doctor', '--fix');
}

function must(program, ...args) {
  const code = run(program, ...args);
  if (code !== 0) process.exit(code);
}

/** Whether node_modules holds exactly what the lockfile says: npm leaves a copy of it there. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}
