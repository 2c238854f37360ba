/**
 * Reads an observation of the host. As in `shielded` its errors stay outside, here without closures for each observation.
 *
 * Runs inside the realm, by its text.
 */
export function viewReader(world) {
    const { Error: Failure, RangeError: TooDeep } = world;
    return (view, what, name = '', span = '') => {
        let answer;
        try {
            answer = view[what](name, span);
        }
        catch {
            throw new TooDeep('Maximum call stack size exceeded');
        }
        if (typeof answer === 'string')
            throw new Failure(answer);
        return answer; // safe: the caller names what that method gives
    };
}
