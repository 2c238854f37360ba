/** Told about every thousandth instruction that a policy goes on, and at which line of its file; 0 where that is not known. */
type PulseListener = (line: number) => void;
/** Listens to the policies of this thread, which runs one at a time. */
export declare function listenToPulse(next: PulseListener): void;
/** The policy at work has come to `line`. */
export declare function beat(line: number): void;
export {};
