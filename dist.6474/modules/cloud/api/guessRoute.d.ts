import { type RawRequest } from './apiRequest.js';
/** What to add to a scenario so that a request finds an answer: a line to paste, with a guess of what it does. */
export declare function stanzaFor(request: RawRequest): string;
