import { access, constants, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { lecternCacheFolder } from '../../io/browser/cache-folder.ts';
import { findBrowser } from '../../io/browser/find.ts';
import { packageFonts } from '../../io/fonts.ts';
import type { Context } from '../context.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do when it is not well. */
  readonly advice: string | null;
}

interface DoctorOptions {
  readonly fix?: boolean;
  readonly json?: boolean;
  readonly browser?: string;
  readonly out: string;
}

/** The fonts that come with Lectern. */
const families = [
  'Source Sans 3',
  'Source Serif 4',
  'Literata',
  'Source Code Pro',
  'Atkinson Hyperlegible',
  'Atkinson Hyperlegible Mono',
  'Noto Sans Math',
  'Noto Sans Symbols 2',
];

/** `lectern doctor`: looks at what a build needs; with `--fix` it gets a browser where there is none. Returns whether all is well. */
export async function doctorCommand(context: Context, options: DoctorOptions): Promise<boolean> {
  const findings = [
    nodeVersion(),
    await browser(context, options),
    await fonts(context),
    await writeAccess(context, options.out),
  ];
  const ok = findings.every((finding) => finding.ok);
  const { terminal } = context;
  if (options.json) {
    terminal.out(JSON.stringify({ ok, version: context.version, findings }, null, 2));
    return ok;
  }
  for (const { name, ok: well, found, advice } of findings) {
    terminal.out(`${well ? terminal.good('✓') : terminal.paint.error('✗')} ${name.padEnd(13)} ${found}`);
    if (advice !== null) terminal.out(`  ${' '.repeat(13)} ${advice}`);
  }
  return ok;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'Node',
    ok,
    found: process.version,
    advice: ok ? null : 'Lectern needs Node 20.19 or later: install it from nodejs.org.',
  };
}

async function browser({ env, terminal }: Context, options: DoctorOptions): Promise<Finding> {
  const cache = lecternCacheFolder(env);
  const cacheDir = cache.kind === 'folder' ? cache.path : undefined;
  const look = () => findBrowser({ explicit: options.browser, env, cacheDir });
  let result = await look();
  let failure: string | undefined;
  const named = options.browser ?? env.LECTERN_BROWSER ?? env.PUPPETEER_EXECUTABLE_PATH;
  if (result.kind === 'none' && named) {
    const advice = 'Correct --browser, LECTERN_BROWSER or PUPPETEER_EXECUTABLE_PATH, or leave them out.';
    return { name: 'Browser', ok: false, found: result.reason, advice };
  }
  if (result.kind === 'none' && options.fix) {
    if (cache.kind === 'none') failure = cache.reason;
    else {
      const { installBrowser } = await import('../../io/browser/install.ts');
      const installed = await installBrowser({ cacheDir: cache.path, env, log: (line) => terminal.say(line) });
      if (installed.kind === 'failed') failure = installed.reason;
      result = await look();
    }
  }
  if (result.kind !== 'none') {
    const kind = result.kind === 'headless-shell' ? 'headless shell' : 'browser';
    return { name: 'Browser', ok: true, found: `${kind} ${result.path} (${result.source})`, advice: null };
  }
  const tried = result.tried.map(({ place, reason }) => `${place}: ${reason}`);
  const advice = failure ?? 'Run `lectern doctor --fix` to get one.';
  return { name: 'Browser', ok: false, found: [result.reason, ...tried].join('\n  '), advice };
}

async function fonts({ root, packageRoot }: Context): Promise<Finding> {
  const library = packageFonts([root, packageRoot]);
  const missing: string[] = [];
  for (const family of families) if (!(await library.family(family))) missing.push(family);
  const ok = missing.length === 0;
  return {
    name: 'Fonts',
    ok,
    found: ok ? families.join(', ') : `missing: ${missing.join(', ')}`,
    advice: ok ? null : 'Install Lectern anew: its font packages are not complete.',
  };
}

async function writeAccess({ root }: Context, out: string): Promise<Finding> {
  const folder = resolve(root, out);
  const name = 'Write access';
  try {
    let existing = folder;
    while (!(await exists(existing))) existing = dirname(existing);
    await access(existing, constants.W_OK);
    if (existing === folder) {
      // Permissions do not tell of read-only file systems and full disks: only writing does.
      const probe = join(folder, `.lectern-probe-${process.pid}`);
      await writeFile(probe, '');
      await rm(probe);
    }
    return { name, ok: true, found: folder, advice: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      name,
      ok: false,
      found: reason,
      advice: `Give yourself the right to write to ${folder}, or name another folder with --out.`,
    };
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
