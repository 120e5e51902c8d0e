import { expect, it } from 'vitest';
import { formatHash, parseHash } from '../../src/player/address.ts';

const ids = ['joins', '2', 'übung'];

it.each([
  ['#joins', { slide: 0, step: 0 }],
  ['#joins/2', { slide: 0, step: 2 }],
  ['#3', { slide: 2, step: 0 }],
  ['#3/1', { slide: 2, step: 1 }],
  ['#2', { slide: 1, step: 0 }],
  ['#%C3%BCbung', { slide: 2, step: 0 }],
  ['#übung', { slide: 2, step: 0 }],
  ['#99', { slide: 98, step: 0 }],
])('reads %s', (hash, position) => {
  expect(parseHash(hash, ids)).toEqual(position);
});

it.each(['', '#', '#nowhere', '#joins/', '#joins/x', '#%E0%A4%A'])('finds no slide in "%s"', (hash) => {
  expect(parseHash(hash, ids)).toBeUndefined();
});

it('writes what it reads', () => {
  for (const [slide, id] of ids.entries()) {
    for (const step of [0, 1, 12]) expect(parseHash(formatHash(id, step), ids)).toEqual({ slide, step });
  }
});
