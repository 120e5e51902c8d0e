import type { Commands } from './commands.ts';
import type { Store } from './store.ts';

const quietMs = 160;
const thresholdPx = 24;
// One notch of a wheel that counts in lines.
const linePx = 40;

/**
 * Turns slides with the wheel: one step for a gesture. A touchpad goes on rolling for a second after the finger has left it,
 * so a gesture ends only when the wheel has been quiet for a moment.
 */
export function attachWheel(stage: HTMLElement, store: Store, commands: Commands): void {
  let movedPx = 0;
  let done = false;
  let lastMs = 0;
  stage.addEventListener(
    'wheel',
    (event) => {
      // With Ctrl the wheel zooms; the overview scrolls.
      if (event.ctrlKey || store.get().mode === 'overview') return;
      if (event.timeStamp - lastMs > quietMs) {
        movedPx = 0;
        done = false;
      }
      lastMs = event.timeStamp;
      const delta = Math.abs(event.deltaY) >= Math.abs(event.deltaX) ? event.deltaY : event.deltaX;
      movedPx += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? delta : delta * linePx;
      if (done || Math.abs(movedPx) < thresholdPx) return;
      done = true;
      (movedPx > 0 ? commands.next : commands.previous)?.();
    },
    { passive: true },
  );
}
