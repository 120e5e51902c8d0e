/** Makes text safe between tags and in quoted attributes. All text that goes into a page passes through here. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Makes JavaScript safe inside `<script>`: nothing in it can end the element or begin a nested one.
 * The escape stands for the same character in strings and regular expressions, where alone these sequences occur.
 * Line ends become those that a parser makes of them, so that a hash of the result holds.
 * Source: HTML Standard, 4.12.1.3 "Restrictions for contents of script elements".
 */
export function escapeScript(script: string): string {
  return script.replace(/\r\n?/g, '\n').replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}

/** Data as JSON that is safe inside a `<script>` element of a data type. Keys keep their order. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** Makes a style sheet safe inside `<style>`; in CSS a backslash before a slash changes nothing. */
export function escapeStyle(css: string): string {
  return css.replace(/<(?=\/style)/gi, '\\3C ');
}

/** A value as a JavaScript-free CSS string in double quotes. Source: CSS Syntax Level 3, 4.3.5. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
