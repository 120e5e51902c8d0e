export { readContract, validateContract } from './contract.ts';
export { validateCourse } from './course.ts';
export { courseSchema, lessonSchema } from './course-schema.ts';
export { validateLesson } from './lesson.ts';
export { slideSchema } from './slide-schema.ts';
