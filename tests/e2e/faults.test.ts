import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleFiles, TestProject } from '../support/project.ts';

const brokenLesson = `title: Broken
sections:
  - title: One
    slides:
      - layout: two-colum
        title: A
      - layout: bullets
        titel: B
`;

describe('a course with a faulty lesson', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ ...sampleFiles, 'content/db101/02-broken.yaml': brokenLesson });
  });
  afterEach(() => project.remove());

  it('has all its mistakes reported, exits with 1, and still gets the other lessons', async () => {
    const { code, stderr } = await project.lectern(['build', '--formats', 'html']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/content\/db101\/02-broken\.yaml:5:17 {2}error {2}slide\/unknown-layout/);
    expect(stderr).toMatch(/02-broken\.yaml:8:9 {2}error {2}field\/unknown/);
    expect(stderr).toContain('Did you mean "two-column"?');
    expect(project.files('output')).toContain('public/db101/01-joins/01-inner-joins.html');
  });

  it('keeps what was built from the lesson when it was good', async () => {
    project.write(
      'content/db101/02-broken.yaml',
      'title: Good\nsections: [{ title: One, slides: [{ layout: title, title: A }] }]\n',
    );
    await project.lectern(['build', '--formats', 'html']);
    const before = project.read('output/public/db101/02-broken/01-one.html');
    project.write('content/db101/02-broken.yaml', brokenLesson);
    const { code } = await project.lectern(['build', '--formats', 'html']);
    expect(code).toBe(1);
    expect(project.read('output/public/db101/02-broken/01-one.html')).toBe(before);
    expect(project.read('output/manifest.json')).toContain('public/db101/02-broken/01-one.html');
  });

  it('is described by one JSON document on standard output, and by nothing else', async () => {
    const { code, stdout, stderr } = await project.lectern(['check', '--json', '--formats', 'html']);
    const document = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(document).toMatchObject({ ok: false, artifacts: [] });
    expect(document.diagnostics[0]).toEqual({
      code: 'slide/unknown-layout',
      severity: 'error',
      message: expect.stringContaining('two-colum'),
      file: 'content/db101/02-broken.yaml',
      line: 5,
      column: 17,
      endLine: 5,
      endColumn: 26,
      hint: expect.stringContaining('two-column'),
    });
    expect(document.decks).toMatchObject([
      { id: 'db101/joins/inner-joins', slides: 5, ok: true, cached: false },
      { id: 'db101/joins/outer-joins', slides: 2, ok: true, cached: false },
    ]);
    expect(existsSync(join(project.root, 'output'))).toBe(false);
  });
});

describe('artifacts', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject(sampleFiles);
  });
  afterEach(() => project.remove());

  it('are removed when their section is gone, and files of others are left alone', async () => {
    await project.lectern(['build', '--formats', 'html,md']);
    project.write('output/public/db101/01-joins/my-own.txt', 'mine');
    const lesson = project.read('content/db101/01-joins.yaml').replace('Outer joins', 'Outer and full joins');
    project.write('content/db101/01-joins.yaml', lesson);
    await project.lectern(['build', '--formats', 'html,md']);
    const files = project.files('output/public/db101/01-joins');
    expect(files).toEqual(['01-inner-joins.html', '02-outer-and-full-joins.html', 'my-own.txt']);
  });

  it('of decks that are not chosen stay', async () => {
    await project.lectern(['build', '--formats', 'html,md']);
    const before = project.read('output/manifest.json');
    const { code, stderr } = await project.lectern(['build', 'db101/joins/outer-joins', '--formats', 'html,md']);
    expect(code).toBe(0);
    expect(stderr).toContain('1 deck,');
    expect(project.read('output/manifest.json')).toBe(before);
  });

  it('are reported when they cannot be written', async () => {
    // A folder where a file should go stops root as well.
    mkdirSync(join(project.root, 'output/public/db101/01-joins/01-inner-joins.html'), { recursive: true });
    const { code, stderr } = await project.lectern(['build', '--formats', 'html']);
    expect(code).toBe(1);
    expect(stderr).toContain('output/not-writable');
    expect(project.files('output')).toContain('public/db101/01-joins/02-outer-joins.html');
  });

  it('leave no half-written file behind', async () => {
    await project.lectern(['build', '--formats', 'html,md']);
    expect(project.files('output').filter((path) => !/\.(html|md|json)$/.test(path))).toEqual([]);
  });
});

describe('without a browser', () => {
  let project: TestProject;
  // An empty folder as home, cache and PATH: nothing can be found.
  const nowhere = () => {
    const folder = join(project.root, 'nowhere');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    return {
      PATH: folder,
      HOME: folder,
      XDG_CACHE_HOME: folder,
      LECTERN_CACHE_DIR: folder,
      PUPPETEER_CACHE_DIR: folder,
    };
  };
  beforeEach(() => {
    project = new TestProject(sampleFiles);
  });
  afterEach(() => project.remove());

  it('HTML and Markdown are built, and one error says which command gets a browser', async () => {
    const { code, stderr } = await project.lectern(['build'], {
      ...nowhere(),
      LECTERN_BROWSER: join(project.root, 'no-such-browser'),
    });
    expect(code).toBe(1);
    expect(stderr.match(/browser\/missing/g)).toHaveLength(1);
    expect(stderr).toContain('lectern doctor --fix');
    expect(project.files('output/public/db101/01-joins')).toEqual(['01-inner-joins.html', '02-outer-joins.html']);
  });

  it('formats that need none build without complaint', async () => {
    const { code } = await project.lectern(['build', '--formats', 'html,md'], nowhere());
    expect(code).toBe(0);
  });
});
