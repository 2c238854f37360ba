import type { Problem } from '../../../base/problem.js';
import { type OpenValue } from '../openValue.js';
/** What has to be given before a field can be used. */
export declare function openValueProblem({ text, names, field }: OpenValue): Problem;
/** `Ceiling=VALUE`, as a policy's parameters are written. */
export declare function queryFor({ names, name }: {
    readonly names: readonly string[];
    readonly name: string;
}): string;
/** The file with its parameters as a shell takes them: `'ledger.yaml?Aim=VALUE'`. */
export declare function withQuery(file: string | undefined, query: string): string;
/** Every open value that a model depends on, once each. */
export declare function opensOf(model: unknown): OpenValue[];
