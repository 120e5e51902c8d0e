// npm run docs: writes docs/layouts.md and its pictures anew, from contracts, templates and themes.
import { loadBundled } from './bundled.mjs';
import { root } from './install.mjs';

const { writeDocs } = await loadBundled('docs');
await writeDocs(root);
