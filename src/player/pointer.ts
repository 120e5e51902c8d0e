import type { Commands } from './commands.ts';
import type { PageDeck } from './deck.ts';
import type { Store } from './store.ts';

// The part of the stage's width, on either side, that turns the page.
const edgeShare = 0.15;
const swipePx = 40;
const tapPx = 10;

type Side = 'left' | 'right';

/** What turning needs to know. */
interface Stage {
  readonly element: HTMLElement;
  isTurning(): boolean;
  turn(side: Side): void;
}

/** Turns slides by a click or tap near the left or right edge, and by swiping. */
export function attachPointer(deck: PageDeck, store: Store, commands: Commands): void {
  const stage: Stage = {
    element: deck.element,
    isTurning: () => store.get().mode !== 'overview',
    turn: (side) => {
      const forward = (side === 'right') !== deck.rightToLeft;
      (forward ? commands.next : commands.previous)?.();
    },
  };
  attachMouse(stage);
  attachTouch(stage);
}

function attachMouse(stage: Stage): void {
  stage.element.addEventListener('click', (event) => {
    const side = edgeAt(stage.element, event.clientX);
    if (side && stage.isTurning() && !isBusy(event.target)) stage.turn(side);
  });
  stage.element.addEventListener('pointermove', (event) => {
    const pointing = stage.isTurning() && event.pointerType === 'mouse';
    stage.element.dataset.edge = (pointing ? edgeAt(stage.element, event.clientX) : undefined) ?? '';
  });
}

function attachTouch(stage: Stage): void {
  let start: Touch | undefined;
  stage.element.addEventListener(
    'touchstart',
    (event) => {
      // Two fingers zoom, and one finger moves what is zoomed.
      const isZoomed = (visualViewport?.scale ?? 1) > 1.01;
      start = event.touches.length === 1 && !isZoomed ? event.touches[0] : undefined;
    },
    { passive: true },
  );
  stage.element.addEventListener('touchend', (event) => {
    const end = event.changedTouches[0];
    const side = start && end && stage.isTurning() ? sideOfTouch(stage.element, start, end) : undefined;
    start = undefined;
    if (!side) return;
    // No click after it. Clicks alone would not do: Chrome leaves out that of a tap soon after a swipe.
    if (event.cancelable) event.preventDefault();
    stage.turn(side);
  });
}

/** What a touch asks for: a swipe drags the page, so to the left brings what is on the right. */
function sideOfTouch(stage: HTMLElement, start: Touch, end: Touch): Side | undefined {
  const acrossPx = end.clientX - start.clientX;
  const alongPx = end.clientY - start.clientY;
  if (Math.hypot(acrossPx, alongPx) <= tapPx) return isBusy(start.target) ? undefined : edgeAt(stage, end.clientX);
  if (Math.abs(acrossPx) < swipePx || Math.abs(acrossPx) < 1.5 * Math.abs(alongPx)) return undefined;
  return acrossPx < 0 ? 'right' : 'left';
}

function edgeAt(stage: HTMLElement, x: number): Side | undefined {
  const box = stage.getBoundingClientRect();
  const share = (x - box.left) / box.width;
  if (share < edgeShare) return 'left';
  return share > 1 - edgeShare ? 'right' : undefined;
}

/** The click or tap belongs to what is on the slide: a link, a film, text being selected. */
function isBusy(target: EventTarget | null): boolean {
  const control = target instanceof Element && target.closest('a, button, summary, input, label, video, audio');
  return Boolean(control) || getSelection()?.isCollapsed === false;
}
