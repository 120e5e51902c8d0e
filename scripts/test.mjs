// npm test: the whole gate. Ends with a line `N passed, N failed`, in which each check counts like a test.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, root, run } from './install.mjs';

installWhatIsMissing();

const checks = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of the player', 'node_modules/typescript/bin/tsc', '-p', 'src/player/tsconfig.json'],
];
let passed = 0;
let failed = 0;
for (const [name, script, ...args] of checks) {
  const ok = run(process.execPath, join(root, script), ...args) === 0;
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
try {
  const report = join(folder, 'report.json');
  const code = run(
    process.execPath,
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  );
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  // A test file that cannot be loaded fails the run without failing a test.
  if (code !== 0 && numFailedTests === 0) failed += 1;
} catch (error) {
  console.error(error);
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
