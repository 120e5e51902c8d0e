import type { Audience, Deck, Field } from '../model/deck.ts';

/** The sections of a lesson that an audience knows, as a list of mappings that tell which one is `current`. */
export function lessonSections(deck: Deck, audience: Audience): Field {
  const { span } = deck.lesson.node;
  const known = deck.lessonSections.filter((section) => audience === 'instructor' || section.audience === 'public');
  const items = known.map(({ number, fields }): Field => {
    const current = { kind: 'choice', value: number === deck.sectionNumber, span } as const;
    return { kind: 'map', entries: { ...fields, current }, span };
  });
  return { kind: 'list', items, span };
}
