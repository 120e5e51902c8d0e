import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../src/4-expand/index.ts';
import type { Schema } from '../../src/model/contract.ts';
import { places } from '../support/marked.ts';

const text: Schema = { type: 'string', format: 'inline' };
const entry: Schema = {
  anyOf: [text, { type: 'object', properties: { text, parts: { type: 'array', items: text } } }],
};
const schema: Schema = {
  properties: {
    title: text,
    items: { type: 'array', items: entry },
    left: { type: 'object', properties: { title: text, body: text } },
    course: { properties: { people: { type: 'array', items: { type: 'object', properties: { name: text } } } } },
    free: { type: 'object' },
  },
};
const partials: Readonly<Record<string, string>> = {
  lead: '{{#if lead}}{{lead}}{{/if}}',
  broken: '{{#if title}}{{colour title}}{{/if}}',
  again: '{{title}}{{> again}}',
};

function check(template: string): readonly string[] {
  const sources = Object.entries(partials).map(([name, text]) => [name, { path: `${name}.hbs`, text }] as const);
  const diagnostics = checkTemplate({ path: 'x.hbs', text: template }, schema, new Map(sources), ['eq', 'label']);
  const own = diagnostics.filter(({ span }) => span?.file === 'x.hbs');
  return [...places(own, template), ...diagnostics.filter((fault) => !own.includes(fault)).map(({ code }) => code)];
}

describe('a template that agrees with its contract', () => {
  it.each([
    '{{title}} {{{title}}} {{&title}} {{this.title}} {{./title}}',
    '{{#each items}}{{this}}{{text}}{{#each parts}}{{this}}{{../text}}{{../../title}}{{@index}}{{/each}}{{/each}}',
    '{{#each items}}{{#if text}}{{text}}{{else}}{{../title}}{{/if}}{{/each}}',
    '{{#each items as |item at|}}{{item.text}}{{at}}{{title}}{{/each}}'.replace('{{title}}', '{{../title}}'),
    '{{#with left}}{{title}}{{body}}{{../title}}{{/with}}',
    '{{#with left as |side|}}{{side.body}}{{/with}}',
    '{{left.title}} {{items.length}} {{items.[0].text}} {{#if items.[4]}}x{{/if}}',
    '{{#each course.people}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}',
    '{{#if (eq title left.title)}}{{label "next"}}{{else if items}}x{{/if}}',
    '{{> lead}} {{> lead lead=title}} {{> lead left}} {{> again}}',
    '{{free.anything.below}} {{@root.title}}',
    '{{! a comment with {{nothing}} in it }}{{!-- {{nothing}} --}}',
  ])('%s', (template) => {
    expect(check(template)).toEqual([]);
  });
});

describe('a template that does not', () => {
  it.each([
    ['{{titel}}', ['template/unknown-field: titel']],
    ['{{#if titel}}x{{/if}}', ['template/unknown-field: titel']],
    ['{{left.titel}}', ['template/unknown-field: left.titel']],
    ['{{title.length}}', ['template/unknown-field: title.length']],
    ['{{items.text}}', ['template/unknown-field: items.text']],
    ['{{#each items}}{{title}}{{/each}}', ['template/unknown-field: title']],
    ['{{#each items}}{{../text}}{{/each}}', ['template/unknown-field: ../text']],
    ['{{#with left}}{{items}}{{/with}}', ['template/unknown-field: items']],
    ['{{#each items as |item|}}{{item.title}}{{/each}}', ['template/unknown-field: item.title']],
    ['{{#if (eq titel "x")}}{{/if}}', ['template/unknown-field: titel']],
    ['{{> lead lead=titel}}', ['template/unknown-field: titel']],
    ['{{> led}}', ['template/unknown-partial: {{> led}}']],
    ['{{> (lookup . "x")}}', ['template/unknown-partial: {{> (lookup . "x")}}']],
    [
      '{{#> led}}{{titel}}{{/led}}',
      ['template/unknown-partial: {{#> led}}{{titel}}{{/led}}', 'template/unknown-field: titel'],
    ],
    ['{{#*inline "x"}}{{/inline}}', ['template/unknown-helper: {{#*inline "x"}}{{/inline}}']],
    ['{{upper title}}', ['template/unknown-helper: {{upper title}}']],
    ['{{lookup items 0}}', ['template/unknown-helper: {{lookup items 0}}']],
    ['{{#if (upper title)}}{{/if}}', ['template/unknown-helper: (upper title)']],
    ['{{> broken}}', ['template/unknown-helper']],
    ['{{#if title}}', ['template/syntax: {{#if title}}']],
    ['a\n{{title', ['template/syntax: {{title']],
    ['{{#if title}}\nx{{/each}}', ['template/syntax: {{#if title}}']],
  ])('%s', (template, expected) => {
    expect(check(template)).toEqual(expected);
  });
});
