import parseSelectors, { type Node, type Selector } from 'postcss-selector-parser';
import type { StyleFault } from './faults.ts';
import { pseudoClasses, pseudoElements } from './lists.ts';

/** A selector that can mean nothing but slides and what is on them. */
export interface ScopedSelector {
  /** Begins with `section`. */
  readonly text: string;
  /** What it selects: the slide itself, something on it, or a part that Lectern's texts are not in. */
  readonly subject: 'slide' | 'element' | 'decoration';
}

/** Characters that browsers and this program read in the same way. */
const readable = /^[\w\s.#*>+~:()[\]="'^$,-]*$/;

/** Reads the selectors of a rule, and ties each to a slide: `.box` is `section .box`. */
export function scopeSelectors(text: string): readonly ScopedSelector[] | StyleFault {
  const whole = (message: string, hint: string, at = 0, length = text.length): StyleFault => ({
    at,
    length,
    message,
    hint,
  });
  if (!readable.test(text)) {
    const at = [...text].findIndex((character) => !readable.test(character));
    const character = text[at] ?? '';
    const hint = character === '&' ? 'Write the selector out in full.' : 'Use names of letters, digits and hyphens.';
    return whole(`The character "${character}" has no place in a selector.`, hint, at, 1);
  }
  let root: ReturnType<ReturnType<typeof parseSelectors>['astSync']>;
  try {
    root = parseSelectors().astSync(text);
  } catch {
    return whole('This selector cannot be read.', 'Write it like "section.code pre".');
  }
  let fault: StyleFault | undefined;
  root.walk((node) => {
    const found = faultOf(node);
    if (found) fault ??= { at: node.sourceIndex ?? 0, length: String(node).trim().length, ...found };
  });
  if (fault) return fault;
  const scoped: ScopedSelector[] = [];
  for (const selector of root.nodes) {
    const one = scope(selector);
    if ('message' in one)
      return whole(one.message, one.hint, selector.sourceIndex ?? 0, String(selector).trim().length);
    scoped.push(one);
  }
  return scoped;
}

type Problem = Pick<StyleFault, 'message' | 'hint'>;

function faultOf(node: Node): Problem | undefined {
  switch (node.type) {
    case 'tag':
      return /^(html|body|head|main)$/i.test(node.value)
        ? { message: `"${node.value}" is outside of the slides.`, hint: 'A slide is "section".' }
        : undefined;
    case 'pseudo': {
      const name = node.value.replace(/^::?/, '').toLowerCase();
      const isElement = pseudoElements.has(name);
      if (
        node.value.startsWith('::')
          ? isElement
          : pseudoClasses.has(name) || (isElement && /^(before|after)$/.test(name))
      )
        return undefined;
      const hint = name === 'root' ? 'A slide is "section".' : `Elements are ::${[...pseudoElements].join(', ::')}.`;
      return { message: `"${node.value}" cannot be used in the style sheet of a course.`, hint };
    }
    case 'combinator':
      return /^[\s>+~]*$/.test(node.value) && node.value.trim().length <= 1
        ? undefined
        : { message: `"${node.value}" cannot combine selectors.`, hint: 'Use a blank, ">", "+" or "~".' };
    case 'nesting':
    case 'comment':
    case 'string':
      return { message: `"${String(node)}" has no place in a selector.`, hint: 'Write the selector out in full.' };
    default:
      return undefined;
  }
}

function scope(selector: Selector): ScopedSelector | Problem {
  const [first] = selector.nodes;
  const text = String(selector).trim().replaceAll(/\s+/g, ' ');
  if (text === '') return { message: 'A selector is missing.', hint: 'Write it like "section.code pre".' };
  if (first?.type === 'combinator')
    return { message: 'A selector cannot begin with a combinator.', hint: `Write "section ${text}".` };
  const isSlide = first?.type === 'tag' && first.value.toLowerCase() === 'section';
  const combinator = selector.nodes.find((node) => node.type === 'combinator');
  if (isSlide && /[+~]/.test(combinator?.value ?? '')) {
    return { message: 'Nothing stands beside a slide.', hint: 'Select what is on a slide: "section .box".' };
  }
  const end = selector.nodes.at(-1);
  if (end?.type === 'combinator')
    return { message: 'The selector breaks off.', hint: 'Write what comes after the last combinator.' };
  const isDecoration = end?.type === 'pseudo' && /^::?(before|after|marker)$/i.test(end.value);
  return {
    text: isSlide ? text.replace(/^section/i, 'section') : `section ${text}`,
    subject: isDecoration ? 'decoration' : isSlide && !combinator ? 'slide' : 'element',
  };
}
