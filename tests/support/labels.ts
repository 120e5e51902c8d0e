import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/1-parse/index.ts';
import { resolveLabels } from '../../src/3-resolve/index.ts';
import type { Labels } from '../../src/model/library.ts';

/** The labels of pages in English. */
export const labels: Labels = readLabels('en');

function readLabels(language: string): Labels {
  const path = `templates/labels/${language}.yaml`;
  const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  const tree = parse({ path, text }).value;
  const found = tree && resolveLabels(tree).value;
  if (!found) throw new Error(`${path} cannot be read.`);
  return found;
}
