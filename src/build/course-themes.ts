import {
  type AssetLoader,
  type CourseTexts,
  readStyles,
  resolveTheme,
  ThemeFiles,
  type ThemeLayer,
} from '../3-resolve/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import type { Course, Lesson, ThemeChoice } from '../model/course.ts';
import type { Definition } from '../model/library.ts';
import type { Theme } from '../model/theme.ts';
import { plain } from '../model/tree.ts';

/** Settles the theme of a course, and those of its lessons that have one of their own. */
export class CourseThemes {
  readonly #files: ThemeFiles;
  readonly #course: Course;
  readonly #assets: AssetLoader;
  readonly #texts: CourseTexts;
  readonly #settled = new Map<string, Theme>();
  #layer: ThemeLayer | undefined;

  constructor(course: Course, themes: ReadonlyMap<string, Definition>, assets: AssetLoader, texts: CourseTexts) {
    this.#course = course;
    this.#files = new ThemeFiles(themes);
    this.#assets = assets;
    this.#texts = texts;
  }

  /** The theme of the course; to be asked for before those of lessons. Errors: theme/*, asset/*, file/*. */
  async ofCourse(): Promise<Outcome<Theme>> {
    const { value: layer, diagnostics } = await this.#read(this.#course.theme);
    this.#layer = layer;
    if (!layer) return failed(diagnostics);
    const theme = resolveTheme([layer], this.#files, this.#course.title.span);
    return { ...theme, diagnostics: [...diagnostics, ...theme.diagnostics] };
  }

  /** The theme of a lesson that says something about it. Lessons that say the same have the same. Errors: as above. */
  async ofLesson(lesson: Lesson, choice: ThemeChoice): Promise<Outcome<Theme>> {
    const key = JSON.stringify(Object.entries(choice).map(([name, node]) => [name, plain(node)]));
    const known = this.#settled.get(key);
    if (known) return done(known);
    const { value: layer, diagnostics } = await this.#read(choice);
    if (!layer || !this.#layer) return failed(diagnostics);
    const theme = resolveTheme([this.#layer, layer], this.#files, lesson.title.span);
    const found = [...diagnostics, ...theme.diagnostics];
    // What is wrong is said in every lesson.
    if (theme.value && found.length === 0) this.#settled.set(key, theme.value);
    return { ...theme, diagnostics: found };
  }

  async #read(choice: ThemeChoice): Promise<Outcome<ThemeLayer>> {
    const { logo, css } = choice;
    const diagnostics: Diagnostic[] = [];
    const collect = <T>({ value, diagnostics: found }: Outcome<T>): T | undefined => {
      diagnostics.push(...found);
      return value;
    };
    const picture = logo && collect(await this.#assets.load(String(logo.value), logo.span));
    const source = css && collect(await this.#texts.load(String(css.value), css.span));
    const styles = source && collect(await readStyles(source, this.#assets));
    if ((logo && !picture) || (css && !styles)) return failed(diagnostics);
    return done({ choice, ...(picture ? { logo: picture } : {}), ...(styles ? { styles } : {}) }, diagnostics);
  }
}
