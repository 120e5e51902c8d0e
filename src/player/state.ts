/** Where the reader is: both counted from 0. On a slide with three fragments, `step` goes from 0 to 3. */
export interface Position {
  readonly slide: number;
  readonly step: number;
}

/** What fills the window. `end` is the last slide with the ways onward beside it. */
export type Mode = 'slide' | 'overview' | 'blank' | 'end';

/** All that changes while a deck is shown. */
export interface State extends Position {
  readonly mode: Mode;
  /** The panel with the notes is open. */
  readonly notes: boolean;
}

/** A way to go that depends only on where one is. */
export type Move = 'next' | 'previous' | 'nextSlide' | 'previousSlide' | 'first' | 'last';

/** The state of a deck that has just been opened. */
export const initialState: State = { slide: 0, step: 0, mode: 'slide', notes: false };

/**
 * The state after a move. `steps` holds the number of fragments of each slide and is never empty.
 * A black screen only lights up again: nobody should miss a slide that went by in the dark.
 */
export function moved(state: State, move: Move, steps: readonly number[]): State {
  if (state.mode === 'blank') return { ...state, mode: 'slide' };
  const { slide, step } = state;
  const last = steps.length - 1;
  switch (move) {
    case 'next':
      return step < (steps[slide] ?? 0) ? at(state, slide, step + 1) : moved(state, 'nextSlide', steps);
    case 'nextSlide':
      return slide < last ? at(state, slide + 1, 0) : { ...at(state, slide, steps[slide] ?? 0), mode: 'end' };
    case 'previous':
      if (step > 0) return at(state, slide, step - 1);
      return slide > 0 ? at(state, slide - 1, steps[slide - 1] ?? 0) : at(state, 0, 0);
    case 'previousSlide':
      return at(state, Math.max(slide - 1, 0), 0);
    case 'first':
      return at(state, 0, 0);
    case 'last':
      return at(state, last, 0);
  }
}

/** The state after a jump. A position that does not exist becomes the nearest one that does. */
export function jumped(state: State, to: Position, steps: readonly number[]): State {
  const slide = clamp(to.slide, steps.length - 1);
  return at(state, slide, clamp(to.step, steps[slide] ?? 0));
}

/** The state with a mode switched on, or off again when it was on. */
export function toggled(state: State, mode: 'overview' | 'blank'): State {
  return { ...state, mode: state.mode === mode ? 'slide' : mode };
}

function at(state: State, slide: number, step: number): State {
  return { ...state, slide, step, mode: 'slide' };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
