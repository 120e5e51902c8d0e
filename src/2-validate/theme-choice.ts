import type { Schema } from '../model/contract.ts';
import type { ThemeChoice } from '../model/course.ts';
import { childOf, type MapNode, type ScalarNode, type Tree } from '../model/tree.ts';

/** What may stand under `theme`, in a course and in a lesson. */
export const themeSchema = (description: string): Schema => ({
  description,
  oneOf: [
    { type: 'string', minLength: 1, description: 'The name of a theme. `lectern list` shows all of them.' },
    {
      type: 'object',
      properties: {
        base: { type: 'string', minLength: 1, description: 'The name of the theme to start from.' },
        tokens: {
          type: 'object',
          description: 'Values for tokens of the theme, such as `primary: "#5b21b6"`.',
          additionalProperties: { type: ['string', 'number'] },
        },
        logo: { type: 'string', format: 'asset', description: 'An image in the course folder.' },
        size: { type: 'string', description: 'A slide size that the theme offers, such as `16:9` or `4:3`.' },
        css: {
          type: 'string',
          minLength: 1,
          description: 'A style sheet in the course folder, for what tokens cannot say.',
        },
      },
    },
  ],
});

/** Reads what stands under `theme`, once its shape has been checked. */
export function readThemeChoice(node: Tree | undefined): ThemeChoice {
  if (node?.kind === 'scalar') return { base: node };
  if (node?.kind !== 'map') return {};
  const base = childOf(node, 'base') as ScalarNode | undefined;
  const tokens = childOf(node, 'tokens') as MapNode | undefined;
  const logo = childOf(node, 'logo') as ScalarNode | undefined;
  const size = childOf(node, 'size') as ScalarNode | undefined;
  const css = childOf(node, 'css') as ScalarNode | undefined;
  return {
    ...(base ? { base } : {}),
    ...(tokens ? { tokens } : {}),
    ...(logo ? { logo } : {}),
    ...(size ? { size } : {}),
    ...(css ? { css } : {}),
  };
}
