import { initialState, type State } from './state.ts';

/** Called after a change, with the state before it. */
export type Listener = (state: State, before: State) => void;

/** The one place that holds the state. */
export interface Store {
  get(): State;
  /** Does nothing when the state is the one it has. */
  set(state: State): void;
  /** Listeners are called in the order in which they were added. */
  listen(listener: Listener): void;
  /** Calls all listeners as if the state had just been set, for when the page changed behind their back. */
  refresh(): void;
}

/** A store in its initial state, without listeners. */
export function createStore(): Store {
  let state = initialState;
  const listeners: Listener[] = [];
  const tell = (before: State) => {
    for (const listener of listeners) listener(state, before);
  };
  return {
    get: () => state,
    set: (next) => {
      if (next === state) return;
      const before = state;
      state = next;
      tell(before);
    },
    listen: (listener) => {
      listeners.push(listener);
    },
    refresh: () => tell(state),
  };
}
