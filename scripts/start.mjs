// npm start: from a fresh clone to built courses.
import { installWhatIsMissing, lectern, run } from './install.mjs';

installWhatIsMissing();
const code = run(process.execPath, lectern, 'build');
if (code === 0) console.log('Decks with notes: output/instructor/index.html. All files: output/manifest.json.');
process.exitCode = code;
