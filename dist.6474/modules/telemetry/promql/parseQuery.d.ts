import { type Expression } from './expression.js';
/** Reads a query by Prometheus' own grammar. @throws QueryError */
export declare function parseQuery(query: string): Expression;
