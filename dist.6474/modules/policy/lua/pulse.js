let listener = () => { };
/** Listens to the policies of this thread, which runs one at a time. */
export function listenToPulse(next) {
    listener = next;
}
/** The policy at work has come to `line`. */
export function beat(line) {
    listener(line);
}
