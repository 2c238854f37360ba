import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversTemplate, matchTemplate, parseTemplate, templatesMeet } from '../../../src/cloud/api/urlTemplate.js';

const match = (template: string, request: string) => {
  const [method, url] = request.split(' ');
  const found = matchTemplate(parseTemplate(template), { method, url });
  return found && Object.fromEntries(found);
};

describe('the address of a route', () => {
  it.each([
    ['GET https://a.example/v1/servers', 'GET https://a.example/v1/servers', {}],
    ['GET https://a.example/v1/servers', 'get https://A.example:443/v1/servers?page=2#top', {}],
    ['GET http://a.example/', 'GET http://user:secret@a.example:80', {}],
    ['DELETE https://a.example/s/{id}', 'DELETE https://a.example/s/i%2D7', { id: 'i-7' }],
    [
      'POST https://{region}.a.example/groups/{name}:resize',
      'POST https://eu.a.example/groups/web:resize',
      { region: 'eu', name: 'web' },
    ],
    ['POST https://a.example/?Action=Set&N={n}', 'POST https://a.example/?N=3&Extra=1&Action=Set', { n: '3' }],
    ['GET /v1/servers', 'GET https://anywhere.example/v1/servers', {}],
  ])('%s takes %s', (template, request, names) => {
    expect(match(template, request)).toEqual(names);
  });

  it.each([
    ['GET https://a.example/v1/servers', 'POST https://a.example/v1/servers'],
    ['GET https://a.example/v1/servers', 'GET http://a.example/v1/servers'],
    ['GET https://a.example/v1/servers', 'GET https://b.example/v1/servers'],
    ['GET https://a.example/v1/servers', 'GET https://a.example/v1/servers/'],
    ['GET https://a.example/v1/servers', 'GET https://a.example/x/v1/servers'],
    ['GET https://a.example/v1/{id}', 'GET https://a.example/v1/'],
    ['GET https://a.example/v1/{id}', 'GET https://a.example/v1/a/b'],
    ['GET https://a.example/v1.0', 'GET https://a.example/v1x0'],
    ['POST https://a.example/?Action=Set', 'POST https://a.example/?Action=Get'],
    ['GET https://a.example:8080/', 'GET https://a.example/'],
  ])('%s does not take %s', (template, request) => {
    expect(match(template, request)).toBeUndefined();
  });

  it('gives back whatever stood for its names', () => {
    const text = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (id, count) => {
        const url = `https://a.example/s/${encodeURIComponent(id)}?n=${encodeURIComponent(count)}`;
        expect(match('PUT https://a.example/s/{id}?n={n}', `PUT ${url}`)).toEqual({ id, n: count });
      }),
    );
  });
});

describe('two routes', () => {
  it.each([
    ['GET /s/{id}', 'GET /s/count', true, true],
    ['GET /s/count', 'GET /s/{id}', false, true],
    ['GET /{a}/x', 'GET /y/{b}', false, true],
    ['GET /s', 'GET /s/{id}', false, false],
    ['GET /s', 'POST /s', false, false],
    ['GET https://a.example/s', 'GET https://b.example/s', false, false],
    ['GET /s', 'GET https://b.example/s', true, true],
    ['GET /s', 'GET /s?a=1', true, true],
    ['GET /s?a=1', 'GET /s?a=2', false, false],
  ])('%s and %s: the first takes all of the second %s, shares requests %s', (first, second, covers, meet) => {
    const [a, b] = [parseTemplate(first), parseTemplate(second)];
    expect([coversTemplate(a, b), templatesMeet(a, b), templatesMeet(b, a)]).toEqual([covers, meet, meet]);
  });
});
