import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, runProgram, TestProject } from '../support/project.ts';

describe('the package, installed into another folder', () => {
  const project = new TestProject({ 'package.json': '{ "name": "lectures", "private": true }\n' });
  beforeAll(async () => {
    // The bundle is there already: `prepare` would write it under the feet of the other tests.
    const packed = await runProgram(
      'npm',
      ['pack', '--ignore-scripts', '--pack-destination', project.root],
      repository,
    );
    expect(packed.code, packed.stderr).toBe(0);
    const tarball = readdirSync(project.root).find((name) => name.endsWith('.tgz')) ?? '';
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
    const installed = await runProgram('npm', ['install', ...quiet, join(project.root, tarball)], project.root);
    expect(installed.code, installed.stderr).toBe(0);
  }, 180_000);
  afterAll(() => project.remove());

  it('brings the command, which starts a project and builds it with the themes and templates inside the package', async () => {
    const lectern = join(project.root, 'node_modules/.bin/lectern');
    expect(await runProgram(lectern, ['init', 'course'], project.root)).toMatchObject({ code: 0 });
    const built = await runProgram(lectern, ['build', '--strict'], join(project.root, 'course'));
    expect(built.code, built.stderr).toBe(0);
    expect(project.files('course/output/public')).toEqual([
      'index.html',
      'my-course/01-welcome/01-first-steps.html',
      'my-course/01-welcome/01-first-steps.pdf',
      'my-course/index.html',
    ]);
  });

  it('holds what it needs and nothing of the workshop', () => {
    const files = project.files('node_modules/lectern');
    expect(files).toEqual(
      expect.arrayContaining(['dist/lectern.js', 'dist/player.js', 'themes/lecture.css', 'templates/deck.hbs']),
    );
    expect(files.filter((path) => /^(src|tests|content|scripts|output)\//.test(path))).toEqual([]);
  });
});
