import { type Expression } from './expression.js';
import { type QueryValue } from './vector.js';
type Call = Extract<Expression, {
    readonly kind: 'call';
}>;
export declare const functionNames: readonly string[];
/** @throws QueryError for a function that is not simulated, or arguments of another type */
export declare function callFunction({ name, args, text }: Call, values: readonly QueryValue[], epochSeconds: number): QueryValue;
export {};
