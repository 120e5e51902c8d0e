import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Bundles the command and the player before any test that runs them. */
export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
}
