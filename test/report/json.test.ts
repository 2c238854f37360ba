import fc from 'fast-check';
import { expect, it } from 'vitest';
import { json } from '../../src/report/json.js';

// safe: the reporter only walks the document.
const render = json.render as unknown as (document: unknown) => string;

it('is the document, whatever the lines', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = render(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('writes a row of a list, such as a decision, on one line', () => {
  const document = { decisions: [{ time_s: 15, desired: 4, reason: 'CPU' }], timeline: [1, 2], nested: [{ a: [1] }] };
  expect(render(document)).toBe(`{
  "decisions": [
    {"time_s":15,"desired":4,"reason":"CPU"}
  ],
  "timeline": [1,2],
  "nested": [
    {
      "a": [1]
    }
  ]
}
`);
});
