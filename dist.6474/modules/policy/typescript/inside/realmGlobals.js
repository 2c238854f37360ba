/**
 * The globals that Node adds to the language, as far as a policy has them: `console`, `process`, `crypto`, `global`.
 *
 * Runs inside the realm, by its text.
 * @returns makes a function that only says why it is not there
 */
export function realmGlobals(world, host, { process, refusedNames }) {
    const { Object: objects, Error: Failure, Math: math } = world;
    const define = (target, name, value) => {
        objects.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
    };
    const refuse = ({ name, why }) => function refused() {
        throw new Failure(`${name} is not available in a policy: ${why}`);
    };
    const print = (...values) => {
        const fault = host.print(values);
        if (fault !== undefined)
            throw new Failure(fault);
    };
    define(world, 'console', {
        log: print,
        info: print,
        warn: print,
        error: print,
        debug: print,
        trace: print,
        dir: print,
    });
    define(world, 'global', world);
    const random = () => host.random();
    define(math, 'random', random);
    const byte = () => math.floor(random() * 256);
    const hex = (count) => {
        let digits = '';
        for (let index = 0; index < count; index++)
            digits += (byte() & 15).toString(16);
        return digits;
    };
    const randomUUID = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    const getRandomValues = (array) => {
        const bytes = new world.Uint8Array(array.buffer, array.byteOffset, array.byteLength);
        for (let index = 0; index < bytes.length; index++)
            bytes[index] = byte();
        return array;
    };
    define(world, 'crypto', { randomUUID, getRandomValues });
    for (let index = 0; index < refusedNames.length; index++) {
        const refused = refusedNames[index];
        const [owner, name] = refused.name.split('.');
        if (name === undefined)
            define(world, owner, refuse(refused));
        else
            process[name] = refuse(refused);
    }
    define(world, 'process', objects.freeze(process));
    return refuse;
}
