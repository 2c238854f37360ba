import type { Draft } from './draftScenario.js';
/**
 * The draft as a file that people like to edit: above each number a comment says where it comes from, and between which bounds.
 *
 * @param top lines at its head
 */
export declare function scenarioFile({ input, assumptions }: Draft, top: readonly string[]): string;
