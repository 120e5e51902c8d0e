// npm start: from a fresh clone to built courses.
import { join, relative } from 'node:path';
import { installWhatIsMissing, lectern, root, run } from './install.mjs';

installWhatIsMissing();
const code = run(process.execPath, lectern, 'build');
if (code === 0) {
  const index = join(root, 'output', 'public', 'index.html');
  console.log(`\nThe decks are built. Open ${relative(process.cwd(), index)} in a browser.`);
  console.log('Decks with notes are in output/instructor, all files are listed in output/manifest.json.');
}
process.exitCode = code;
