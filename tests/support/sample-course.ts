import type { CoursePageInput, SiteIndexInput } from '../../src/7-export/site.ts';
import { labels } from './labels.ts';

const tokens = new Map([
  ['primary', '#5b21b6'],
  ['code-size', '26px'],
  ['font-body', '"Source Sans 3"'],
]);

/** A course of one lesson with two decks, one of them without PDF; names hold what has to be escaped. */
export const sampleCourse: CoursePageInput = {
  language: 'en',
  labels,
  fontCss: '',
  tokens,
  homeHref: '../index.html',
  title: 'Databases & more',
  subtitle: 'From tables to transactions',
  descriptionHtml: '<p>How <strong>two</strong> tables meet.</p>',
  description: 'How two tables meet.',
  people: [{ name: 'Ada Lovelace', role: 'Lecturer', email: 'ada@example.org' }, { name: 'Edgar Codd' }],
  keywords: ['SQL'],
  lessons: [
    {
      id: 'joins',
      title: 'Joins',
      minutes: 50,
      objectivesHtml: ['Find rows that <strong>match</strong>'],
      sections: [
        {
          title: 'Inner <joins>',
          icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
          slides: 12,
          minutes: 20,
          href: '01-joins/01-inner.html',
          downloads: [{ name: 'PDF', href: '01-joins/01-inner.pdf' }],
        },
        { title: 'Outer joins', slides: 1, minutes: 0.4, href: '01-joins/02-outer.html', downloads: [] },
      ],
    },
  ],
};

/** A site of two courses in two languages. */
export const sampleSite: SiteIndexInput = {
  language: 'en',
  labels,
  fontCss: '',
  tokens,
  courses: [
    {
      href: 'databases/index.html',
      language: 'en',
      title: 'Databases & more',
      people: [],
      lessons: 1,
      slides: 13,
      tokens,
    },
    {
      href: 'ia/index.html',
      language: 'es',
      title: 'Ética de la IA',
      people: [{ name: 'Ada Lovelace' }],
      lessons: 3,
      slides: 80,
      minutes: 150,
      tokens: new Map([['primary', '#0f766e']]),
    },
  ],
};
