import { type Binary } from './expression.js';
import { type QueryValue } from './vector.js';
/** Two values by an operator. @throws QueryError where Prometheus would refuse */
export declare function combine(binary: Binary, left: QueryValue, right: QueryValue): QueryValue;
