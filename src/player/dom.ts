type Attributes = Readonly<Record<string, string>>;

/** Makes an element. Text is text: nothing is read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Makes a button that shows an icon and is read out, and explained on hover, by its label. */
export function iconButton(icon: Icon, label: string, press: () => void): HTMLButtonElement {
  const button = element('button', {
    type: 'button',
    class: 'lectern-button',
    'data-icon': icon,
    'aria-label': label,
    title: label,
  });
  button.append(drawing(icon));
  return pressable(button, press);
}

/** Gives a button its action. A button pressed by mouse or finger does not keep the focus: Space is "next slide" again. */
export function pressable(button: HTMLButtonElement, press: () => void): HTMLButtonElement {
  button.addEventListener('click', (event) => {
    if (event.detail > 0) button.blur();
    press();
  });
  return button;
}

/** Names of the drawings on buttons. */
export type Icon = keyof typeof icons;

// Drawn here because a symbol from a font looks different on every machine, or is missing.
const icons = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  overview: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  fullScreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  notes: 'M5 4h14v16H5zM8.5 9h7M8.5 13h7M8.5 17h4',
  help: 'M9 9.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.6M12 18v.2',
  close: 'M6 6l12 12M18 6L6 18',
  smaller: 'M6 12h12',
  larger: 'M6 12h12M12 6v12',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  'arrow-down': 'M12 5v14M6 13l6 6 6-6',
} as const;

/** An icon that says nothing to those who do not see it. */
export function drawing(icon: Icon): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(namespace, 'path');
  shape.setAttribute('d', icons[icon]);
  svg.append(shape);
  return svg;
}
