import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/1-parse/index.ts';
import { validateContract } from '../../src/2-validate/index.ts';
import { andThen, type Outcome } from '../../src/diagnostics/outcome.ts';
import type { Contract } from '../../src/model/contract.ts';
import type { Source } from '../../src/model/source.ts';
import { repository } from './project.ts';

const folder = 'templates/slides';

/** The contracts that come with Lectern, as files: layout → source. */
export function contractSources(): ReadonlyMap<string, Source> {
  const names = readdirSync(join(repository, folder)).filter((name) => name.endsWith('.schema.yaml'));
  return new Map(
    names.map((name) => [
      name.replace('.schema.yaml', ''),
      { path: `${folder}/${name}`, text: readFileSync(join(repository, folder, name), 'utf8') },
    ]),
  );
}

/** A contract read from its source, all checks made. */
export function contractOf(layout: string, source: Source): Outcome<Contract> {
  return andThen(parse(source), (tree) => validateContract(layout, source, tree));
}

/** The contracts that come with Lectern, by layout. */
export function builtInContracts(): ReadonlyMap<string, Contract> {
  return new Map(
    [...contractSources()].flatMap(([layout, source]) => {
      const { value } = contractOf(layout, source);
      return value ? [[layout, value] as const] : [];
    }),
  );
}
