import type { SourceDocument } from '../../../base/document.js';
import type { Tags } from '../../../base/documentTags.js';
import { type ResourceList } from '../read/resource.js';
import { isFunctionUse } from './intrinsics/evaluator.js';
/**
 * CloudFormation templates, in JSON or in YAML, with functions in their long and short forms.
 *
 * Properties have the names of the APIs but for a few; numbers may be text. A resource whose Condition is false is not
 * deployed, so it is not read.
 */
export declare const cloudFormationForm: {
    recognises(document: unknown): boolean;
    list(source: SourceDocument): ResourceList;
    /** A use of a function stands for one value, which a parameter of ours may replace. */
    isExpression: typeof isFunctionUse;
    /** Values of the template's own parameters, and of the pseudo parameters. */
    givable({ value }: SourceDocument): {
        name: string;
        path: string[];
        covers: (field: unknown) => boolean;
    }[];
};
/** `!Ref X` is `{ Ref: X }`, `!Sub X` is `{ Fn::Sub: X }`. */
export declare const shortTags: Tags;
