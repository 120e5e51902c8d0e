import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import { repository } from '../support/project.ts';

const path = join(repository, 'docs/diagnostics.md');
const codes = Object.keys(catalogue) as readonly Code[];
const areaOf = (code: string): string => code.replace(/\/.*$/, '');

/** The table of contents as it has to be: GitHub leaves the slash out of the address of a heading. */
const contents = codes
  .map((code) => `- [\`${code}\`](#${code.replace('/', '')}): ${catalogue[code].summary}`)
  .join('\n');

function document(): string {
  const text = readFileSync(path, 'utf8');
  if (process.env.UPDATE_GOLDEN !== '1') return text;
  const updated = text.replace(/(?<=## Contents\n\n)[\s\S]*?(?=\n\n## )/, contents);
  writeFileSync(path, updated);
  return updated;
}

/** The entries of the document: code → text below its heading. */
function entries(): ReadonlyMap<string, string> {
  const parts = document()
    .split(/^### /m)
    .slice(1)
    .map((part) => part.replace(/\n## [\s\S]*$/, '\n'));
  return new Map(parts.map((part) => [part.split('\n', 1)[0] ?? '', part.slice(part.indexOf('\n')).trim()]));
}

describe('the catalogue', () => {
  it('has codes of the form area/what-is-wrong, those of an area together', () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    const areas = codes.map(areaOf).filter((area, at, all) => area !== all[at - 1]);
    expect(new Set(areas).size).toBe(areas.length);
  });

  it.each(codes)('says in a sentence what %s is', (code) => {
    expect(catalogue[code].summary).toMatch(/^[A-Z][^\n]*\.$/);
  });
});

describe('docs/diagnostics.md', () => {
  it('has an entry for each code of the catalogue, in its order, and no others', () => {
    expect([...entries().keys()]).toEqual(codes);
  });

  it('has a table of contents of the catalogue', () => {
    expect(document()).toContain(`## Contents\n\n${contents}\n\n## `);
  });

  it('has a heading for each area', () => {
    const headings = [...document().matchAll(/^## (\S+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Contents', ...new Set(codes.map(areaOf))]);
  });

  it.each(codes)('begins the entry of %s with severity and summary, and says more', (code) => {
    const { severity, summary } = catalogue[code];
    const entry = entries().get(code) ?? '';
    const [first = '', ...rest] = entry.split('\n\n');
    expect(first).toBe(`**${severity.charAt(0).toUpperCase()}${severity.slice(1)}.** ${summary}`);
    expect(rest.join('').length).toBeGreaterThan(40);
  });
});
