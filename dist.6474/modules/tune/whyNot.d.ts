import { type RunCounter } from './runCounter.js';
import { type Tuned, type TuneQuestion } from './tunePolicy.js';
type Question = Pick<TuneQuestion, 'judging' | 'runner' | 'onStage'>;
/**
 * Why no setting keeps what must hold, a sentence each, every one of them shown by runs or by the scenario's own numbers: what
 * the nearest setting was kept from, how fast traffic doubles against how fast an instance starts, and which standing fleet
 * would do. Where none of them is a reason it says that it does not know.
 */
export declare function whyNot(tuned: Tuned, question: Question, counter: RunCounter): Promise<string[]>;
export {};
