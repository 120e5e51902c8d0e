import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { caseNames, codeOf, folder, messagesOf } from './error-case.ts';

const isUpdate = process.env.UPDATE_GOLDEN === '1';
const names = caseNames();

describe('what an author reads', () => {
  it.each(names)('%s', async (name) => {
    const messages = await messagesOf(name);
    const expected = join(folder, name, 'expected.txt');
    if (isUpdate) writeFileSync(expected, messages);
    expect(messages).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : 'nothing: expected.txt is missing');
    const reported = [...messages.matchAll(/ {2}(?:error|warning|note) {2}(\S+)$/gm)].map(([, code]) => code);
    expect(reported).toContain(codeOf(name));
    expect(messages).not.toContain(folder);
  });
});

describe('the cases', () => {
  it('are there for every code, and for no others', () => {
    expect([...new Set(names.map(codeOf))].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it('have nothing in them but a project, what is expected of it, and the circumstances', () => {
    const known = ['case.json', 'content', 'expected.txt', 'outside.svg', 'templates', 'themes'];
    for (const name of names) expect(known).toEqual(expect.arrayContaining(readdirSync(join(folder, name))));
  });
});
