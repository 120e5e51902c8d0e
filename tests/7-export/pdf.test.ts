import { afterAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../src/7-export/pdf.ts';
import { createBrowser } from '../../src/io/browser/browser.ts';
import { job, pages, realBrowser } from '../io/browser/real-browser.ts';

const table = pages('<table><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr></table>');

describe('a finished PDF', () => {
  const browser = createBrowser(realBrowser, { env: process.env, jobs: 1 });
  afterAll(() => browser.close());

  async function finished(): Promise<Buffer> {
    const printed = await browser.print(job(table));
    if (printed.kind !== 'printed') throw new Error(JSON.stringify(printed));
    const text = { title: 'T', subject: 'S', language: 'en', people: [], keywords: [], outline: ['One'] };
    return Buffer.from(await finishPdf(printed.pdf, { ...text, date: new Date(0) }));
  }

  it('has the same bytes whatever its page has shown before', async () => {
    const first = await finished();
    await browser.print(job(pages(...Array.from({ length: 300 }, () => '<p>Another document</p>'))));
    expect((await finished()).equals(first)).toBe(true);
  });
});
