/** A program that prints until it is ended, for shutdown.test.ts. It says so when the first document is done. */
import { createBrowser } from '../../../src/io/browser/browser.ts';
import { killAllBrowsersSync } from '../../../src/io/browser/process.ts';
import { job, pages } from './real-browser.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    killAllBrowsersSync();
    process.exit(1);
  });
}
process.on('SIGUSR2', () => {
  throw new Error('A bug of ours.');
});

const found = JSON.parse(process.argv[2] ?? '');
const browser = createBrowser(async () => found, { env: process.env });
for (let count = 0; ; count += 1) {
  await browser.print(job(pages(...Array.from({ length: 50 }, (_, index) => `Page ${index}`))));
  if (count === 0) console.log('printing');
}
