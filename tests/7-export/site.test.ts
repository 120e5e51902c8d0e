import { describe, expect, it } from 'vitest';
import {
  type CoursePageInput,
  coursePage,
  type SectionEntry,
  type SiteIndexInput,
  siteIndex,
} from '../../src/7-export/site.ts';
import { attribute, byTag, elementsOf, metaOf, only, textOf } from '../support/html.ts';
import { sampleCourse, sampleSite } from '../support/sample-course.ts';

const course: CoursePageInput = sampleCourse;
const html = coursePage(course);
const texts = (page: string, tag: string) => byTag(page, tag).map(textOf);
const hrefs = (page: string) => byTag(page, 'a').map((link) => attribute(link, 'href'));

describe('coursePage', () => {
  it('leads to every deck, and to PDFs only where they were built', () => {
    expect(hrefs(html)).toEqual([
      '../index.html',
      'mailto:ada@example.org',
      '01-joins/01-inner.html',
      '01-joins/01-inner.pdf',
      '01-joins/02-outer.html',
    ]);
    const download = only(html, 'a', (link) => attribute(link, 'class') === 'download');
    expect(attribute(download, 'aria-label')).toBe('Inner <joins> as PDF');
  });

  it('counts slides and minutes, one of them too', () => {
    const facts = elementsOf(html)
      .filter((each) => attribute(each, 'class') === 'facts')
      .map(textOf);
    expect(facts).toEqual([
      '1 lesson · 13 slides · 50 minutes',
      '13 slides · 50 minutes',
      '12 slides · 20 minutes',
      '1 slide · 1 minute',
    ]);
  });

  it('has headings without gaps', () => {
    expect(
      elementsOf(html)
        .filter((each) => /^h\d$/.test(each.tagName))
        .map((each) => `${each.tagName} ${textOf(each)}`),
    ).toEqual(['h1 Databases & more', 'h2 Joins', 'h3 Learning objectives', 'h3 Inner <joins>', 'h3 Outer joins']);
  });

  it('shows trusted HTML as it is, and text as text', () => {
    expect(texts(html, 'strong')).toEqual(['two', 'match']);
    expect(byTag(html, 'joins')).toEqual([]);
  });

  it('has the colours of the course and no script', () => {
    expect(html).toContain(':root{--font-body:"Source Sans 3";--primary:#5b21b6}');
    expect(byTag(html, 'script')).toEqual([]);
    expect(metaOf(html, 'Content-Security-Policy')).not.toContain('script-src');
  });

  it('lists the lessons of a long course', () => {
    const lesson = course.lessons[0];
    if (!lesson) throw new Error('The sample has no lesson.');
    const long = coursePage({ ...course, lessons: ['a', 'b', 'ü'].map((id) => ({ ...lesson, id })) });
    expect(hrefs(long).filter((href) => href?.startsWith('#'))).toEqual(['#a', '#b', '#%C3%BC']);
    expect(byTag(html, 'nav')).toEqual([]);
  });

  it('leaves out what a course does not have', () => {
    const section: SectionEntry = { title: 'S', slides: 2, href: 's.html', downloads: [] };
    const bare = coursePage({
      ...course,
      tokens: new Map(),
      people: [],
      lessons: [{ id: 'l', title: 'L', objectivesHtml: [], sections: [section] }],
    });
    expect(texts(bare, 'h3')).toEqual(['S']);
    expect(byTag(bare, 'img')).toEqual([]);
  });
});

describe('siteIndex', () => {
  const site: SiteIndexInput = sampleSite;

  it('leads to every course, each in its own colours', () => {
    const index = siteIndex(site);
    expect(hrefs(index)).toEqual(['databases/index.html', 'ia/index.html']);
    expect(texts(index, 'h2')).toEqual(['Databases & more', 'Ética de la IA']);
    const cards = byTag(index, 'li');
    expect(cards.map((card) => attribute(card, 'style'))).toEqual(['--primary:#5b21b6', '--primary:#0f766e']);
    expect(
      elementsOf(index)
        .map((each) => attribute(each, 'lang'))
        .filter(Boolean),
    ).toEqual(['en', 'en', 'es']);
  });

  it('says so when there is no course', () => {
    expect(texts(siteIndex({ ...site, courses: [] }), 'p')).toEqual(['There are no courses yet.']);
  });
});
