import type { SourceDocument } from '../../base/document.js';
import type { FieldChange } from '../../platforms/applyParams.js';
import type { TextEdit } from './textEdits.js';
/**
 * What to replace in a manifest's text so that it has these fields, and nothing else changes: no comment, order or quote.
 *
 * @returns undefined where a field cannot be written alone, as one behind an alias
 */
export declare function manifestEdits(text: string, source: SourceDocument, changes: readonly FieldChange[]): TextEdit[] | undefined;
