/** Told about every thousandth instruction that a policy goes on, and at which line of its file; 0 where that is not known. */
type PulseListener = (line: number) => void;

let listener: PulseListener = () => {};

/** Listens to the policies of this thread, which runs one at a time. */
export function listenToPulse(next: PulseListener): void {
  listener = next;
}

/** The policy at work has come to `line`. */
export function beat(line: number): void {
  listener(line);
}
