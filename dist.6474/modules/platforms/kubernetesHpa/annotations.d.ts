import type { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import type { Lint } from '../platform.js';
type AnnotationName = 'metrics' | 'behavior';
/** Where an annotation stands. */
export declare function annotationPath(name: AnnotationName): readonly PropertyKey[];
/** What an annotation says, if the API server would read it, and what surprises people about it. */
interface ReadAnnotation<Value> {
    readonly value: Value | undefined;
    readonly lints: readonly Lint[];
}
/**
 * Reads one annotation.
 *
 * @throws ProblemError when it can be read and the API server refuses what it says
 */
export declare function readAnnotation<Schema extends z.ZodType>(name: AnnotationName, schema: Schema, source: SourceDocument): ReadAnnotation<z.output<Schema>>;
/** A lint for each of these annotations that is there; the version of the manifest drops them. */
export declare function droppedAnnotations(dropped: readonly AnnotationName[], source: SourceDocument): Lint[];
export {};
