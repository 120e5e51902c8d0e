import type { Schema } from '../model/contract.ts';
import type { Lesson, Slide } from '../model/course.ts';
import type { Audience, LessonSection } from '../model/deck.ts';
import type { Layout } from '../model/library.ts';
import { textOf } from '../model/tree.ts';
import { type FieldReader, withNumber } from './fields.ts';

/** Reads what templates may show of the sections of a lesson. Errors: those of inline text. */
export async function readSections(
  lesson: Lesson,
  lessonSchema: Schema,
  layouts: ReadonlyMap<string, Layout>,
  reader: FieldReader,
): Promise<readonly LessonSection[]> {
  const { slides: _, ...properties } = lessonSchema.properties?.sections?.items?.properties ?? {};
  const sections: LessonSection[] = [];
  for (const { node, slides } of lesson.sections) {
    const number = sections.length + 1;
    const isPublic = slides.some((slide) => audienceOf(slide, layouts.get(slide.layout)) === 'public');
    const fields = withNumber(await reader.entries(node, { properties }), number, node.span);
    sections.push({ number, audience: isPublic ? 'public' : 'instructor', fields });
  }
  return sections;
}

/** Who sees a slide: it says so itself, or its layout is for the instructor altogether. */
export function audienceOf({ node }: Slide, layout: Layout | undefined): Audience {
  const isForInstructor =
    textOf(node, 'audience') === 'instructor' || layout?.contract.schema.audience === 'instructor';
  return isForInstructor ? 'instructor' : 'public';
}
