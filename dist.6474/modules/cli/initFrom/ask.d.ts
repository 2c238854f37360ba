import { type Answer, type Question } from '../../derive/questions.js';
/** A terminal to ask at: lines come from `input`, questions go to `output`. */
export interface Terminal {
    readonly input: NodeJS.ReadableStream;
    readonly output: NodeJS.WritableStream;
}
/**
 * Puts questions to whoever sits at the terminal.
 *
 * An empty line takes the default, and so does `?` for "don't know"; at the end of input the rest takes its default.
 * @param shown a default in words
 * @returns the answers that were given, by key
 */
export declare function askQuestions(questions: readonly Question[], { input, output }: Terminal, shown: (question: Question) => string): Promise<ReadonlyMap<string, Answer>>;
