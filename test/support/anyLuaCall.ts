import fc from 'fast-check';

/** Numbers as they are written in Lua: small ones, and both sides of every limit there is. */
const edges = [
  '0',
  '-0.0',
  '1',
  '-1',
  '0.5',
  '-0.5',
  '1.5',
  '2.5',
  '255',
  '256',
  '1e15',
  '1e16',
  '1e100',
  '-1e-5',
  '123456.789',
  '0.1',
  '1e-310',
  '2147483647',
  '-2147483648',
  '2147483648',
  '4294967295',
  '9007199254740992',
  '9007199254740993',
  '2^31',
  '2^53',
  '2^63',
  'math.maxinteger',
  'math.mininteger',
  'math.huge',
  '-math.huge',
  '0/0',
  '0xff',
  '0x7fffffffffffffff',
  '0xffffffffffffffff',
]; // prettier-ignore
const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.constantFrom(...edges),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toExponential()),
  fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }).map(String),
);
const whole = fc.oneof(fc.integer({ min: -12, max: 12 }).map(String), fc.constantFrom('2.0', '"3"', '1.5', 'nil'));

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const pieces = (parts: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...parts), { maxLength }).map((chosen) => chosen.join(''));

const subject = pieces(
  ['a', 'b', 'c', 'X', '1', '23', ' ', '.', '-', '_', '%', '(', ')', '[x]', 'aaa', 'key=val'],
  8,
).map(quoted);
const pattern = pieces(
  [
    'a',
    'b',
    '.',
    '%a',
    '%d',
    '%s',
    '%w',
    '%W',
    '%p',
    '[ab]',
    '[^a]',
    '[%w_]',
    '[0-9]',
    '*',
    '+',
    '-',
    '?',
    '^',
    '$',
    '(',
    ')',
    '()',
    '%1',
    '%b()',
    '%f[%w]',
    '%%',
    '%.',
    ' ',
  ],
  5,
).map(quoted); // prettier-ignore
const replacement = fc.oneof(
  pieces(['x', '%0', '%1', '%%', '<', '%2'], 3).map(quoted),
  fc.constantFrom('{ a = "A", b = 1 }', 'string.upper', 'function(s) return #s end', 'function() end'),
);
const numeral = fc.oneof(
  pieces(
    ['0', '1', '7', '9', 'f', 'F', 'z', '0x', '.', 'e', 'E', 'p', '+', '-', ' ', '_', '5', '12', 'inf', 'nan'],
    6,
  ).map(quoted),
  number.map(quoted),
);
const directive = fc
  .tuple(
    fc.constantFrom('', '-', '0', '+', ' ', '#', '-0', '+#', '0#'),
    fc.constantFrom('', '1', '5', '12', '20'),
    fc.constantFrom('', '.', '.0', '.1', '.3', '.10', '.20'),
  )
  .map((parts) => `%${parts.join('')}`);
const letterOf = (letters: string) => fc.constantFrom(...letters);
const list = fc.array(
  fc.oneof(fc.integer({ min: -9, max: 9 }).map(String), fc.constantFrom('2.5', '"a"', '"b"', '1e3')),
  { maxLength: 7 },
);
const table = list.map((items) => `{ ${items.join(', ')} }`);
const numbers = fc.array(number, { minLength: 1, maxLength: 6 }).map((items) => `{ ${items.join(', ')} }`);

const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
  fc.tuple(...args).map((given) => `${name}(${given.join(', ')})`);
const between = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) =>
  fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `(${a}) ${operator} (${b})`);
/** A list that a call changes, shown with what the call gives. */
const changed = (items: fc.Arbitrary<string>, change: (items: string) => string) =>
  items.map(
    (text) =>
      `(function() local t = ${text} local r = table.pack(pcall(function() return ${change('t')} end)) return #t, table.concat(t, " "), table.unpack(r, 1, r.n) end)()`,
  );

/** One expression with calls of Lua's own libraries, by what it is about. */
export const luaCalls: Readonly<Record<string, fc.Arbitrary<string>>> = {
  arithmetic: between(number, ['+', '-', '*', '/', '//', '%', '^'], number),
  bits: between(number, ['&', '|', '~', '<<', '>>'], number),
  comparison: between(number, ['<', '<=', '==', '~=', '>'], number),
  texts: between(subject, ['<', '<=', '==', '..'], subject),
  'text arithmetic': between(numeral, ['+', '*', '//', '%'], number),
  tostring: call('tostring', number),
  tonumber: call('tonumber', numeral),
  'tonumber with a base': call('tonumber', numeral, fc.integer({ min: 2, max: 36 }).map(String)),
  'format of numbers': fc
    .tuple(directive, letterOf('eEfgGaAs'), number)
    .map(([d, l, n]) => `string.format("${d}${l}", ${n})`),
  'format of integers': fc
    .tuple(directive, letterOf('diuxXoc'), number)
    .map(([d, l, n]) => `string.format("${d}${l}", ${n})`),
  'format of texts': fc
    .tuple(directive, letterOf('sqd'), subject)
    .map(([d, l, t]) => `string.format("${d}${l}", ${t})`),
  find: call('string.find', subject, pattern, whole),
  match: call('string.match', subject, pattern),
  gsub: call('string.gsub', subject, pattern, replacement),
  sub: call('string.sub', subject, whole, whole),
  byte: call('string.byte', subject, whole, whole),
  rep: call('string.rep', subject, whole, subject),
  floor: fc
    .tuple(fc.constantFrom('floor', 'ceil', 'abs', 'tointeger', 'type', 'modf'), number)
    .map(([f, n]) => `math.${f}(${n})`),
  extremes: fc
    .tuple(fc.constantFrom('max', 'min', 'fmod', 'ult'), number, number)
    .map(([f, a, b]) => `math.${f}(${a}, ${b})`),
  concat: call('table.concat', table, subject, whole, whole),
  insert: fc.tuple(whole, whole).chain(([at, value]) => changed(table, (t) => `table.insert(${t}, ${at}, ${value})`)),
  remove: whole.chain((at) => changed(table, (t) => `table.remove(${t}, ${at})`)),
  // Not its length: Lua 5.3 takes on other sizes when a key that is not there is set to nil, 5.4 and we do not.
  move: fc
    .tuple(table, whole, whole, whole)
    .map(
      ([items, from, to, at]) =>
        `(function() local t = table.move(${items}, ${from}, ${to}, ${at}) return table.unpack(t, -12, 30) end)()`,
    ),
  unpack: call('table.unpack', table, whole, whole),
  sort: changed(numbers, (t) => `table.sort(${t}, function(a, b) return a > b end)`),
  select: fc.tuple(whole, list).map(([n, items]) => `select(${[n, ...items].join(', ')})`),
  utf8: fc
    .tuple(
      fc.constantFrom('len', 'codepoint', 'offset'),
      fc.constantFrom('"häß€"', '"\\xff"', '"a\\u{1F600}b"', '""'),
      whole,
    )
    .map(([f, t, n]) => `utf8.${f}(${t}, ${n})`),
  pack: fc
    .tuple(letterOf('bBhHlLjJfdn'), fc.constantFrom('<', '>', ''), number)
    .map(([l, order, n]) => `string.unpack("${order}${l}", string.pack("${order}${l}", ${n}))`),
};
