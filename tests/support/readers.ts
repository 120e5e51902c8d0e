import { decode } from '../../src/1-parse/index.ts';
import { DefinitionReader } from '../../src/build/definitions.ts';
import { LibraryReader } from '../../src/build/library-reader.ts';
import type { CourseReaders } from '../../src/build/load-course.ts';
import { SourceReader } from '../../src/build/source-reader.ts';
import { diskFiles } from '../../src/io/disk-files.ts';
import { sharpImages } from '../../src/io/images.ts';
import { repository } from './project.ts';

/** Reads a project on disk as the command does. */
export function projectReaders(root: string): CourseReaders {
  const files = diskFiles(root, repository);
  const sources = new SourceReader(files, decode);
  return {
    files,
    images: sharpImages(),
    sources,
    library: new LibraryReader(files, sources, root === repository),
    definitions: new DefinitionReader(),
  };
}
