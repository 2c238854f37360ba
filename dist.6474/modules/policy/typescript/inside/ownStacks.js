/**
 * Stacks that hold the frames of the policy's own files and nothing of the program around it: no path of the machine.
 *
 * Runs inside the realm, by its text.
 */
export function ownStacks(world) {
    const { Object: objects, String: text } = world;
    const { apply } = world.Reflect;
    const { slice } = world.String.prototype;
    const textOf = (value) => (typeof value === 'string' ? apply(slice, value, [0, 1_000]) : '');
    const head = (error) => {
        try {
            const [name, message] = [textOf(error.name) || 'Error', textOf(error.message)];
            return message === '' ? name : `${name}: ${message}`;
        }
        catch {
            return 'Error';
        }
    };
    const prepare = (error, frames) => {
        let stack = head(error);
        for (let index = 0; index < frames.length; index++) {
            const frame = text(frames[index]);
            if (frame.indexOf('policy:') >= 0)
                stack += `\n    at ${frame}`;
        }
        return stack;
    };
    // Node asks the realm's own Error for it, so both stay as they are.
    objects.defineProperty(world.Error, 'prepareStackTrace', { get: () => prepare, set: () => { }, configurable: false });
    objects.defineProperty(world, 'Error', { writable: false, configurable: false });
}
