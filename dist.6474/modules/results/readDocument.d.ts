import type { Problem } from '../base/problem.js';
import { type ResultDocument } from './results.js';
/** Reads the text of a `report.json`. @returns the document, or why it is none */
export declare function readDocument(text: string, file: string): ResultDocument | Problem;
