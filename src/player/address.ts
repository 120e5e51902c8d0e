import type { Position } from './state.ts';

/**
 * The position that a hash names: `#3`, `#slide-id`, `#3/2` or `#slide-id/2`, slides counted from 1, then the number of
 * fragments shown. Not yet held to what exists; undefined when it names no slide.
 */
export function parseHash(hash: string, ids: readonly string[]): Position | undefined {
  const [, name = '', step = '0'] = /^#([^/]+)(?:\/(\d+))?$/.exec(hash) ?? [];
  const byId = ids.indexOf(decodeHash(`#${name}`));
  if (byId >= 0) return { slide: byId, step: Number(step) };
  return /^\d+$/.test(name) ? { slide: Number(name) - 1, step: Number(step) } : undefined;
}

/** The hash of a slide with so many fragments shown. */
export function formatHash(id: string, step: number): string {
  return `#${encodeURIComponent(id)}${step > 0 ? `/${step}` : ''}`;
}

/** What stands in a hash, as the page writes it in an id. */
export function decodeHash(hash: string): string {
  const text = hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
