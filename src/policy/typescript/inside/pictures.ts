export type Primitive = string | number | boolean | bigint | symbol | undefined | null;

/** What crosses to the host: a primitive as it is, an object as what there is to say of it. */
export type Told = Primitive | { readonly text: string };

/** What was thrown. All that could run code of the policy has been read. */
export interface ThrownPicture {
  readonly type: 'thrown';
  readonly isError: boolean;
  readonly value: Told;
  readonly name: Told;
  readonly message: Told;
  readonly stack: Told;
}

/** An object that was returned. */
export interface ReturnedPicture {
  readonly type: 'returned';
  readonly isPromise: boolean;
  /** By name, those that are there. */
  readonly fields: Readonly<Record<string, Told>>;
  /** Of `atMaximum`. */
  readonly parts: Readonly<Record<string, Told>> | undefined;
  /** `weights` by name; what is no map of them as it is. */
  readonly weights: Readonly<Record<string, Told>> | Told;
  readonly text: string;
}

/** Reads values of the policy once. */
export interface Pictures {
  tell(value: unknown): Told;
  /** Those fields that are there. @throws what a getter or a proxy throws */
  fieldsOf(value: object, names: readonly string[]): Readonly<Record<string, Told>>;
  returned(value: object): ReturnedPicture;
  /** Never throws. */
  thrown(value: unknown): ThrownPicture;
}

/**
 * Reads what a policy returns and throws: a getter, a proxy or a `toString` that throws is one more thing thrown.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function pictures(world: typeof globalThis, describe: (value: unknown) => string): Pictures {
  const { Error: Failure } = world;
  const { isArray } = world.Array;
  const { keys } = world.Object;
  type Fields = Record<string, Told>;
  const isObject = (value: unknown): value is object =>
    (typeof value === 'object' || typeof value === 'function') && value !== null;
  const get = (value: object, name: string): unknown => (value as Record<string, unknown>)[name]; // safe: every object has names
  const tell = (value: unknown): Told =>
    // safe: what is no object is a primitive.
    isObject(value) ? ({ __proto__: null, text: describe(value) } as { text: string }) : (value as Told);
  const read = (value: unknown, name: string): Told => {
    try {
      const found = isObject(value) ? get(value, name) : undefined;
      return isObject(found) ? undefined : (found as Told); // safe: see tell
    } catch {
      return undefined;
    }
  };
  const fieldsOf = (value: object, names: readonly string[]): Fields => {
    const fields = { __proto__: null } as unknown as Fields; // safe: a map without a prototype
    for (let index = 0; index < names.length; index++) {
      if (names[index] in value) fields[names[index]] = tell(get(value, names[index]));
    }
    return fields;
  };
  return {
    tell,
    fieldsOf,
    returned(value) {
      const isPromise = 'then' in value && typeof value.then === 'function';
      const isDecision = typeof value === 'object' && !isArray(value) && 'desired' in value;
      const picture = { type: 'returned', isPromise, parts: undefined, weights: undefined } as const;
      if (isPromise || !isDecision) {
        return { ...picture, fields: fieldsOf(value, []), text: isPromise ? '' : describe(value) };
      }
      const fields = fieldsOf(value, ['desired', 'reason', 'rule', 'heldBy']);
      const maximum = 'atMaximum' in value ? value.atMaximum : undefined;
      const parts = isObject(maximum) ? fieldsOf(maximum, ['wanted', 'setting']) : undefined;
      const shares = 'weights' in value ? value.weights : undefined;
      const isMap = isObject(shares) && typeof shares === 'object' && !isArray(shares);
      return { ...picture, fields, parts, weights: isMap ? fieldsOf(shares, keys(shares)) : tell(shares), text: '' };
    },
    thrown(value) {
      let isError = false;
      try {
        isError = value instanceof Failure;
      } catch {
        // A proxy: it is described as what it is.
      }
      const stack = read(value, 'stack');
      if (!isError) return { type: 'thrown', isError, value: tell(value), stack, name: undefined, message: undefined };
      const [name, message] = [read(value, 'name'), read(value, 'message')];
      return { type: 'thrown', isError, value: undefined, stack, name, message };
    },
  };
}
