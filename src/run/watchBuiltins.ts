// Taken here, before any policy can put its own in their place.
const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
const { getPrototypeOf, setPrototypeOf, isExtensible } = Reflect;
const { is } = Object;

type Descriptors = { [key: PropertyKey]: PropertyDescriptor | undefined };

/** A built-in object as it was. */
interface Remembered {
  readonly object: object;
  readonly keys: readonly PropertyKey[];
  /** Without a prototype, so that what a policy adds to one is not found in it. */
  readonly descriptors: Descriptors;
  readonly prototype: object | null;
}

/**
 * Remembers what the language and Node bring along: the global object, constructors, their prototypes, namespaces.
 *
 * A policy that changes one (`Array.prototype.last = ...`) changes it for the whole thread, and so for whichever run comes next.
 * @returns puts everything back as it was; false where that cannot be done, as with a frozen prototype
 */
export function watchBuiltins(): () => boolean {
  const all = builtins().map(remember);
  return () => {
    // Without methods of arrays: they may be the policy's.
    for (let index = 0; index < all.length; index++) if (!restore(all[index])) return false;
    return true;
  };
}

function remember(object: object): Remembered {
  const keys = ownKeys(object);
  const descriptors: Descriptors = Object.create(null);
  for (const key of keys) descriptors[key] = getOwnPropertyDescriptor(object, key);
  return { object, keys, descriptors, prototype: getPrototypeOf(object) };
}

function restore({ object, keys, descriptors, prototype }: Remembered): boolean {
  if (!isExtensible(object)) return false;
  if (getPrototypeOf(object) !== prototype && !setPrototypeOf(object, prototype)) return false;
  const present = ownKeys(object);
  for (let index = 0; index < present.length; index++) {
    const key = present[index];
    if (descriptors[key] === undefined && !deleteProperty(object, key)) return false;
  }
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const was = descriptors[key];
    if (was === undefined || isSame(getOwnPropertyDescriptor(object, key), was)) continue;
    if (!defineProperty(object, key, was)) return false;
  }
  return true;
}

function isSame(now: PropertyDescriptor | undefined, was: PropertyDescriptor): boolean {
  if (now === undefined || now.configurable !== was.configurable || now.enumerable !== was.enumerable) return false;
  return is(now.value, was.value) && now.writable === was.writable && now.get === was.get && now.set === was.set;
}

/** Objects with a form of their own that no global name leads to. */
const hidden: readonly object[] = [
  [][Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ''[Symbol.iterator](),
  ''.matchAll(/x/g),
  (function* () {})(),
  (async function* () {})(),
  function* () {},
  async function* () {},
  async () => {},
];

function builtins(): object[] {
  const found = new Set<object>([globalThis]);
  // What this thread is run by: Node changes it itself.
  const passedOver = new Set<unknown>([globalThis, process]);
  const add = (value: unknown): void => {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || found.has(value) || passedOver.has(value) || !isExtensible(value)) return;
    found.add(value);
    add(getPrototypeOf(value));
    add(dataOf(value, 'prototype'));
  };
  for (const name of ownKeys(globalThis)) {
    const value = dataOf(globalThis, name);
    add(value);
    // A namespace, such as Intl, has constructors of its own.
    if (typeof value !== 'object' || value === null || passedOver.has(value)) continue;
    for (const key of ownKeys(value)) if (isConstructor(dataOf(value, key))) add(dataOf(value, key));
  }
  for (const sample of hidden) add(getPrototypeOf(sample));
  return [...found];
}

/** Never through a getter: some of Node's load a library when they are asked. */
function dataOf(object: object, key: PropertyKey): unknown {
  return getOwnPropertyDescriptor(object, key)?.value;
}

function isConstructor(value: unknown): boolean {
  return typeof value === 'function' && dataOf(value, 'prototype') !== undefined;
}
