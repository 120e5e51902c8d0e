/** Names a part of a drawing, as it stands in a message. */
export type Finding = string;

/** What is noted while a drawing is read. */
export interface Findings {
  /** What would be seen, and cannot be shown. */
  readonly lost: Set<Finding>;
  /** What does not show on paper: scripts, links, animations. */
  readonly inert: Set<Finding>;
  /** All text that is drawn. */
  text: string;
}

/** Types of pictures within a drawing: those that have no parts of their own. */
const embedded = /^data:image\/(png|jpeg|jpg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/;

/** What is wrong with a picture within a drawing, or undefined. */
export function checkImage(address: string): Finding | undefined {
  if (embedded.test(address.trim())) return undefined;
  if (address === '') return 'a picture without an address';
  const type = /^data:([\w/+.-]*)/i.exec(address.trim());
  if (type) return `a picture of the type "${type[1]}"`;
  return `the picture "${address.length > 60 ? `${address.slice(0, 60)}…` : address}", which lies in another file`;
}
