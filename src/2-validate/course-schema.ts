import type { Schema } from '../model/contract.ts';
import { closeObjects, commonSlideFields, fitField } from './slide-schema.ts';
import { themeSchema } from './theme-choice.ts';

const text = (description: string): Schema => ({ type: 'string', format: 'text', description });
const inline = (description: string): Schema => ({ type: 'string', format: 'inline', description });

/** What may stand in `course.yaml`. Source: "Files" and "Themes per course" of the format. */
export const courseSchema: Schema = closeObjects({
  title: 'Lectern course',
  description: 'A course: its title, people, theme and lessons.',
  type: 'object',
  required: ['title'],
  properties: {
    title: inline('The title of the course.'),
    subtitle: inline('A line below the title on the course page.'),
    description: {
      type: 'string',
      format: 'markdown',
      description: 'What the course is about, for the course page. Markdown.',
    },
    people: {
      type: 'array',
      description: 'Who teaches the course; the first ones named are the authors of the PDFs.',
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: text('Full name.'),
          role: text('Such as Lecturer or Tutor.'),
          email: {
            type: 'string',
            format: 'text',
            pattern: '^[^@\\s]+@[^@\\s]+$',
            patternHint: 'Write it like "ada@example.org".',
            description: 'E-mail address.',
          },
          url: {
            type: 'string',
            format: 'text',
            pattern: '^https?://\\S+$',
            patternHint: 'Write it like "https://example.org".',
            description: 'Web page.',
          },
        },
      },
    },
    lang: {
      type: 'string',
      pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
      patternHint: 'Use a language tag such as "en", "de" or "pt-BR".',
      description: 'The language of the course, as a BCP 47 tag. English unless said otherwise.',
    },
    keywords: { type: 'array', items: text('A keyword.'), description: 'Keywords for the PDFs.' },
    theme: themeSchema('The theme, by name or with changes of its tokens.'),
    footer: inline('A line at the bottom of every slide.'),
    fit: fitField,
    lessons: {
      type: 'array',
      minItems: 1,
      whenEmpty: {
        code: 'course/no-lessons',
        message: 'This course has no lesson.',
        hint: 'List the files of its lessons, or remove the field: then all files named like 01-title.yaml are lessons.',
      },
      items: { type: 'string', minLength: 1, description: 'The file name of a lesson.' },
      description: 'The lessons in course order, by file name. All files named like `01-title.yaml` unless given.',
    },
  },
});

/** What may stand in a lesson, its slides left open: they are checked against the contracts of their layouts. */
export const lessonSchema: Schema = closeObjects({
  title: 'Lectern lesson',
  description: 'A lesson: sections with slides. Every section becomes one deck.',
  type: 'object',
  required: ['title', 'sections'],
  properties: {
    title: inline('The title of the lesson.'),
    subtitle: inline('A line below the title.'),
    icon: { type: 'string', format: 'emoji', description: 'An emoji for the lesson.' },
    objectives: {
      type: 'array',
      minItems: 1,
      items: inline('What students can do after the lesson.'),
      description: 'What students can do after the lesson.',
    },
    minutes: { type: 'number', exclusiveMinimum: 0, description: 'Planned length of the lesson, in minutes.' },
    fit: fitField,
    theme: themeSchema('What this lesson changes of the theme of its course: the rest stays as it is there.'),
    sections: {
      type: 'array',
      minItems: 1,
      whenEmpty: {
        code: 'lesson/empty',
        message: 'This lesson has no section.',
        hint: 'Add a section with a title and slides.',
      },
      description: 'The sections in order. Every section becomes one HTML deck and one PDF.',
      items: {
        type: 'object',
        required: ['title', 'slides'],
        properties: {
          title: inline('The title of the section and of its deck.'),
          id: {
            type: 'string',
            pattern: '^[a-z0-9][a-z0-9-]*$',
            patternHint: 'Use lower-case letters, digits and hyphens.',
            description: 'The name of the section in file names. Made from the title unless given.',
          },
          icon: { type: 'string', format: 'emoji', description: 'An emoji for the section.' },
          minutes: { type: 'number', exclusiveMinimum: 0, description: 'Planned time for the section, in minutes.' },
          slides: {
            type: 'array',
            minItems: 1,
            whenEmpty: {
              code: 'section/empty',
              message: 'This section has no slide.',
              hint: 'Add a slide, such as "- layout: title" with its title.',
            },
            description: 'The slides in order.',
            items: {
              type: 'object',
              required: ['layout'],
              properties: { layout: commonSlideFields.layout ?? {} },
              additionalProperties: true,
            },
          },
        },
      },
    },
  },
});
