import { describe, expect, it } from 'vitest';
import { initialState, jumped, type Move, moved, type State, toggled } from '../../src/player/state.ts';

const steps = [0, 2, 1];
const at = (slide: number, step = 0, mode: State['mode'] = 'slide'): State => ({ ...initialState, slide, step, mode });
const walked = (state: State, ...moves: readonly Move[]) => moves.reduce((now, move) => moved(now, move, steps), state);

describe('moved', () => {
  it('shows fragments one by one, then the next slide', () => {
    expect(walked(at(1), 'next')).toEqual(at(1, 1));
    expect(walked(at(1), 'next', 'next', 'next')).toEqual(at(2));
  });

  it('goes back to a slide with all its fragments', () => {
    expect(walked(at(2), 'previous')).toEqual(at(1, 2));
    expect(walked(at(1), 'previous', 'previous')).toEqual(at(0));
  });

  it('skips fragments when asked to', () => {
    expect(walked(at(1), 'nextSlide')).toEqual(at(2));
    expect(walked(at(2, 1), 'previousSlide')).toEqual(at(1));
  });

  it('ends after the last fragment, and comes back from the end', () => {
    expect(walked(at(2), 'next', 'next')).toEqual(at(2, 1, 'end'));
    expect(walked(at(2, 1, 'end'), 'next')).toEqual(at(2, 1, 'end'));
    expect(walked(at(2, 1, 'end'), 'previous')).toEqual(at(2));
  });

  it('only lights up a black screen', () => {
    for (const move of ['next', 'previous', 'last'] as const) expect(walked(at(1, 1, 'blank'), move)).toEqual(at(1, 1));
  });

  it('keeps the notes open', () => {
    expect(moved({ ...at(0), notes: true }, 'next', steps).notes).toBe(true);
  });
});

describe('jumped', () => {
  it('takes the nearest position that exists', () => {
    expect(jumped(at(0), { slide: 9, step: 9 }, steps)).toEqual(at(2, 1));
    expect(jumped(at(0), { slide: -1, step: 0 }, steps)).toEqual(at(0));
  });
});

describe('toggled', () => {
  it('switches a mode on, over to another, and off', () => {
    expect(toggled(at(1), 'overview').mode).toBe('overview');
    expect(toggled(at(1, 0, 'overview'), 'blank').mode).toBe('blank');
    expect(toggled(at(1, 0, 'blank'), 'blank').mode).toBe('slide');
  });
});
