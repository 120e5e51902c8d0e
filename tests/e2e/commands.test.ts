import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lecternScript, runProgram, sampleFiles, TestProject } from '../support/project.ts';

describe('the command', () => {
  const project = new TestProject(sampleFiles);
  afterAll(() => project.remove());

  it.each([
    [['bild'], "unknown command 'bild'"],
    [['build', '--format', 'pdf'], "unknown option '--format'"],
    [['build', '--formats', 'docx'], '"docx" is none of md, html, pdf'],
    [['build', '--jobs', 'many'], 'whole number'],
    [['build', '--root', 'no-such-folder'], 'There is no folder "no-such-folder"'],
    [['init'], "missing required argument 'dir'"],
    [['init', '.'], 'is not empty'],
  ])('%j is a wrong use: exit code 2 and what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await project.lectern(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each(['build', 'check', 'init', 'list', 'schema', 'doctor'])(
    '%s --help explains it with an example',
    async (name) => {
      const { code, stdout } = await project.lectern([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Usage: lectern/);
      expect(stdout).toMatch(new RegExp(`Example:\\n {2}lectern ${name}`));
    },
  );

  it('names the decks that there are when one is unknown', async () => {
    const { code, stderr } = await project.lectern(['build', 'db101/join', '--formats', 'md']);
    expect(code).toBe(1);
    expect(stderr).toContain('project/unknown-deck');
    expect(stderr).toContain('Did you mean "db101/joins"?');
  });

  it('ends quietly when nobody reads on', async () => {
    const command = '"$0" "$1" list --themes | true';
    const { stderr } = await runProgram('sh', ['-c', command, process.execPath, lecternScript], project.root);
    expect(stderr).toBe('');
  });

  it('--strict makes warnings count', async () => {
    const strict = new TestProject({ ...sampleFiles, 'content/db101/course.yaml': 'title: Bazy danych\nlang: pl\n' });
    try {
      expect(await strict.lectern(['check', '--formats', 'md'])).toMatchObject({ code: 0 });
      expect(await strict.lectern(['check', '--formats', 'md', '--strict'])).toMatchObject({ code: 1 });
    } finally {
      strict.remove();
    }
  });

  it('colours nothing when it is asked not to, or not on a terminal', async () => {
    const plain = await project.lectern(['check', 'db101/nothing', '--formats', 'md'], {
      FORCE_COLOR: '1',
      NO_COLOR: '1',
    });
    const colored = await project.lectern(['check', 'db101/nothing', '--formats', 'md'], {
      FORCE_COLOR: '1',
      NO_COLOR: '',
    });
    expect(plain.stderr).not.toContain('\u001b[');
    expect(colored.stderr).toContain('\u001b[');
  });
});

describe('lectern list', () => {
  const project = new TestProject({
    ...sampleFiles,
    'content/db101/templates/slides/bullets.hbs':
      '## {{title}}\n\n{{#each items}}\n- {{#if text}}{{text}}{{else}}{{this}}{{/if}}\n{{/each}}\n',
    'themes/plain.css': '/* @theme plain */\n@import "lecture";\n/* @size 16:9 1280 720 */\n',
  });
  afterAll(() => project.remove());

  it('shows decks, layouts and themes, where they come from and what they hide', async () => {
    const { code, stdout } = await project.lectern(['list', '--json']);
    const listing = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(listing.courses[0].lessons[0].sections).toEqual([
      { id: 'db101/joins/inner-joins', slides: 5 },
      { id: 'db101/joins/outer-joins', slides: 2 },
    ]);
    expect(listing.layouts.find(({ course }: { course: string | null }) => course === 'db101')).toMatchObject({
      name: 'bullets',
      origin: 'course',
      hides: ['built-in'],
      file: 'content/db101/templates/slides/bullets.hbs',
    });
    const origins = new Map(listing.themes.map(({ name, origin }: { name: string; origin: string }) => [name, origin]));
    expect(origins.get('lecture')).toBe('built-in');
    expect(origins.get('plain')).toBe('project');
    // A theme has what it extends.
    expect(listing.themes.find(({ name }: { name: string }) => name === 'plain')).toMatchObject({
      sizes: ['16:9', '4:3'],
      variants: ['compact', 'emphasis', 'invert', 'line-numbers'],
      tokens: expect.arrayContaining([expect.objectContaining({ name: 'primary', type: 'color', value: '#2443ac' })]),
    });
  });

  it('shows tokens, sizes and variants of themes in a terminal of 80 columns', async () => {
    const { stdout } = await project.lectern(['list', '--themes']);
    const lines = stdout.split('\n');
    const themes = lines.slice(lines.indexOf('Themes'));
    expect(themes).toEqual(
      expect.arrayContaining(['    sizes:    16:9, 4:3', '    variants: compact, emphasis, invert, line-numbers']),
    );
    expect(themes.find((line) => line.startsWith('    primary: #2443ac'))).toMatch(/color$/);
    expect(themes.filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('lectern init', () => {
  const project = new TestProject();
  beforeAll(async () => {
    await project.lectern(['init', 'my-course']);
  });
  afterAll(() => project.remove());

  it('starts a project that builds at once, without a warning', async () => {
    expect(await project.lectern(['build', '--root', 'my-course', '--strict'])).toMatchObject({ code: 0 });
    expect(project.files('my-course/output/public/my-course/01-welcome')).toEqual([
      '01-first-steps.html',
      '01-first-steps.pdf',
    ]);
  });

  it('brings the schemas and settings by which editors help', () => {
    expect(project.files('my-course')).toEqual(
      expect.arrayContaining([
        '.gitignore',
        '.vscode/settings.json',
        'schemas/course.schema.json',
        'schemas/lesson.schema.json',
      ]),
    );
  });
});

describe('lectern doctor', () => {
  it('finds nothing wrong where everything is there', async () => {
    const project = new TestProject();
    try {
      const { code, stdout } = await project.lectern(['doctor', '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true });
      expect(code).toBe(0);
    } finally {
      project.remove();
    }
  });

  it('says what to do where there is no browser', async () => {
    const project = new TestProject();
    try {
      const { code, stdout } = await project.lectern(['doctor'], { LECTERN_BROWSER: '/no/such/browser' });
      expect(code).toBe(1);
      expect(stdout).toContain('✗ Browser');
      expect(stdout).toContain('LECTERN_BROWSER');
    } finally {
      project.remove();
    }
  });
});
