const idleMs = 2500;

/** Marks the page while nobody moves: the style sheet then hides the controls, unless the focus is on one. */
export function attachIdle(): void {
  const root = document.documentElement;
  let timer = 0;
  const wake = () => {
    root.removeAttribute('data-idle');
    clearTimeout(timer);
    timer = window.setTimeout(() => root.toggleAttribute('data-idle', true), idleMs);
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin'] as const) document.addEventListener(type, wake);
  wake();
}
