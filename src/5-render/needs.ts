import type { EngineNeeds } from '../model/ports.ts';
import type { Embed } from '../model/rendered.ts';

/** What of the engine some embeds call for. */
export function needsOf(embeds: readonly Embed[]): EngineNeeds {
  return {
    formulas: embeds.some(({ kind }) => kind === 'formula'),
    code: embeds.some(({ kind, language }) => kind === 'code' && language !== ''),
    charts: embeds.some(({ kind }) => kind === 'chart'),
    diagrams: embeds.some(({ kind }) => kind === 'diagram'),
  };
}
