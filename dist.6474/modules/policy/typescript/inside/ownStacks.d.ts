/**
 * Stacks that hold the frames of the policy's own files and nothing of the program around it: no path of the machine.
 *
 * Runs inside the realm, by its text.
 */
export declare function ownStacks(world: typeof globalThis): void;
