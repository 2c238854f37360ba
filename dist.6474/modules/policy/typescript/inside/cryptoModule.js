/**
 * `node:crypto` of a policy: lots of the run, and hashes of texts.
 *
 * Runs inside the realm, by its text, after `realmGlobals`.
 */
export function cryptoModule(world, shelf) {
    const { Math: math, String: text, TypeError: WrongType, Uint8Array: Bytes, crypto } = world;
    const { floor } = math;
    const createHash = (algorithm) => {
        let input = '';
        const hash = {
            update: (part) => {
                if (typeof part !== 'string')
                    throw new WrongType('createHash: a policy hashes texts');
                input += part;
                return hash;
            },
            digest: (encoding) => {
                if (encoding !== 'hex')
                    throw new WrongType("createHash: a policy takes digest('hex')");
                const digest = shelf.hash(text(algorithm), input);
                if (digest === undefined)
                    throw new WrongType(`createHash: there is no algorithm ${text(algorithm)}`);
                return digest;
            },
        };
        return hash;
    };
    return {
        webcrypto: crypto,
        randomUUID: crypto.randomUUID,
        getRandomValues: crypto.getRandomValues,
        randomBytes: (count) => crypto.getRandomValues(new Bytes(count)),
        randomInt: (from, to) => {
            const [low, high] = to === undefined ? [0, from] : [from, to];
            return low + floor(shelf.random() * (high - low));
        },
        createHash,
    };
}
