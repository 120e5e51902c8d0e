import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { TestProject } from '../support/project.ts';

const contract = (example: string) => `title: Pull quote
description: One sentence that deserves a slide of its own.
type: object
required: [text]
properties:
  text: { type: string, format: inline, description: The sentence. }
  image: { type: string, format: asset, description: A picture of who said it. }
  alt: { type: string, format: alt, description: What the picture shows. }
examples:
  - text: Data is not information.
${example}`;

const project = new TestProject({
  'content/db/course.yaml': 'title: Databases\n',
  'content/db/themes/mine.css':
    '/* @theme mine */\n@import "lecture";\n@property --primary { syntax: "<color>"; inherits: true; initial-value: #7a1f5c; }\n',
  'content/db/templates/slides/pull.hbs':
    '## {{text}}\n\n<div class="body">\n\n{{#if image}}\n{{image image alt}}\n{{/if}}\n\n</div>\n',
});
afterAll(() => project.remove());

async function gallery() {
  const { code, stdout } = await project.lectern(['gallery', '--theme', 'mine', '--size', '16:9', '--json']);
  const { diagnostics, looks } = JSON.parse(stdout) as {
    readonly diagnostics: readonly {
      readonly code: string;
      readonly file: string;
      readonly line: number;
      message: string;
    }[];
    readonly looks: readonly {
      readonly course: string;
      readonly layouts: readonly string[];
      readonly files: readonly string[];
    }[];
  };
  return { code, looks, found: diagnostics.map((each) => [each.code, each.file, each.line]), diagnostics };
}

describe('a gallery of the layouts and themes of a course', () => {
  const file = 'content/db/templates/slides/pull.schema.yaml';

  it('finds the faults of an example at the line of its contract', async () => {
    project.write(file, contract('  - text: One more.\n    image: figures/nobody.png\n    alt: Nobody.\n'));
    const { code, found, looks } = await gallery();
    expect(code).toBe(1);
    expect(found).toEqual([['asset/missing', file, 12]]);
    expect(looks).toEqual([]);
  });

  it('reports an example that does not fit, and shows it all the same', async () => {
    project.write(file, contract(`  - text: ${'All that there is to say. '.repeat(60)}\n`));
    const { code, found, diagnostics, looks } = await gallery();
    expect(code).toBe(1);
    expect(found).toEqual([['fit/overflow', file, 11]]);
    expect(diagnostics[0]?.message).toContain('All that there is to say.');
    expect(looks).toMatchObject([{ course: 'db', layouts: expect.arrayContaining(['pull', 'bullets']) }]);
    expect(looks[0]?.files).toEqual(['db.mine/16-9.html', 'db.mine/16-9.pdf', 'db.mine/16-9.png']);
  }, 120_000);

  it('is made of the same bytes each time, and leaves other files alone', async () => {
    const files = project.files('output/gallery');
    expect(files).toEqual(['db.mine/16-9.html', 'db.mine/16-9.pdf', 'db.mine/16-9.png', 'index.html', 'manifest.json']);
    const sums = () =>
      files.map((path) =>
        createHash('sha256')
          .update(project.bytes(`output/gallery/${path}`))
          .digest('hex'),
      );
    const before = sums();
    project.write('output/gallery/mine.txt', 'Not of the gallery.');
    await gallery();
    expect(sums()).toEqual(before);
    expect(project.files('output/gallery')).toEqual([...files, 'mine.txt'].sort());
  }, 120_000);

  it('of a theme that does not exist keeps what is there', async () => {
    const { code, stderr } = await project.lectern(['gallery', '--theme', 'nothing']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no theme called "nothing".');
    expect(project.files('output/gallery')).toContain('db.mine/16-9.pdf');
  });
});
