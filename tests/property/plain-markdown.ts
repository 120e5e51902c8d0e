import MarkdownIt from 'markdown-it';

// The dialect of authors, from markdown-it alone: a second opinion on what a text says.
const plain = new MarkdownIt('commonmark', { breaks: true, linkify: true, html: true })
  .enable(['table', 'strikethrough', 'linkify'])
  .disable(['reference', 'code', 'lheading', 'html_block']);
plain.linkify.set({ fuzzyLink: false }).add('//', null).add('ftp:', null);
plain.validateLink = () => true;
const autolink = plain.inline.ruler.getRules('').find(({ name }) => name === 'autolink');
plain.inline.ruler.at('autolink', (state, silent) => {
  const isOther = /^<(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(state.src.slice(state.pos));
  return !isOther && autolink?.(state, silent) === true;
});
plain.renderer.rules.html_inline = (tokens, at) => plain.utils.escapeHtml(tokens[at]?.content ?? '');
// markdown-it 14.3 leaves code and escaped characters out of alternative texts.
plain.renderer.rules.image = (tokens, at) => {
  const { attrs, children } = tokens[at] ?? {};
  const alt = (children ?? []).map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
  const title = attrs?.find(([name]) => name === 'title')?.[1] ?? '';
  return `<img alt="${plain.utils.escapeHtml(alt)}" title="${plain.utils.escapeHtml(title)}">`;
};

/** The HTML of a text, tags in it shown as text. Formulas are not known. */
export function plainMarkdown(text: string, format: 'inline' | 'markdown'): string {
  return format === 'inline' ? plain.renderInline(text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')) : plain.render(text);
}
