// npm run benchmark: how long the decks of content/ take in each stage. `npm run benchmark -- 9` for the medians of nine runs.
import { loadBundled } from './bundled.mjs';
import { root } from './install.mjs';

const { benchmark } = await loadBundled('benchmark');
await benchmark(root, Number(process.argv[2] ?? 5));
