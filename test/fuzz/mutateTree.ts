import fc from 'fast-check';

/** What may stand where something else should. */
const strangers: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  0.5,
  1e-320,
  1e21,
  -1e308,
  Number.MAX_SAFE_INTEGER + 2,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  '',
  ' ',
  'x',
  '0',
  '-1',
  '1e400',
  '5s',
  '-5s',
  '0s',
  '1ns',
  '1e3s',
  '100000d',
  '4GiB',
  '-1B',
  'web',
  'none',
  '__proto__',
  'constructor',
  '\ud800',
  '\u0000',
  'a\nb',
  '::error::x',
  '{{x}}',
  '$\u007bx}',
  '../x',
  '/dev/zero',
  [],
  [[]],
  [null],
  {},
  { a: 1 },
  { constructor: 1 },
  { constant: '1s' },
  ['5xx'],
  '2026-01-05T08:00:00Z',
  'p(95)<1',
  'x'.repeat(5000),
]; // prettier-ignore

interface TreeEdit {
  readonly kind: 'value' | 'remove' | 'rename' | 'add' | 'copy' | 'repeat' | 'number';
  readonly at: number;
  readonly from: number;
  readonly stranger: unknown;
  readonly name: string;
}

const treeEdit: fc.Arbitrary<TreeEdit> = fc.record({
  kind: fc.constantFrom('value', 'value', 'number', 'number', 'remove', 'rename', 'add', 'copy', 'repeat'),
  at: fc.nat(),
  from: fc.nat(),
  stranger: fc.constantFrom(...strangers),
  name: fc.constantFrom(
    'x',
    'min',
    'max',
    'rate',
    'toString',
    'constructor',
    'a.b',
    '',
    ' ',
    '0',
    'é',
    'name',
    'metrics',
  ),
});

/** A tree of one of the list, with a few values, keys or branches changed. */
export function mutatedTree(trees: readonly unknown[], mostEdits = 4): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...trees), fc.array(treeEdit, { maxLength: mostEdits })).map(([tree, edits]) => {
    const copy = { root: structuredClone(tree) };
    for (const one of edits) change(copy, one);
    return copy.root;
  });
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function change(root: object, { kind, at, from, stranger, name }: TreeEdit): void {
  const places = placesIn(root);
  const { holder, key } = places[at % places.length];
  const value: unknown = Reflect.get(holder, key);
  switch (kind) {
    case 'value':
      Reflect.set(holder, key, structuredClone(stranger));
      return;
    case 'number':
      if (typeof value === 'number') Reflect.set(holder, key, value * [0, -1, 1e-9, 1e3, 0.5][from % 5]);
      return;
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (key !== 'root') Reflect.deleteProperty(holder, key);
      return;
    case 'rename':
      if (Array.isArray(holder) || key === 'root') return;
      Reflect.deleteProperty(holder, key);
      Reflect.set(holder, name, value);
      return;
    case 'add':
      if (Array.isArray(value)) value.push(structuredClone(stranger));
      else if (typeof value === 'object' && value !== null) Reflect.set(value, name, structuredClone(stranger));
      return;
    case 'copy': {
      const source = places[from % places.length];
      Reflect.set(holder, key, structuredClone(Reflect.get(source.holder, source.key)));
      return;
    }
    case 'repeat':
      if (Array.isArray(value) && value.length > 0 && value.length < 50) value.push(...structuredClone(value));
      return;
  }
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)]);
}
