import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainBytes, readPdf } from '../support/pdf.ts';
import { type Run, repository, TestProject } from '../support/project.ts';

describe('a deck with charts and diagrams', () => {
  const project = new TestProject({
    'content/db101/course.yaml': 'title: Databases\nlang: de\n',
    'content/db101/data/loss.csv': readFileSync(join(repository, 'templates/examples/data/loss.csv'), 'utf8'),
    'content/db101/01-charts.yaml': `title: Charts
sections:
  - title: Charts
    slides:
      - layout: chart
        title: Lernkurve
        kind: line
        data: data/loss.csv
        x-title: Epoche
        alt: Beide Kurven fallen 📉.
      - layout: chart
        title: Balken
        kind: bar
        data:
          - { Name: "**Čeština** & <b>Σ</b>", Wert: 1234.5 }
          - { Name: Ελληνικά, Wert: 20000 }
        alt: Zwei Balken.
      - layout: diagram
        title: Ablauf
        diagram: |
          flowchart LR
            A[Anfrage] --> B[Antwort]
        alt: Auf die Anfrage folgt die Antwort.
      - layout: content
        title: Im Text
        body: |
          \`\`\`mermaid
          graph LR
            A[Eingabe] --> B[Ausgabe]
          \`\`\`
`,
  });
  let run: Run;
  beforeAll(async () => {
    run = await project.lectern(['build', '--strict']);
  });
  afterAll(() => project.remove());
  const path = 'output/public/db101/01-charts/01-charts';

  it('has the words and numbers of its drawings as text in the PDF, in embedded fonts', async () => {
    expect(run.stderr).not.toMatch(/error|warning/);
    const { texts, fonts } = await readPdf(project.bytes(`${path}.pdf`));
    for (const word of ['training', 'validation', 'Epoche', '0,4']) expect(texts[0]).toContain(word);
    for (const word of ['**Čeština** & <b>Σ</b>', 'Ελληνικά', '1.234,5', '20.000,0']) expect(texts[1]).toContain(word);
    for (const word of ['Anfrage', 'Antwort']) expect(texts[2]).toContain(word);
    for (const font of fonts) expect(font).toMatch(/^(SourceSans3|NotoSans)/);
  });

  it('says in the PDF and in the page what its drawings show', () => {
    const pdf = plainBytes(project.bytes(`${path}.pdf`));
    const alternatives = pdf.match(/\/Alt\b/g) ?? [];
    expect(alternatives.length).toBe(4);
    const html = Buffer.from(project.bytes(`${path}.html`)).toString();
    for (const name of [
      'Beide Kurven fallen 📉.',
      'Zwei Balken.',
      'Auf die Anfrage folgt die Antwort.',
      'Eingabe, Ausgabe',
    ]) {
      expect(html).toContain(`aria-label="${name}"`);
    }
  });
});
